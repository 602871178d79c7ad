package cn.baosong.filing.difference.ui;

import cn.baosong.common.Texts;
import cn.baosong.filing.difference.WordLine;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;

/** Texts and choices that are not what they were: before and after. */
final class WordTable extends Div {

    /** @param base,after what stands over the columns of what it was and what it is, such as 上月 and 本月 */
    WordTable(List<WordLine> lines, String base, String after, Texts texts, Locale locale) {
        setId("difference-words");
        addClassName("table-scroll");
        var table = new NativeTable();
        table.addClassNames("plain-table", "difference-table", "words");
        var head = table.getHead().addRow();
        for (var column : List.of(texts.get(locale, "filing.difference.column.field"), base, after)) {
            var cell = new NativeTableHeaderCell(column);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        for (var line : lines) {
            var name = new NativeTableHeaderCell(new Span(line.field()));
            name.getElement().setAttribute("scope", "row");
            var form = new Span(line.form());
            form.addClassName("cell-second");
            name.add(form);
            table.getBody().addRow().add(name, cell(base, line.before()), cell(after, line.after()));
        }
        add(table);
    }

    private static NativeTableCell cell(String column, String text) {
        var cell = new NativeTableCell(text);
        cell.getElement().setAttribute("data-label", column);
        return cell;
    }
}
