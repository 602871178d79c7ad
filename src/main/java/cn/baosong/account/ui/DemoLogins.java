package cn.baosong.account.ui;

import cn.baosong.account.DemoLogin;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;

/** The logins of the demo world; a click fills one in. */
final class DemoLogins extends Div {

    private final List<DemoLogin> logins;
    private final transient Consumer<DemoLogin> fill;

    DemoLogins(List<DemoLogin> logins, Consumer<DemoLogin> fill) {
        this.logins = List.copyOf(logins);
        this.fill = fill;
        addClassName("card");
        setId("demo-logins");
        setVisible(!logins.isEmpty());
    }

    /** Texts in the language of the session. */
    void say() {
        removeAll();
        var rows = new NativeTableBody();
        for (var login : logins) {
            var button = new NativeButton(getTranslation("account.demo.use"), click -> fill.accept(login));
            button.addClassName("use-login");
            button.setId("use-" + login.loginName());
            rows.add(new NativeTableRow(
                    new NativeTableCell(login.title(getLocale())),
                    new NativeTableCell(login.loginName()),
                    new NativeTableCell(login.password()),
                    new NativeTableCell(button)));
        }
        var table = new NativeTable(rows);
        table.addClassName("demo-logins");
        var scroll = new Div(table);
        scroll.addClassName("table-scroll");
        add(
                new H2(getTranslation("account.demo.title")),
                new Paragraph(getTranslation("account.demo.sentence")),
                scroll);
    }
}
