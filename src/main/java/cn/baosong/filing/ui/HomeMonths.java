package cn.baosong.filing.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.When;
import cn.baosong.filing.FilingAction;
import cn.baosong.filing.FilingHistory;
import cn.baosong.filing.Filings;
import cn.baosong.filing.HistoryLine;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.ReportTypes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Span;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The months an enterprise sees first, and the ways to report (HOME-02, 03, 08, 10, 12). */
@org.springframework.stereotype.Component
public class HomeMonths {

    private static final List<String> COLUMNS = List.of("month", "type", "submitted", "method", "status");

    private final FilingHistory history;
    private final ReportTypes types;
    private final Texts texts;

    HomeMonths(FilingHistory history, ReportTypes types, Texts texts) {
        this.history = history;
        this.types = types;
        this.texts = texts;
    }

    /** @return current month, the one before, and the same month last year; for who has an enterprise */
    public Component card(Locale locale) {
        var current = history.currentMonth(Filings.SCHEME);
        var table = new NativeTable();
        table.addClassName("history-table");
        var head = table.getHead().addRow();
        for (var column : COLUMNS) {
            var heading = new NativeTableHeaderCell(texts.get(locale, "filing.home." + column));
            heading.getElement().setAttribute("scope", "col");
            head.add(heading);
        }
        for (var month : List.of(current, current.minusMonths(1), current.minusYears(1))) {
            history.line(ReportTask.monthly(month)).ifPresent(line -> {
                var row = table.getBody().addRow();
                row.setId("home-" + month);
                var name = new NativeTableHeaderCell(new Anchor("/" + address(line), month.toString()));
                name.getElement().setAttribute("scope", "row");
                row.add(
                        name,
                        cell("type", type(month, locale), locale),
                        cell("submitted", submitted(line), locale),
                        cell(
                                "method",
                                Optional.ofNullable(line.filing())
                                        .map(filing -> texts.get(locale, "filing.method." + filing.method()))
                                        .orElse(""),
                                locale),
                        new NativeTableCell(FilingBadge.of(line.status(), texts, locale)));
            });
        }
        var around = new Div(table);
        around.addClassName("form-table");
        var card = new Card(texts.get(locale, "filing.home.title"), around, ways(current, locale));
        card.setId("home-months");
        return card;
    }

    private static String address(HistoryLine line) {
        return line.can(FilingAction.VIEW) && !fillable(line)
                ? FilingPages.view(line.task())
                : FilingPages.fill(line.task());
    }

    private static boolean fillable(HistoryLine line) {
        return line.can(FilingAction.EDIT) || line.can(FilingAction.FILL_LATE) || line.can(FilingAction.CONTINUE);
    }

    private String type(YearMonth month, Locale locale) {
        var type = types.of(month);
        return texts.get(locale, type.quarterly() ? "filing.home.quarterly" : "filing.home.monthly", type.indicators());
    }

    private static String submitted(HistoryLine line) {
        return line.filing() == null || line.filing().submittedAt() == null
                ? ""
                : When.exact(line.filing().submittedAt());
    }

    private NativeTableCell cell(String column, String text, Locale locale) {
        var cell = new NativeTableCell();
        cell.getElement().setAttribute("data-label", texts.get(locale, "filing.home." + column));
        cell.add(new Span(text.isEmpty() ? texts.get(locale, "form.value.empty") : text));
        return cell;
    }

    private Div ways(YearMonth current, Locale locale) {
        var ways = new Div(
                way("current", FilingPages.fill(ReportTask.monthly(current)), locale),
                way("import", FilingPages.LIST + "/import", locale),
                way("history", FilingPages.LIST, locale));
        ways.addClassName("home-ways");
        return ways;
    }

    private Anchor way(String name, String address, Locale locale) {
        var way = new Anchor("/" + address, texts.get(locale, "filing.home.way." + name));
        way.setId("way-" + name);
        way.addClassName("link");
        return way;
    }
}
