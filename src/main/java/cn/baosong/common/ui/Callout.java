package cn.baosong.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;

/** A message that stays in the page. Announced to screen readers. */
public final class Callout extends Div {

    /** How a message is meant. */
    public enum Kind {
        INFO,
        OK,
        WARN,
        BAD
    }

    public Callout(Kind kind, String text, Component... more) {
        addClassNames("callout", kind.name().toLowerCase(Locale.ROOT));
        getElement().setAttribute("role", kind == Kind.BAD ? "alert" : "status");
        if (!text.isBlank()) {
            add(new Paragraph(text));
        }
        add(more);
    }
}
