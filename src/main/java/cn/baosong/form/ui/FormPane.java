package cn.baosong.form.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.form.FieldProblem;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormEvaluation;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A form to fill in. Every field's element id is its path. Shows and hides by the form's conditions and works out
 * computed fields while typing; whether values are right is the business of {@code FormValidator} on submit.
 */
public final class FormPane extends Div {

    private final transient FormDefinition form;
    private final transient FormContext context;
    private final transient Texts texts;
    private final Locale locale;
    private final transient FormRenderer renderer;
    private final ErrorSummary summary;
    private final transient FindingBoard findings;
    private final Div notices = new Div();
    private final transient Map<String, Object> values;
    private final transient List<FieldProblem> problems = new ArrayList<>();
    private final transient List<Consumer<Map<String, Object>>> listeners = new ArrayList<>();
    private transient FormEvaluation evaluation;
    private transient Set<String> gathered;

    /** @param initial values of a draft or a version, flat by path; keys the form lacks are left aside */
    public FormPane(
            FormDefinition form,
            FormContext context,
            CodeLists codeLists,
            Texts texts,
            Locale locale,
            Map<String, Object> initial) {
        this.form = form;
        this.context = context;
        this.texts = texts;
        this.locale = locale;
        this.values = new LinkedHashMap<>(initial);
        this.renderer = new FormRenderer(context, codeLists, texts, locale, this::touched);
        this.summary = new ErrorSummary(texts, locale, this::goTo);
        addClassName("form-pane");
        evaluate();
        findings = new FindingBoard(renderer, this::isOnPage, this::goTo);
        Div summaries = new Div(summary, findings.summary());
        summaries.addClassName("form-summaries");
        renderer.onRowsMoved(this::rowsMoved);
        add(notices, summaries, renderer.render(form.components(), new Scope("", values, this::changed)));
        evaluate();
        renderer.refresh();
    }

    /** @param changed gets the changed keys with their values, null for one that was emptied; never a computed one */
    public void onChange(Consumer<Map<String, Object>> changed) {
        listeners.add(changed);
    }

    /** What is shown now, flat by path, computed values included; null for a field that was emptied. */
    public Map<String, Object> values() {
        Map<String, Object> shown = new LinkedHashMap<>();
        values.forEach((path, value) -> {
            if (value == null && form.byPath().containsKey(path)) {
                shown.put(path, null);
            }
        });
        evaluation.values().forEach((path, value) -> shown.put(path, copy(value)));
        return shown;
    }

    /** Shows each problem at its field and all of them in the summary; replaces those shown before. */
    public void showProblems(List<FieldProblem> problems) {
        clearProblems();
        this.problems.addAll(problems);
        Map<String, String> messages = problems.stream()
                .filter(problem -> problem.path() != null)
                .collect(Collectors.groupingBy(
                        FieldProblem::path,
                        Collectors.mapping(problem -> problem.message(texts, locale), Collectors.joining(" "))));
        messages.forEach((path, message) -> {
            FormInput input = renderer.inputs().get(path);
            if (input != null) {
                input.error(message);
            }
        });
        summarize();
        if (!problems.isEmpty()) {
            summary.getElement().executeJs("this.scrollIntoView({block: 'start', behavior: 'smooth'})");
        }
    }

    public void clearProblems() {
        problems.clear();
        renderer.inputs().values().forEach(input -> input.error(null));
        summarize();
    }

    /**
     * Shows each finding under its field or indicator, with a field for the explanation where one is needed, and all of
     * them in the summary; replaces those shown before. One that is found again (same rule, same path) stays as it is on
     * the page: focus and what is typed in its answer are kept. Lives beside {@link #showProblems}.
     *
     * @param onExplain told the rule and the explanation as soon as one was typed or taken over, empty for one removed
     */
    public void showFindings(List<FindingLine> lines, BiConsumer<String, String> onExplain) {
        findings.show(lines, onExplain);
    }

    /**
     * Puts the required star on these fields and indicators, beside those the form itself asks for; replaces what was
     * starred before.
     *
     * @param paths of fields or cells; {@code revenue.cumulative} stars the indicator {@code revenue}, {@code
     *     members.name} the field in every row
     */
    public void star(Set<String> paths) {
        renderer.star(paths);
    }

    /** Offers values of other reports under the cells of every matrix; an empty list takes the offer away. */
    public void compare(List<Comparison> others) {
        renderer.compare(others);
    }

    /**
     * Takes values as if they were typed, all in one change. Paths the form lacks and read-only fields are left aside.
     *
     * @param given by path, as {@link #values()} has them; null empties a field
     * @return what is another value now
     */
    public Set<String> apply(Map<String, Object> given) {
        gathered = new LinkedHashSet<>();
        Set<String> changed;
        try {
            given.forEach((path, value) -> {
                FormInput input = renderer.inputs().get(path);
                DynamicListBox list = renderer.lists().get(path);
                if (input != null) {
                    input.apply(value);
                } else if (list != null) {
                    list.apply(value);
                }
            });
        } finally {
            changed = gathered;
            gathered = null;
        }
        if (!changed.isEmpty()) {
            changed(List.copyOf(changed));
        }
        return changed;
    }

    /** Applies to all fields; those the form itself makes read-only stay so. */
    public void setReadOnly(boolean readOnly) {
        renderer.readOnly(readOnly);
        renderer.refresh();
        findings.readOnly(readOnly);
    }

    /** Brings the field of this path into view and puts the cursor there; nothing happens for an unknown path. */
    public void goTo(String path) {
        FormInput input = renderer.inputs().get(path);
        Component anchor = renderer.anchor(path);
        if (input != null) {
            input.focus();
        } else if (anchor != null) {
            anchor.getElement().executeJs("this.scrollIntoView({block: 'center', behavior: 'smooth'})");
        }
    }

    private void summarize() {
        summary.show(problems.stream()
                .map(problem -> new ErrorSummary.Item(
                        isOnPage(problem.path()) ? problem.path() : null, problem.message(texts, locale)))
                .toList());
    }

    /** Shows something above the form, until it is removed. */
    void notice(Component shown) {
        notices.add(shown);
    }

    String formId() {
        return form.id();
    }

    /** @return how to call what this path holds; empty if the form has no such path */
    Optional<String> label(String path) {
        return form.find(path).map(component -> component.name().in(locale));
    }

    /** A value of this path as people read it. */
    String said(String path, Object value) {
        return form.find(path)
                .map(component -> renderer.saidOf(component, value))
                .orElseGet(() -> FieldFactory.text(value));
    }

    /**
     * @param text as a person would type it
     * @return what {@link #values()} would then have; null for nothing
     * @throws IllegalArgumentException if there is no such field on the page, it takes no texts, or not this one
     */
    Object read(String path, String text) {
        if (!isOnPage(path) || !renderer.inputs().containsKey(path)) {
            throw new IllegalArgumentException("not on the page");
        }
        return renderer.inputs().get(path).read(text);
    }

    /** What stands in this field now, as {@link #read} says it; null for nothing. */
    Object current(String path) {
        return renderer.inputs().get(path).value();
    }

    private void rowsMoved(String list, int from) {
        findings.forgetRows(list, from);
        if (problems.removeIf(problem -> FormRenderer.isInRow(problem.path(), list, from))) {
            summarize();
        }
    }

    boolean isOnPage(String path) {
        Component anchor = path == null ? null : renderer.anchor(path);
        for (Component at = anchor;
                at != null && at != this;
                at = at.getParent().orElse(null)) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return anchor != null;
    }

    private void touched(String path) {
        FormInput input = renderer.inputs().get(path);
        input.error(input.unreadable()
                .map(field -> FieldProblem.unreadable(path, field).message(texts, locale))
                .orElse(null));
        if (problems.removeIf(problem -> Objects.equals(path, problem.path()))) {
            summarize();
        }
    }

    private void changed(List<String> paths) {
        if (gathered != null) {
            gathered.addAll(paths);
            return;
        }
        evaluate();
        renderer.refresh();
        findings.settle();
        Map<String, Object> changed = new LinkedHashMap<>();
        paths.forEach(path -> changed.put(path, copy(values.get(path))));
        listeners.forEach(listener -> listener.accept(changed));
    }

    private void evaluate() {
        evaluation = FormEvaluation.of(form, values, context);
        renderer.evaluation(evaluation);
    }

    /** Rows are changed in place; whoever gets them gets a copy, without what was emptied. */
    private static Object copy(Object value) {
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            return value instanceof List ? null : value;
        }
        List<Object> copies = new ArrayList<>();
        for (Object item : list) {
            if (item instanceof Map<?, ?> row) {
                Map<Object, Object> kept = new LinkedHashMap<>();
                row.forEach((path, inside) -> {
                    Object copied = copy(inside);
                    if (copied != null) {
                        kept.put(path, copied);
                    }
                });
                copies.add(kept);
            } else {
                copies.add(item);
            }
        }
        return copies;
    }
}
