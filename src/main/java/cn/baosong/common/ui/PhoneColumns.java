package cn.baosong.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Lists on a phone: the first cell says in a second line what the hidden columns would. */
public final class PhoneColumns {

    private static final int NARROW = 760;

    private PhoneColumns() {}

    /** Hides the columns where the window is narrow. */
    public static void hide(List<? extends Grid.Column<?>> columns) {
        UI.getCurrent()
                .getPage()
                .retrieveExtendedClientDetails(details ->
                        columns.forEach(column -> column.setVisible(details.getWindowInnerWidth() >= NARROW)));
    }

    /**
     * A cell that leads to a page.
     *
     * @param detail the second line, shown on phones alone
     */
    public static Div cell(String title, String detail, Runnable onClick) {
        var link = new NativeButton(title, click -> onClick.run());
        link.addClassName("link");
        var second = new Span(detail);
        second.addClassName("cell-detail");
        return new Div(link, second);
    }
}
