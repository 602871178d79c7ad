package cn.baosong.form.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import elemental.json.JsonType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Has the browser keep what is typed into a form while the server cannot be reached, and offers it when the page opens
 * again. Texts, numbers, dates and times are kept; a choice is made again. The copy is under the name of the account, the
 * subject and the form; it goes once the server has saved, and at logout. What comes back is not trusted: it goes through
 * the fields like typing.
 */
public final class KeptTyping extends Div {

    /** The script also clears every copy at logout, so the pages with that button load it too. */
    private static final String SCRIPT = "js/kept-typing.js";

    private static final int MOST_FIELDS = 1000;
    private static final int MOST_CHARACTERS = 200_000;
    private static final int MOST_NAMES = 8;

    private final transient FormPane pane;
    private final String key;
    private final Texts texts;
    private final Locale locale;

    /**
     * @param autosave of the same form: tells when the server has saved
     * @param account id of who types; what one person typed is never offered to another
     * @param subject id of what the form is about, as its draft has it
     */
    public KeptTyping(FormPane pane, Autosave autosave, String account, String subject, Texts texts, Locale locale) {
        this.pane = pane;
        this.key = account + "/" + subject + "/" + pane.formId();
        this.texts = texts;
        this.locale = locale;
        addClassName("kept-typing");
        autosave.onSaved(paths -> tell("saved", array(paths)));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        attached.getUI().getPage().addJavaScript(SCRIPT);
        getElement().executeJs("window.baosongKept.start(this, $0, $1)", pane.getElement(), key);
    }

    /** @param copy what the browser kept, texts by path: anything may stand in it */
    @ClientCallable
    void kept(JsonObject copy) {
        Map<String, Object> differing = differing(copy);
        removeAll();
        if (differing.isEmpty()) {
            tell("drop", Json.createArray());
            return;
        }
        Button restore = new Button(texts.get(locale, "form.kept.restore"), click -> {
            removeAll();
            // The rest of the copy has no place here any more; these go once they are saved.
            tell("retain", array(differing.keySet()));
            pane.apply(differing);
        });
        restore.setId("restore-typing");
        restore.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        Button discard = new Button(texts.get(locale, "form.kept.discard"), click -> {
            removeAll();
            tell("drop", Json.createArray());
        });
        discard.setId("discard-typing");
        discard.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Paragraph actions = new Paragraph(restore, discard);
        actions.addClassName("kept-typing-actions");
        add(new Callout(Callout.Kind.WARN, sentence(differing), actions));
    }

    private String sentence(Map<String, Object> differing) {
        String names = differing.entrySet().stream()
                .limit(MOST_NAMES)
                .map(entry -> pane.label(entry.getKey()).orElse(entry.getKey()) + " "
                        + pane.said(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(Texts.pick(locale, "；", "; ")));
        String more = differing.size() > MOST_NAMES ? " …" : "";
        return texts.get(locale, "form.kept.found", differing.size(), names + more);
    }

    private Map<String, Object> differing(JsonObject copy) {
        Map<String, Object> differing = new LinkedHashMap<>();
        int characters = 0;
        int fields = 0;
        for (String path : copy.keys()) {
            if (++fields > MOST_FIELDS || copy.get(path).getType() != JsonType.STRING) {
                continue;
            }
            String text = copy.getString(path);
            characters += path.length() + text.length();
            if (characters > MOST_CHARACTERS) {
                break;
            }
            try {
                Object value = pane.read(path, text);
                if (!Objects.equals(value, pane.current(path))) {
                    differing.put(path, value);
                }
            } catch (IllegalArgumentException notHere) {
                // Said by nobody: a field may have gone from the form since.
                continue;
            }
        }
        return differing;
    }

    private void tell(String what, JsonArray paths) {
        getElement().executeJs("window.baosongKept && window.baosongKept." + what + "(this, $0)", paths);
    }

    private static JsonArray array(Collection<String> texts) {
        JsonArray array = Json.createArray();
        texts.forEach(text -> array.set(array.length(), text));
        return array;
    }
}
