package cn.baosong.review.consistency.ui;

import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.When;
import cn.baosong.review.consistency.Consistency;
import cn.baosong.review.consistency.ConsistencyReport;
import cn.baosong.review.consistency.Disagreement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Stream;

/** Whether every review is in exactly one place, for operators: counts of each place, and what disagrees with its ids. */
@Route("consistency")
@RolesAllowed("OPERATOR")
class ConsistencyView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Consistency consistency;

    ConsistencyView(Consistency consistency) {
        this.consistency = consistency;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        build();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("review.consistency");
    }

    private void build() {
        removeAll();
        var report = consistency.check();
        var again = new Button(getTranslation("review.consistency.again"), click -> build());
        again.setId("check-again");
        add(new PageHeader(
                getPageTitle(), getTranslation("review.consistency.sentence", When.exact(report.at())), again));
        add(verdict(report));
        add(counts(report));
        if (!report.clean()) {
            add(list(report));
        }
    }

    private Callout verdict(ConsistencyReport report) {
        var callout = report.clean()
                ? new Callout(Callout.Kind.OK, getTranslation("review.consistency.clean"))
                : new Callout(Callout.Kind.BAD, getTranslation("review.consistency.disagree", report.disagreeing()));
        callout.setId("verdict");
        return callout;
    }

    private Card counts(ConsistencyReport report) {
        var card = new Card(
                getTranslation("review.consistency.counts"),
                fact(getTranslation("review.consistency.tasks"), report.tasks()),
                fact(getTranslation("review.consistency.items"), report.items()));
        card.addClassName("counts");
        report.underReview()
                .forEach((kind, count) -> card.add(fact(
                        getTranslation("review.consistency.status", getTranslation("review.kind." + kind)), count)));
        return card;
    }

    private static Div fact(String name, int count) {
        var line = new Div(new Span(name), new Span(Integer.toString(count)));
        line.addClassName("fact");
        return line;
    }

    private Card list(ConsistencyReport report) {
        var card = new Card(getTranslation("review.consistency.list"));
        card.setId("disagreements");
        report.disagreements().forEach(disagreement -> card.add(line(disagreement)));
        if (report.disagreeing() > report.disagreements().size()) {
            card.add(new Span(getTranslation(
                    "review.consistency.more",
                    report.disagreeing() - report.disagreements().size())));
        }
        return card;
    }

    private Div line(Disagreement disagreement) {
        var what = new Span(getTranslation("review.consistency.what." + disagreement.what()));
        var ids = new Span(Stream.of(disagreement.kind(), disagreement.subject(), disagreement.task())
                .filter(id -> id != null)
                .reduce((first, second) -> first + " · " + second)
                .orElse(""));
        ids.addClassNames("muted", "small", "ids");
        var line = new Div(List.of(what, ids).toArray(Span[]::new));
        line.addClassName("fact");
        return line;
    }
}
