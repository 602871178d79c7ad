package cn.baosong.filing.ui;

import cn.baosong.account.AccountSettings;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.filing.tasks.BusinessGuide;
import cn.baosong.review.ReviewProcess;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;

/** 填报业务指南: how to report, and what each scheme asks for (SUR-27, GAP-16). */
@Route("tasks/guide")
@RolesAllowed("ENTERPRISE")
class BusinessGuideView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final List<String> STEPS = List.of("apply", "fill", "check", "submit", "correct", "export");

    private final transient BusinessGuide guide;
    private final transient AccountSettings accounts;
    private final transient Texts texts;

    BusinessGuideView(BusinessGuide guide, AccountSettings accounts, Texts texts) {
        this.guide = guide;
        this.accounts = accounts;
        this.texts = texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PageHeader(getPageTitle(), getTranslation("filing.guide.sentence")));
        var steps = new OrderedList();
        STEPS.forEach(step -> steps.add(new ListItem(getTranslation("filing.guide.step." + step))));
        var how = new Card(getTranslation("filing.guide.how"), steps);
        if (!accounts.hotline().isBlank()) {
            how.add(new Span(getTranslation("filing.hotline", accounts.hotline())));
        }
        add(how);
        guide.entries().forEach(entry -> add(card(entry)));
    }

    private Card card(BusinessGuide.Entry entry) {
        var facts = new DescriptionList();
        facts.addClassName("facts");
        var kind = entry.scheme().kind();
        fact(facts, "period", getTranslation("filing.guide.kind." + kind.word()));
        entry.current()
                .ifPresent(period -> fact(
                        facts,
                        "current",
                        getTranslation(
                                "filing.guide.current.text",
                                kind.text(period.month(), texts, getLocale()),
                                period.dueOn().toString())));
        fact(
                facts,
                "closing",
                entry.closesAfterMonths()
                        .map(months -> getTranslation("filing.guide.closing.after", months))
                        .orElseGet(() -> getTranslation("filing.guide.closing.never")));
        fact(
                facts,
                "application",
                getTranslation("filing.guide.application."
                        + (entry.scheme().application().isPresent() ? "needed" : "all")));
        fact(
                facts,
                "forms",
                entry.forms().stream().map(this::form).collect(Collectors.joining(Texts.pick(getLocale(), "、", ", "))));
        if (entry.chainEnd() != null) {
            fact(facts, "chain", chain(entry.chainEnd()));
        }
        entry.scheme().guideText().ifPresent(text -> fact(facts, "entry", text.in(getLocale())));
        var card = new Card(entry.scheme().title().in(getLocale()), facts);
        card.setId("guide-" + entry.scheme().key());
        return card;
    }

    private String chain(String end) {
        return ReviewProcess.DIRECT.equals(end)
                ? getTranslation("filing.guide.chain.direct")
                : getTranslation("filing.guide.chain.text", getTranslation("organization.level." + end));
    }

    private String form(BusinessGuide.Form form) {
        var title = form.title().in(getLocale());
        return form.indicators() == 0 ? title : getTranslation("filing.guide.form", title, form.indicators());
    }

    private void fact(DescriptionList facts, String name, String text) {
        facts.add(
                new DescriptionList.Term(getTranslation("filing.guide." + name)),
                new DescriptionList.Description(text));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filing.guide.title");
    }
}
