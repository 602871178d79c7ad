package cn.baosong.filing.ui;

import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.When;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.KeyFieldChange;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A frozen report: what waits where, since when and until when (CHG-02, 03, 06). Nothing can be typed. */
class FrozenPanel extends Div {

    FrozenPanel(ReportTools tools, Filing filing, KeyFieldChange change, StepHost host, Locale locale) {
        var callout = new Callout(
                Callout.Kind.INFO,
                getTranslation(
                        "filing.fill.frozen.waits",
                        tools.filings().waitsAt(filing.id()).orElse(getTranslation("filing.fill.frozen.desk")),
                        When.exact(change.requestedAt())),
                new Paragraph(getTranslation("filing.fill.frozen.text")));
        if (change.dueAt() != null) {
            callout.add(until(tools, filing, change.dueAt(), host));
        }
        callout.setId("frozen");
        add(
                callout,
                new Card(
                        getTranslation("filing.change.title"),
                        tools.changes().table(filing, change.before(), change.proposed(), locale)));
    }

    private Paragraph until(ReportTools tools, Filing filing, Instant dueAt, StepHost host) {
        var left = Duration.between(tools.clock().instant(), dueAt);
        return new Paragraph(
                new Span(getTranslation("filing.fill.frozen.due", When.exact(dueAt)) + " "), new Countdown(left, () -> {
                    if (tools.filings().get(filing.id()).status() != FilingStatus.FROZEN) {
                        host.refresh();
                    }
                }));
    }
}
