package cn.baosong.review.ui;

import cn.baosong.common.ui.PhoneColumns;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** The first cell of a list: the title, which leads to the subject, and its second line. */
final class SubjectCell {

    private SubjectCell() {}

    /**
     * @param detail second line of the subject, may be empty
     * @param onPhones what the columns say that phones hide
     * @param more shown behind the title
     */
    static Div of(String title, String detail, String onPhones, Runnable open, Component... more) {
        var cell = PhoneColumns.cell(title, onPhones, open);
        var index = 1;
        for (var component : more) {
            cell.addComponentAtIndex(index++, component);
        }
        if (!detail.isEmpty()) {
            var second = new Span(detail);
            second.addClassName("cell-second");
            cell.addComponentAtIndex(index, second);
        }
        return cell;
    }
}
