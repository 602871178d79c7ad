package cn.baosong.filing.difference.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.When;
import cn.baosong.filing.difference.ReviewedReport;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;

/** The narrow column of the page: what happens next, or who holds the report instead, and what has happened so far. */
final class ReportAside {

    private ReportAside() {}

    static List<Component> cards(ReviewedReport report, Texts texts, Locale locale) {
        var next = new Paragraph(next(report, texts, locale));
        next.setId("what-next");
        var first = new Card(texts.get(locale, "filing.review.next"), next);
        report.holder().ifPresent(holder -> {
            if (!holder.people().isEmpty()) {
                first.add(new Paragraph(texts.get(
                        locale, "filing.review.people", String.join(Texts.pick(locale, "；", "; "), holder.people()))));
            }
        });
        return List.of(
                first,
                new Card(
                        texts.get(locale, "review.history"),
                        new HappeningList(report.filing(), report.happenings(), texts, locale)));
    }

    /** What an acceptance leads to; where the reader does not hold the report, who does and how it is returned (REV-04). */
    private static String next(ReviewedReport report, Texts texts, Locale locale) {
        if (report.next().isPresent()) {
            var desk = report.next().get().desk();
            return desk == null
                    ? texts.get(locale, "filing.review.next.last")
                    : texts.get(locale, "filing.review.next.desk", desk);
        }
        if (report.holder().isPresent() && report.waiting().isPresent()) {
            return texts.get(
                    locale,
                    report.holder().get().passedOn() ? "filing.review.next.passed-on" : "filing.review.next.elsewhere",
                    report.holder().get().desk(),
                    When.exact(report.waiting().get().since()));
        }
        return texts.get(locale, "filing.review.next.status." + report.filing().status());
    }
}
