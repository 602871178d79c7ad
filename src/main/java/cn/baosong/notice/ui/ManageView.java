package cn.baosong.notice.ui;

import cn.baosong.account.ui.PageTurner;
import cn.baosong.common.Problem;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.ReasonDialog;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.When;
import cn.baosong.notice.Audience;
import cn.baosong.notice.DeskNotice;
import cn.baosong.notice.NoticeDesk;
import cn.baosong.notice.NoticeState;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Notices of my desks, whatever has become of them; 【发布】 and 【撤回】. Search and page stand in the address. */
@Route("notices/manage")
@RolesAllowed("REVIEWER")
class ManageView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient NoticeDesk desk;
    private final transient RegionChoice regions;

    ManageView(NoticeDesk desk, RegionChoice regions) {
        this.desk = desk;
        this.regions = regions;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        build(new TitleSearch(event), PageTurner.page(event));
    }

    private void build(TitleSearch search, int page) {
        removeAll();
        var publish = new Button(getTranslation("notice.publish"), click -> getUI().ifPresent(
                        ui -> ui.navigate(NoticeEditorView.class)));
        publish.setId("publish");
        publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var found = desk.mine(search.text(), page * PageTurner.SIZE, PageTurner.SIZE + 1);
        var card = new Card("", search);
        if (found.isEmpty()) {
            card.add(new EmptyState(
                    "…",
                    getTranslation("notice.manage.none"),
                    getTranslation(search.isEmpty() ? "notice.manage.none.sentence" : "notice.none.search")));
        } else {
            var list = new UnorderedList();
            list.setId("notices");
            list.addClassName("entries");
            PageTurner.shown(found).forEach(notice -> list.add(item(notice, () -> build(search, page))));
            card.add(list);
        }
        card.add(new PageTurner(getClass(), page, found.size() > PageTurner.SIZE, search.parameters()));
        add(new PageHeader(getPageTitle(), getTranslation("notice.manage.sentence"), publish), card);
    }

    private ListItem item(DeskNotice notice, Runnable onChange) {
        var content = notice.content();
        var link = new RouterLink(content.title(), NoticeEditorView.class, NoticeView.of(notice.id()));
        link.setId("edit-" + notice.id());
        link.addClassName("entry-title");
        var text = new Div(link, NoticeBadges.of(notice.state(), getTranslation("notice.state." + notice.state())));
        text.addClassName("entry-text");
        if (content.pinned()) {
            text.add(new StatusBadge(StatusBadge.Tone.WAITING, getTranslation("notice.pinned")));
        }
        var facts = new Div(String.join(
                " · ",
                getTranslation("notice.kind." + content.kind()),
                notice.deskName(),
                regions.name(content.region(), getLocale()),
                audience(content.audience()),
                When.exact(notice.publishedAt())));
        facts.addClassName("entry-facts");
        text.add(facts);
        var item = new ListItem(text);
        if (notice.state() != NoticeState.WITHDRAWN) {
            item.add(withdraw(notice, onChange));
        }
        return item;
    }

    private String audience(Set<Audience> audience) {
        return audience.size() == Audience.values().length
                ? getTranslation("notice.audience.all")
                : audience.stream()
                        .sorted()
                        .map(one -> getTranslation("notice.audience." + one))
                        .collect(Collectors.joining(getTranslation("notice.audience.and")));
    }

    private Button withdraw(DeskNotice notice, Runnable onChange) {
        var button = new Button(getTranslation("notice.withdraw"), click -> new ReasonDialog(
                        getTranslation("notice.withdraw.title", notice.content().title()),
                        getTranslation("notice.withdraw"),
                        NoticeDesk.LONGEST_REASON,
                        List.of(),
                        reason -> withdraw(notice, reason, onChange))
                .open());
        button.setId("withdraw-" + notice.id());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        return button;
    }

    private void withdraw(DeskNotice notice, String reason, Runnable onChange) {
        try {
            desk.withdraw(notice.id(), reason);
            Notices.done(getTranslation("notice.withdrawn", notice.content().title()));
        } catch (Problem refused) {
            Notices.refused(getTranslation(refused.key(), refused.arguments()));
        }
        onChange.run();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notice.manage");
    }
}
