package cn.baosong.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** Title, one sentence, and what can be done with the page as a whole. */
public final class PageHeader extends Div {

    private final H1 title = new H1();
    private final Paragraph sentence = new Paragraph();

    public PageHeader(String title, String sentence, Component... actions) {
        addClassName("page-header");
        this.title.setText(title);
        this.sentence.setText(sentence);
        this.sentence.setVisible(!sentence.isBlank());
        var titles = new Div(this.title, this.sentence);
        titles.addClassName("titles");
        add(titles);
        add(actions);
    }

    /** Puts a badge behind the title. */
    public PageHeader badge(StatusBadge badge) {
        title.add(badge);
        return this;
    }

    public void setSentence(String text) {
        sentence.setText(text);
        sentence.setVisible(!text.isBlank());
    }
}
