package cn.baosong.filing.revision.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;

/** A small table that scrolls by itself where the page is narrow. */
class PlainTable extends Div {

    private final NativeTableBody body = new NativeTableBody();

    /** @param heads keys of the texts above the columns */
    PlainTable(String... heads) {
        var head = new NativeTableRow();
        for (var key : heads) {
            head.add(new NativeTableHeaderCell(getTranslation(key)));
        }
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("plain-table");
        addClassName("table-scroll");
        add(table);
    }

    final void row(Component... cells) {
        var row = new NativeTableRow();
        for (var cell : cells) {
            row.add(new NativeTableCell(cell));
        }
        body.add(row);
    }
}
