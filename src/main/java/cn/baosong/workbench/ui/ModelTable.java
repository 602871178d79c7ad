package cn.baosong.workbench.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;

/** A short table that scrolls by itself where it is wider than the page. */
final class ModelTable extends Div {

    private final NativeTableBody body = new NativeTableBody();

    ModelTable(String id, String... headers) {
        var head = new NativeTableRow();
        for (var header : headers) {
            head.add(new NativeTableHeaderCell(header));
        }
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.setId(id);
        table.addClassNames("plain-table", "model-table");
        addClassName("table-scroll");
        add(table);
    }

    ModelTable row(Component... cells) {
        var row = new NativeTableRow();
        for (var cell : cells) {
            row.add(new NativeTableCell(cell));
        }
        body.add(row);
        return this;
    }

    static Span text(String text) {
        return new Span(text);
    }

    static Span number(long number) {
        return new Span(Long.toString(number));
    }

    /** A number that is red above zero. */
    static Span failures(long number) {
        var span = number(number);
        span.setClassName("late", number > 0);
        return span;
    }
}
