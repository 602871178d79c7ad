package cn.baosong.filing.ui;

import cn.baosong.common.ui.PageHeader;
import cn.baosong.filing.Filing;
import cn.baosong.filing.Period;
import cn.baosong.filing.ReportTask;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Whose report it is, for when, how it stands, until when it is asked for, and whom to ask (MON-02, 09, 33, 53; HOME-09). */
class FilingHeader extends Div {

    /** @param filing null where it was not begun */
    FilingHeader(ReportTools tools, ReportTask task, Filing filing, Locale locale) {
        var enterprise =
                tools.enterprises().ofAccount(tools.user().requireAccount()).orElseThrow();
        var late = filing == null ? task.month().isBefore(tools.periods().current(task.scheme())) : filing.late();
        var header = new PageHeader(
                getTranslation(
                        late ? "filing.fill.heading.late" : "filing.fill.heading",
                        tools.names().of(task, locale)),
                getTranslation("filing.fill.sentence", enterprise.name(), enterprise.code()),
                new Anchor("/", getTranslation("filing.fill.back")));
        header.badge(FilingBadge.of(filing == null ? null : filing.status(), tools.texts(), locale));
        if (late) {
            header.badge(FilingBadge.late(tools.texts(), locale));
        }
        add(header);
        if (!tools.accounts().hotline().isBlank()) {
            var hotline =
                    new Span(getTranslation("filing.hotline", tools.accounts().hotline()));
            hotline.setId("hotline");
            hotline.addClassName("hotline");
            header.add(hotline);
        }
        if (filing == null || filing.status().editable()) {
            tools.periods().find(task).ifPresent(period -> {
                add(due(tools, period));
                if (!period.closed(tools.periods().today())) {
                    var byWorkbook = new Anchor("/" + FilingPages.imports(task), getTranslation("filing.import.title"));
                    byWorkbook.setId("by-workbook");
                    header.add(byWorkbook);
                }
            });
        }
    }

    private Span due(ReportTools tools, Period period) {
        var left = ChronoUnit.DAYS.between(tools.periods().today(), period.dueOn());
        var due = new Span(
                left > 0
                        ? getTranslation("filing.fill.due.left", period.dueOn().toString(), left)
                        : left == 0
                                ? getTranslation(
                                        "filing.fill.due.today", period.dueOn().toString())
                                : getTranslation(
                                        "filing.fill.due.past", period.dueOn().toString(), -left));
        due.setId("due");
        due.addClassNames("due", left < 0 ? "past" : "ahead");
        return due;
    }
}
