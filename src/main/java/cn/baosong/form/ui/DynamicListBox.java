package cn.baosong.form.ui;

import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormEvaluation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of the same fields, added and removed by the person. */
final class DynamicListBox extends Section {

    private static final int MOST_ROWS = 500;

    private final transient DynamicList list;
    private final transient Scope scope;
    private final transient FormRenderer renderer;
    private final transient List<Map<String, Object>> rows = new ArrayList<>();
    private final Div body = new Div();
    private final Button add;

    DynamicListBox(DynamicList list, Scope scope, FormRenderer renderer) {
        this.list = list;
        this.scope = scope;
        this.renderer = renderer;
        setId(scope.prefix() + list.head().path());
        addClassNames("form-group", "form-list");
        if (!list.head().label().isEmpty()) {
            add(new H3(list.head().label().in(renderer.locale())));
        }
        add = new Button(renderer.texts().get(renderer.locale(), "form.list.add"), click -> append());
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(body, add);

        Object given = scope.values().get(list.head().path());
        FormEvaluation.rows(given).forEach(row -> rows.add(new LinkedHashMap<>(row)));
        for (int i = 0; given == null && i < list.initialRows(); i++) {
            rows.add(new LinkedHashMap<>());
        }
        draw();
        scope.values().put(list.head().path(), rows);
    }

    void refresh() {
        boolean changeable = !list.fixed() && !renderer.readOnly();
        add.setVisible(changeable && rows.size() < MOST_ROWS);
        body.getChildren().forEach(row -> row.getChildren()
                .filter(Button.class::isInstance)
                .forEach(button -> button.setVisible(changeable)));
    }

    private void append() {
        rows.add(new LinkedHashMap<>());
        redraw();
    }

    private void remove(int index) {
        rows.remove(index);
        renderer.rowsMoved(scope.prefix() + list.head().path(), index);
        redraw();
    }

    /** Puts other rows in place of these, as if they were typed. @return false where nothing can be typed now */
    boolean apply(Object given) {
        if (renderer.readOnly()) {
            return false;
        }
        rows.clear();
        FormEvaluation.rows(given).stream().limit(MOST_ROWS).forEach(row -> rows.add(new LinkedHashMap<>(row)));
        renderer.rowsMoved(scope.prefix() + list.head().path(), 0);
        redraw();
        return true;
    }

    private void redraw() {
        renderer.forget(scope.prefix() + list.head().path() + "[");
        draw();
        scope.changed().accept(List.of(list.head().path()));
    }

    private void draw() {
        body.removeAll();
        for (int i = 0; i < rows.size(); i++) {
            int index = i;
            Scope row = new Scope(
                    scope.prefix() + list.head().path() + "[" + i + "].", rows.get(i), paths -> scope.changed()
                            .accept(List.of(list.head().path())));
            Span number = new Span(String.valueOf(i + 1));
            number.addClassName("form-list-number");
            Button remove = new Button("✕", click -> remove(index));
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            remove.setAriaLabel(renderer.texts().get(renderer.locale(), "form.list.remove", i + 1));
            Div line = new Div(number, renderer.render(list.children(), row), remove);
            line.addClassName("form-list-row");
            body.add(line);
        }
    }
}
