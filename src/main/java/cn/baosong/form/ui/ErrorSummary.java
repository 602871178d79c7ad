package cn.baosong.form.ui;

import cn.baosong.common.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What is wrong, at the top and in view while scrolling; a click goes to the field. Not there while nothing is wrong. */
public final class ErrorSummary extends Div {

    /** @param path of the field to go to, null for none; @param message in the reader's language */
    public record Item(String path, String message) {}

    private final transient Texts texts;
    private final Locale locale;
    private final transient Consumer<String> goTo;

    /** @param goTo called with the path of the item that was clicked */
    public ErrorSummary(Texts texts, Locale locale, Consumer<String> goTo) {
        this.texts = texts;
        this.locale = locale;
        this.goTo = goTo;
        addClassName("error-summary");
        getElement().setAttribute("role", "alert");
        getElement().setAttribute("tabindex", "-1");
        setVisible(false);
    }

    public void show(List<Item> items) {
        removeAll();
        setVisible(!items.isEmpty());
        if (items.isEmpty()) {
            return;
        }
        Span title = new Span(texts.get(locale, "form.summary.title", items.size()));
        title.addClassName("error-summary-title");
        Span hint = new Span(texts.get(locale, "form.summary.hint"));
        hint.addClassName("error-summary-hint");
        UnorderedList list = new UnorderedList();
        for (Item item : items) {
            list.add(new ListItem(item.path() == null ? new Span(item.message()) : link(item)));
        }
        add(title, hint, list);
    }

    private Button link(Item item) {
        Button button = new Button(item.message(), click -> goTo.accept(item.path()));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ERROR);
        return button;
    }
}
