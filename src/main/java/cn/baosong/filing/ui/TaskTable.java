package cn.baosong.filing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.List;

/** A table whose rows become cards on a phone: the first cell names the row, the last holds what can be done. */
final class TaskTable extends Div {

    private final NativeTable table = new NativeTable();
    private final List<String> headings;

    /** @param headings already in words, the first and the last included */
    TaskTable(String id, List<String> headings) {
        this.headings = headings;
        table.setId(id);
        table.addClassName("history-table");
        var head = table.getHead().addRow();
        for (var heading : headings) {
            var cell = new NativeTableHeaderCell(heading);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        add(table);
    }

    /** @param cells what stands between the name and the actions, in the order of the headings */
    void row(String id, Component name, List<Component> actions, Component... cells) {
        NativeTableRow row = table.getBody().addRow();
        row.setId(id);
        var named = new NativeTableHeaderCell(name);
        named.getElement().setAttribute("scope", "row");
        row.add(named);
        var place = 1;
        for (var cell : Arrays.asList(cells)) {
            var around = new NativeTableCell(cell);
            around.getElement().setAttribute("data-label", headings.get(place++));
            row.add(around);
        }
        var what = new Div();
        what.add(actions);
        what.addClassName("row-actions");
        row.add(new NativeTableCell(what));
    }

    /** @return text for a cell, a dash where there is nothing to say */
    static Span said(String text) {
        return new Span(text.isEmpty() ? "–" : text);
    }
}
