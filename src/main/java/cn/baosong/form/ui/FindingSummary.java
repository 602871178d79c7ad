package cn.baosong.form.ui;

import cn.baosong.common.Texts;
import cn.baosong.form.ui.FindingLine.Severity;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** How much is to be corrected and to be explained, with a way to each; what has no place in the form stands here. */
final class FindingSummary extends Div {

    private record Entry(FindingNote note, String message, boolean linked) {}

    private final Texts texts;
    private final Locale locale;
    private final transient Consumer<FindingNote> jump;
    private final Div counts = new Div();
    private final UnorderedList list = new UnorderedList();
    private final Div loose = new Div();
    private final transient List<Entry> shown = new ArrayList<>();

    /** @param jump brings the place of a finding into view */
    FindingSummary(Texts texts, Locale locale, Consumer<FindingNote> jump) {
        this.texts = texts;
        this.locale = locale;
        this.jump = jump;
        addClassName("finding-summary");
        counts.addClassName("finding-counts");
        counts.getElement().setAttribute("role", "status");
        add(counts, list, loose);
        setVisible(false);
    }

    /** Where findings stand that have no place in the form. */
    Div loose() {
        return loose;
    }

    void show(Collection<FindingNote> notes) {
        setVisible(!notes.isEmpty());
        setClassName(
                "finding-summary-bad",
                notes.stream().anyMatch(note -> note.line().severity() == Severity.MANDATORY));
        String said = said(notes);
        if (!said.equals(counts.getText())) {
            counts.setText(said);
        }
        List<Entry> entries = notes.stream()
                .map(note -> new Entry(
                        note,
                        note.message(),
                        note.getParent().filter(loose::equals).isEmpty()))
                .toList();
        // Built anew only if something changed: the focus may be on a line of it.
        if (!entries.equals(shown)) {
            shown.clear();
            shown.addAll(entries);
            list.removeAll();
            entries.stream().filter(Entry::linked).forEach(entry -> list.add(new ListItem(link(entry))));
            list.setVisible(entries.stream().anyMatch(Entry::linked));
        }
    }

    private Button link(Entry entry) {
        Button button = new Button(entry.message(), click -> jump.accept(entry.note()));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        if (entry.note().line().severity() == Severity.MANDATORY) {
            button.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        return button;
    }

    private String said(Collection<FindingNote> notes) {
        List<String> parts = new ArrayList<>();
        count(parts, "form.finding.count.mandatory", notes, Severity.MANDATORY, true);
        count(parts, "form.finding.count.warning", notes, Severity.WARNING, true);
        count(parts, "form.finding.count.explained", notes, Severity.WARNING, false);
        count(parts, "form.finding.count.hint", notes, Severity.HINT, false);
        return String.join(Texts.pick(locale, "，", ", "), parts);
    }

    private void count(List<String> parts, String key, Collection<FindingNote> notes, Severity severity, boolean open) {
        long count = notes.stream()
                .map(FindingNote::line)
                .filter(line -> line.severity() == severity && line.open() == open)
                .count();
        if (count > 0) {
            parts.add(texts.get(locale, key, count));
        }
    }
}
