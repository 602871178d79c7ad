package cn.baosong.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A white box with a title: one subject of a page. */
public final class Card extends Section {

    private final Div heading = new Div();

    public Card(String title, Component... content) {
        addClassName("card");
        if (!title.isBlank()) {
            heading.addClassName("card-title");
            heading.add(new H2(title));
            super.add(heading);
        }
        super.add(content);
    }

    /** Puts something small at the right end of the title. */
    public <C extends Component & HasStyle> Card trailing(C component) {
        component.addClassName("trailing");
        heading.add(component);
        return this;
    }

    /** Puts something beside the title. */
    public Card beside(Component component) {
        heading.add(component);
        return this;
    }

    public Card tone(String className) {
        addClassName(className);
        return this;
    }
}
