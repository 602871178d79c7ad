package cn.baosong.review.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.Map;

/** A line that says which keys do what, and hears them wherever in the page they are pressed, but not while typing. */
class ListKeys extends Div {

    private static final String SCRIPT = "js/list-keys.js";
    private static final String HELP = "?";

    private final transient Map<String, Runnable> actions;
    private final transient Map<String, String> words;

    /**
     * @param actions by key as the browser names it, letters in lower case
     * @param words what the line says, by key, in this order; keys that are not said are heard nevertheless
     */
    ListKeys(Map<String, Runnable> actions, Map<String, String> words) {
        this.actions = actions;
        this.words = words;
        setId("keys");
        addClassNames("hints", "key-hints");
        words.forEach((key, word) -> add(hint(key, word)));
    }

    private static Span hint(String key, String word) {
        var hint = new Span();
        for (var part : key.split(" ")) {
            var cap = new Element("kbd");
            cap.setText(part);
            hint.getElement().appendChild(cap);
        }
        hint.add(new Span(" " + word));
        return hint;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJavaScript(SCRIPT);
        var keys = String.join(" ", actions.keySet()) + " " + HELP;
        getElement().executeJs("window.baosongListKeys.start(this, $0)", keys);
    }

    @ClientCallable
    void press(String key) {
        if (HELP.equals(key)) {
            help();
        } else if (actions.containsKey(key)) {
            actions.get(key).run();
        }
    }

    private void help() {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("review.keys.title"));
        var lines = new Div();
        lines.addClassName("key-help");
        words.forEach((key, word) -> lines.add(new Div(hint(key, word))));
        lines.add(new Div(getTranslation("review.keys.typing")));
        dialog.add(lines);
        dialog.open();
    }
}
