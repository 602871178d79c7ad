package cn.baosong.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** What a list says when there is nothing in it: one sentence, and where to go from here. */
public final class EmptyState extends Div {

    public EmptyState(String figure, String title, String sentence, Component... actions) {
        addClassName("empty");
        var drawing = new Span(figure);
        drawing.addClassName("figure");
        drawing.getElement().setAttribute("aria-hidden", "true");
        add(drawing);
        var heading = new Element("b");
        heading.setText(title);
        getElement().appendChild(heading);
        add(new Paragraph(sentence));
        add(actions);
    }
}
