package cn.baosong.filing.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.When;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.HistoryLine;
import cn.baosong.review.Screening;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;

/** Months and what has become of each: a table, on a phone a card for each month. */
final class HistoryTable extends Div {

    private final transient ReportActions actions;
    private final transient Texts texts;
    private final Locale locale;

    HistoryTable(List<HistoryLine> lines, ReportActions actions, Texts texts, Locale locale) {
        this.actions = actions;
        this.texts = texts;
        this.locale = locale;
        var table = new NativeTable();
        table.setId("months");
        table.addClassName("history-table");
        var head = table.getHead().addRow();
        for (var column : List.of("month", "status", "method", "submitted", "versions", "screening", "actions")) {
            var heading = new NativeTableHeaderCell(texts.get(locale, "filing.history." + column));
            heading.getElement().setAttribute("scope", "col");
            head.add(heading);
        }
        lines.forEach(line -> add(table.getBody().addRow(), line));
        add(table);
    }

    private void add(NativeTableRow row, HistoryLine line) {
        row.setId("month-" + line.month());
        var filing = line.filing();
        var month = new NativeTableHeaderCell(new Span(line.period()));
        month.getElement().setAttribute("scope", "row");
        if (filing != null && filing.late()) {
            month.add(new StatusBadge(StatusBadge.Tone.NONE, texts.get(locale, "filing.history.late")));
        }
        var what = new Div();
        actions.of(line, true).forEach(what::add);
        what.addClassName("row-actions");
        row.add(
                month,
                status(line),
                cell("method", filing == null ? "" : texts.get(locale, "filing.method." + filing.method())),
                cell(
                        "submitted",
                        filing == null || filing.submittedAt() == null ? "" : When.exact(filing.submittedAt())),
                cell("versions", filing == null || filing.versions() == 0 ? "" : Integer.toString(filing.versions())),
                screening(filing),
                new NativeTableCell(what));
    }

    private NativeTableCell status(HistoryLine line) {
        var cell = new NativeTableCell(FilingBadge.of(line.status(), texts, locale));
        if (line.status() == FilingStatus.FROZEN) {
            var link =
                    new Anchor("/" + FilingPages.view(line.task()), "❄ " + texts.get(locale, "filing.history.frozen"));
            link.setId("frozen-" + line.month());
            link.addClassName("link");
            cell.add(link);
        }
        return cell;
    }

    private NativeTableCell screening(Filing filing) {
        if (filing == null || filing.screening() == null) {
            return cell("screening", "");
        }
        var cell = cell("screening", texts.get(locale, "filing.screening." + filing.screening()));
        if (!filing.findings().isEmpty()) {
            if (filing.screening() == Screening.NOT_PASSED) {
                cell.removeAll();
                cell.add(new StatusBadge(
                        StatusBadge.Tone.ATTENTION, texts.get(locale, "filing.screening." + filing.screening())));
            }
            var why = new NativeButton("ⓘ", click -> explain(filing));
            why.addClassName("link");
            why.setId("screening-" + filing.month());
            why.setAriaLabel(texts.get(locale, "filing.history.why", filing.month()));
            cell.add(why);
        }
        return cell;
    }

    private void explain(Filing filing) {
        var dialog = new Dialog(new FindingsRead(filing.findings(), texts, locale));
        dialog.setHeaderTitle(texts.get(locale, "filing.history.why", filing.month()));
        dialog.setMaxWidth("640px");
        dialog.getFooter().add(new Button(texts.get(locale, "filing.history.close"), click -> dialog.close()));
        dialog.open();
    }

    private NativeTableCell cell(String column, String text) {
        var cell = new NativeTableCell();
        cell.getElement().setAttribute("data-label", texts.get(locale, "filing.history." + column));
        cell.setClassName("none", text.isEmpty());
        Component said = new Span(text.isEmpty() ? texts.get(locale, "form.value.empty") : text);
        cell.add(said);
        return cell;
    }
}
