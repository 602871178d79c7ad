package cn.baosong.form.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormComponent.Computed;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormComponent.Entry;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.Group;
import cn.baosong.form.FormComponent.Matrix;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormEvaluation;
import cn.baosong.form.ValueText;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Builds the components of a form and keeps what is on the page in step with its values. */
final class FormRenderer {

    /** A component on the page. @param update brings it up to date, given what FEEL sees */
    private record Placed(FormComponent component, String prefix, Div cell, Consumer<Map<String, Object>> update) {}

    private final FormContext context;
    private final FieldFactory fields;
    private final DisplayParts parts;
    private final ValueText said;
    private final Texts texts;
    private final Locale locale;
    private final Consumer<String> touched;

    private final List<Placed> placed = new ArrayList<>();
    private final Map<String, FormGrid> grids = new LinkedHashMap<>();
    private final Map<String, FormInput> inputs = new LinkedHashMap<>();
    private final Map<String, Component> anchors = new LinkedHashMap<>();
    private final Map<String, DynamicListBox> lists = new LinkedHashMap<>();
    private final List<MatrixBox> matrices = new ArrayList<>();
    private BiConsumer<String, Integer> rowsMoved = (list, from) -> {};
    private Set<String> stars = Set.of();
    private List<Comparison> comparisons = List.of();
    private FormEvaluation evaluation;
    private boolean readOnly;

    /** @param touched told the full path of a field whose value changed, before anything else happens */
    FormRenderer(FormContext context, CodeLists codeLists, Texts texts, Locale locale, Consumer<String> touched) {
        this.context = context;
        this.fields = new FieldFactory(context, codeLists, texts, locale);
        this.parts = new DisplayParts(context, texts, locale);
        this.said = new ValueText(context, codeLists, texts, locale);
        this.texts = texts;
        this.locale = locale;
        this.touched = touched;
    }

    Texts texts() {
        return texts;
    }

    Locale locale() {
        return locale;
    }

    boolean readOnly() {
        return readOnly;
    }

    void readOnly(boolean readOnly) {
        this.readOnly = readOnly;
    }

    /** Fields of the page by full path. */
    Map<String, FormInput> inputs() {
        return inputs;
    }

    /** What a problem of this path is shown at; null if it is not on the page. */
    Component anchor(String path) {
        return inputs.get(path) instanceof MatrixCell cell ? cell.line().component() : anchors.get(path);
    }

    /** @param evaluation of the values now: taken for what is built from here on, and shown by {@link #refresh()} */
    void evaluation(FormEvaluation evaluation) {
        this.evaluation = evaluation;
    }

    FormGrid render(List<FormComponent> components, Scope scope) {
        FormGrid grid = new FormGrid();
        for (FormComponent component : components) {
            place(component, scope, grid);
        }
        if (!components.isEmpty()) {
            grids.put(scope.prefix() + components.get(0).head().id(), grid);
        }
        return grid;
    }

    private void place(FormComponent component, Scope scope, FormGrid grid) {
        Map<String, Object> names = evaluation.names(scope.prefix());
        if (component instanceof Field field) {
            field(field, scope, grid, names);
        } else if (component instanceof Computed computed) {
            computed(computed, scope, grid);
        } else if (component instanceof Group group) {
            place(component, scope, grid, group(group, scope), seen -> {});
        } else if (component instanceof DynamicList list) {
            DynamicListBox box = new DynamicListBox(list, scope, this);
            anchors.put(scope.prefix() + list.head().path(), box);
            lists.put(scope.prefix() + list.head().path(), box);
            place(component, scope, grid, box, seen -> box.refresh());
        } else if (component instanceof Matrix matrix) {
            MatrixBox box = new MatrixBox(matrix, scope, this);
            matrices.add(box);
            box.compare(comparisons);
            place(component, scope, grid, box, box::refresh);
        } else {
            display(component, scope, grid, names);
        }
    }

    private void place(
            FormComponent component,
            Scope scope,
            FormGrid grid,
            Component shown,
            Consumer<Map<String, Object>> update) {
        Div cell = grid.add(shown, component.head().placement());
        help(component, cell);
        placed.add(new Placed(component, scope.prefix(), cell, update));
    }

    private void field(Field field, Scope scope, FormGrid grid, Map<String, Object> names) {
        String path = field.head().path();
        String fullPath = scope.prefix() + path;
        FieldInput<?> input = fields.create(field, fullPath, names);
        if (input == null) {
            Div pending = new Div(new Span(field.name().in(locale)));
            pending.setId(fullPath);
            pending.add(DisplayParts.notice(texts.get(locale, "form.file.pending")));
            anchors.put(fullPath, pending);
            place(field, scope, grid, pending, seen -> {});
            return;
        }
        Object given = scope.values().containsKey(path)
                ? scope.values().get(path)
                : field.entry().defaultValue();
        input.start(given);
        scope.values().put(path, input.value());
        input.onChange(value -> {
            scope.values().put(path, value);
            touched.accept(fullPath);
            scope.changed().accept(List.of(path));
        });
        register(fullPath, input, input.component());
        place(field, scope, grid, input.component(), seen -> {
            input.refresh(seen);
            input.readOnly(locked(field, seen));
        });
    }

    /** @param anchor what is brought into view for it, and hidden with it */
    void register(String fullPath, FormInput input, Component anchor) {
        inputs.put(fullPath, input);
        anchors.put(fullPath, anchor);
        if (!stars.isEmpty()) {
            star(fullPath, input);
        }
    }

    /** Registers a cell, which is brought into view and hidden with its line. */
    void register(MatrixCell cell) {
        inputs.put(cell.fullPath(), cell);
        if (!stars.isEmpty()) {
            star(cell.fullPath(), cell);
        }
    }

    /** Lists of rows on the page by full path. */
    Map<String, DynamicListBox> lists() {
        return lists;
    }

    /** @param moved told the full path of a list and from which row on its rows are others now */
    void onRowsMoved(BiConsumer<String, Integer> moved) {
        rowsMoved = moved;
    }

    void rowsMoved(String list, int from) {
        rowsMoved.accept(list, from);
    }

    /** Whether a path leads into a row of this list, from this one on. */
    static boolean isInRow(String path, String list, int from) {
        if (path == null || !path.startsWith(list + "[")) {
            return false;
        }
        int close = path.indexOf(']', list.length());
        String index = close < 0 ? "" : path.substring(list.length() + 1, close);
        return index.matches("\\d{1,6}") && Integer.parseInt(index) >= from;
    }

    /** Stars these beside those the form asks for; a path without row numbers means every row. */
    void star(Set<String> paths) {
        stars = Set.copyOf(paths);
        inputs.forEach(this::star);
    }

    private void star(String path, FormInput input) {
        String everyRow = path.replaceAll("\\[\\d+]", "");
        input.star(stars.contains(path)
                || stars.contains(everyRow)
                || input instanceof MatrixLine
                        && stars.stream()
                                .anyMatch(star -> star.startsWith(path + ".") || star.startsWith(everyRow + ".")));
    }

    void compare(List<Comparison> others) {
        comparisons = List.copyOf(others);
        matrices.forEach(matrix -> matrix.compare(comparisons));
    }

    /** @return a number with separators, a dash for none */
    String number(Object value) {
        return said.withoutUnit(value);
    }

    /** Any value of a component as people read it. */
    String saidOf(FormComponent component, Object value) {
        return component instanceof DynamicList
                ? texts.get(
                        locale, "form.value.rows", FormEvaluation.rows(value).size())
                : said.of(component, value, evaluation.names(""));
    }

    /** Where findings of this path stand; it must be on the page. */
    Div findings(String path) {
        FormInput input = inputs.get(path);
        if (input instanceof MatrixLine line) {
            return line.notes();
        } else if (input instanceof MatrixCell cell) {
            return cell.line().notes();
        }
        Div cell = (Div) anchors.get(path).getParent().orElseThrow();
        return cell.getChildren()
                .filter(Div.class::isInstance)
                .map(Div.class::cast)
                .filter(part -> part.hasClassName("form-findings"))
                .findFirst()
                .orElseGet(() -> {
                    Div made = new Div();
                    made.addClassName("form-findings");
                    cell.add(made);
                    return made;
                });
    }

    /** Says that the value of this field is another now, before anything else happens. */
    void touch(String fullPath) {
        touched.accept(fullPath);
    }

    /** Whether nobody may change this field now. @param names what FEEL sees */
    boolean locked(Field field, Map<String, Object> names) {
        Entry entry = field.entry();
        return readOnly || entry.readOnly() || context.expressions().holds(entry.readOnlyWhen(), names);
    }

    boolean shown(FormComponent component, String prefix) {
        return evaluation.shown(component, prefix);
    }

    /** The value of a component as people read it. @param names what FEEL sees */
    String said(FormComponent component, Map<String, Object> names) {
        return said.of(component, at(names, component.head().path()), names);
    }

    private void computed(Computed computed, Scope scope, FormGrid grid) {
        String fullPath = scope.prefix() + computed.head().path();
        TextField shown = new TextField(computed.name().in(locale));
        shown.setId(fullPath);
        shown.addClassNames("form-field", "form-computed");
        shown.setHelperText(computed.head().description().in(locale));
        shown.setReadOnly(true);
        anchors.put(fullPath, shown);
        place(computed, scope, grid, shown, seen -> {
            Object value = at(seen, computed.head().path());
            String text = said.of(computed, value, seen);
            shown.setClassName("form-number", value instanceof Number);
            if (!text.equals(shown.getValue())) {
                shown.setValue(text);
            }
        });
    }

    private static Object at(Map<String, Object> names, String path) {
        Object at = names;
        for (String step : path.split("\\.")) {
            at = at instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return at;
    }

    private Component group(Group group, Scope scope) {
        Section section = new Section();
        section.addClassName("form-group");
        section.setClassName("form-group-outline", group.outline());
        if (!group.head().label().isEmpty()) {
            H3 title = new H3(group.head().label().in(locale));
            section.add(title);
            section.getElement().setAttribute("aria-label", title.getText());
        }
        section.add(render(group.children(), scope));
        return section;
    }

    private void display(FormComponent component, Scope scope, FormGrid grid, Map<String, Object> names) {
        Component shown = parts.create(component, names);
        if (shown == null) {
            return;
        }
        Div around = new Div(shown);
        Object[] content = {parts.content(component, names)};
        place(component, scope, grid, around, seen -> {
            Object now = parts.content(component, seen);
            if (!now.equals(content[0])) {
                content[0] = now;
                around.removeAll();
                around.add(parts.create(component, seen));
            }
        });
    }

    private void help(FormComponent component, Div cell) {
        String definition = component.head().definition().in(locale);
        if (definition.isEmpty()) {
            return;
        }
        Button button = new Button("ⓘ");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        button.addClassName("form-help");
        button.setAriaLabel(texts.get(locale, "form.help", component.name().in(locale)));
        Div text = new Div(definition);
        text.addClassName("form-help-text");
        Popover popover = new Popover(text);
        popover.setTarget(button);
        popover.setOpenOnHover(true);
        popover.setOpenOnFocus(true);
        cell.add(button, popover);
    }

    /** Shows, hides and updates everything for the evaluation set last. */
    void refresh() {
        // A list of rows may build new components while it is brought up to date.
        for (Placed part : List.copyOf(placed)) {
            boolean shown = evaluation.shown(part.component(), part.prefix());
            part.cell().setVisible(shown);
            if (shown) {
                part.update().accept(evaluation.names(part.prefix()));
            }
        }
        grids.values().forEach(FormGrid::arrange);
    }

    /** Forgets what is about to be built anew. */
    void forget(String prefix) {
        placed.removeIf(part -> part.prefix().startsWith(prefix));
        grids.keySet().removeIf(key -> key.startsWith(prefix));
        inputs.keySet().removeIf(path -> path.startsWith(prefix));
        anchors.keySet().removeIf(path -> path.startsWith(prefix));
        lists.keySet().removeIf(path -> path.startsWith(prefix));
        matrices.removeIf(box -> box.getId().orElse("").startsWith(prefix));
    }
}
