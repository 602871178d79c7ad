package cn.baosong.filing.difference.ui;

import cn.baosong.common.Texts;
import cn.baosong.filing.PeriodKind;
import cn.baosong.filing.difference.Comparison;
import cn.baosong.filing.difference.FigureLine;
import cn.baosong.form.NumberText;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Figures beside those of last month and last year; on a phone a card for each. */
final class FigureTable extends Div {

    /** Columns that are called by how long the periods are. */
    private static final Set<String> OF_KIND = Set.of("now", "previous");

    private final transient Texts texts;
    private final Locale locale;
    private final boolean withEffect;
    private final PeriodKind kind;

    /**
     * @param kind how long the periods are
     * @param withEffect whether the figures have a total to be measured by
     */
    FigureTable(String id, PeriodKind kind, List<FigureLine> lines, boolean withEffect, Texts texts, Locale locale) {
        this.kind = kind;
        this.texts = texts;
        this.locale = locale;
        this.withEffect = withEffect;
        setId(id);
        addClassName("table-scroll");
        var table = new NativeTable();
        table.addClassNames("plain-table", "difference-table");
        var head = table.getHead().addRow();
        for (var column : columns()) {
            var cell = new NativeTableHeaderCell(text(column));
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("number", !"figure".equals(column));
            head.add(cell);
        }
        lines.forEach(line -> add(table.getBody().addRow(), line));
        add(table);
    }

    private List<String> columns() {
        var columns = new ArrayList<>(List.of("figure", "now", "previous"));
        if (!kind.yearly()) {
            columns.add("lastYear");
        }
        if (withEffect) {
            columns.add("effect");
        }
        return columns;
    }

    private void add(NativeTableRow row, FigureLine line) {
        var name = new NativeTableHeaderCell(new Span(line.name()));
        name.getElement().setAttribute("scope", "row");
        if (!line.detail().isEmpty()) {
            var detail = new Span(line.detail());
            detail.addClassName("cell-second");
            name.add(detail);
        }
        row.add(name, cell("now", figure(line.now())), compared("previous", line.previous()));
        if (!kind.yearly()) {
            row.add(compared("lastYear", line.lastYear()));
        }
        if (withEffect) {
            row.add(cell("effect", signed(line.effect(), "%")));
        }
    }

    private NativeTableCell cell(String column, String text) {
        var cell = new NativeTableCell(text);
        cell.addClassName("number");
        cell.getElement().setAttribute("data-label", text(column));
        return cell;
    }

    /** The figure it was, and below how much more that is now, in figures and in %. */
    private NativeTableCell compared(String column, Comparison comparison) {
        var cell = cell(column, "");
        cell.add(new Span(figure(comparison.before())));
        if (comparison.difference() != null) {
            var said = signed(comparison.difference(), "")
                    + (comparison.percent() == null ? "" : " · " + signed(comparison.percent(), "%"));
            var change = new Span(said);
            change.addClassNames("cell-second", "change");
            change.setClassName("more", comparison.difference().signum() > 0);
            change.setClassName("less", comparison.difference().signum() < 0);
            cell.add(change);
        }
        return cell;
    }

    private String figure(BigDecimal number) {
        return number == null ? texts.get(locale, "form.value.empty") : NumberText.format(number);
    }

    private String signed(BigDecimal number, String unit) {
        return number == null
                ? texts.get(locale, "form.value.empty")
                : (number.signum() > 0 ? "+" : "") + NumberText.format(number) + unit;
    }

    private String text(String column) {
        return texts.get(
                locale, "filing.difference.column." + (OF_KIND.contains(column) ? kind.key(column + ".") : column));
    }
}
