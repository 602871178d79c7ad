package cn.baosong.form.ui;

import cn.baosong.common.Texts;
import cn.baosong.form.ui.FindingLine.Severity;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The findings of a form: each one where it belongs, kept there as it is while the same rule finds it again. */
final class FindingBoard {

    /** @param occurrence of the same rule at the same path, from 0 */
    private record Key(String rule, String path, int occurrence) {}

    private final FormRenderer renderer;
    private final Texts texts;
    private final Locale locale;
    private final Predicate<String> onPage;
    private final FindingSummary summary;
    private final Map<Key, FindingNote> notes = new LinkedHashMap<>();
    private BiConsumer<String, String> onExplain = (rule, explanation) -> {};

    /** @param onPage whether something of this path is shown; @param goTo brings it into view */
    FindingBoard(FormRenderer renderer, Predicate<String> onPage, Consumer<String> goTo) {
        this.renderer = renderer;
        this.texts = renderer.texts();
        this.locale = renderer.locale();
        this.onPage = onPage;
        this.summary = new FindingSummary(texts, locale, note -> {
            if (note.line().severity() == Severity.WARNING) {
                note.focusAnswer();
            } else {
                goTo.accept(note.line().path());
            }
        });
    }

    FindingSummary summary() {
        return summary;
    }

    void show(List<FindingLine> lines, BiConsumer<String, String> onExplain) {
        this.onExplain = onExplain;
        Map<Key, FindingNote> before = new LinkedHashMap<>(notes);
        notes.clear();
        for (FindingLine line : lines) {
            int occurrence = 0;
            while (notes.containsKey(new Key(line.rule(), line.path(), occurrence))) {
                occurrence++;
            }
            Key key = new Key(line.rule(), line.path(), occurrence);
            FindingNote note = before.remove(key);
            note = note == null ? new FindingNote(texts, locale, this::explained) : note;
            note.update(line, renderer.readOnly());
            notes.put(key, note);
        }
        remove(before.values());
        settle();
    }

    private void explained(String rule, String explanation) {
        onExplain.accept(rule, explanation);
    }

    private static void remove(Collection<FindingNote> gone) {
        gone.forEach(note -> note.getElement().removeFromParent());
    }

    /** Forgets what was found in this row of a list and in those after it: their paths are others now. */
    void forgetRows(String list, int from) {
        notes.entrySet().removeIf(entry -> {
            boolean gone = FormRenderer.isInRow(entry.getKey().path(), list, from);
            if (gone) {
                remove(List.of(entry.getValue()));
            }
            return gone;
        });
    }

    /** Brings every finding to its place as the form stands now. */
    void settle() {
        Map<String, Severity> worst = new HashMap<>();
        for (FindingNote note : notes.values()) {
            String path = note.line().path();
            Div place = onPage.test(path) ? renderer.findings(path) : summary.loose();
            Component at = note.getParent().orElse(null);
            if (at != place) {
                note.getElement().removeFromParent();
                place.add(note);
            }
            worst.merge(
                    FieldFactory.text(path),
                    note.line().severity(),
                    (first, second) -> first.compareTo(second) <= 0 ? first : second);
        }
        renderer.inputs().forEach((path, input) -> input.found(worst.get(path)));
        summary.show(notes.values());
    }

    void readOnly(boolean readOnly) {
        notes.values().forEach(note -> note.update(note.line(), readOnly));
    }
}
