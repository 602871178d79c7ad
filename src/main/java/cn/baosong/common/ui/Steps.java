package cn.baosong.common.ui;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.Locale;

/** Where something stands on its way: a row of numbered steps. */
public final class Steps extends OrderedList {

    /** What has become of a step. */
    public enum State {
        DONE,
        NOW,
        STOPPED,
        AHEAD
    }

    private int count;

    public Steps() {
        addClassName("steps");
    }

    /** @param detail a second, smaller line such as a time; empty for none */
    public Steps step(State state, String name, String detail) {
        return step(state, name, detail, null);
    }

    /** @param onOpen what a click or the Enter key does; null where the step cannot be opened */
    public Steps step(State state, String name, String detail, Runnable onOpen) {
        count++;
        var item = new ListItem();
        item.addClassName(state.name().toLowerCase(Locale.ROOT));
        if (state == State.NOW) {
            item.getElement().setAttribute("aria-current", "step");
        }
        var dot = new Span(
                switch (state) {
                    case DONE -> "✓";
                    case STOPPED -> "!";
                    default -> Integer.toString(count);
                });
        dot.addClassName("dot");
        dot.getElement().setAttribute("aria-hidden", "true");
        HasComponents inside = item;
        if (onOpen != null) {
            var button = new NativeButton();
            button.setId("step-" + count);
            button.addClickListener(click -> onOpen.run());
            item.add(button);
            inside = button;
        }
        inside.add(dot, new Span(name));
        if (!detail.isBlank()) {
            var small = new Element("small");
            small.setText(detail);
            inside.getElement().appendChild(small);
        }
        add(item);
        return this;
    }
}
