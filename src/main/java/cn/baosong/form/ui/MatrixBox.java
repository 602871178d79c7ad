package cn.baosong.form.ui;

import cn.baosong.common.Texts;
import cn.baosong.form.FormComponent.Matrix;
import cn.baosong.form.FormComponent.MatrixRow;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import elemental.json.JsonObject;
import elemental.json.JsonType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A matrix to fill in, as a table of plain inputs. The browser moves the cursor, spreads a pasted block over the cells
 * and puts in separators ({@code js/matrix.js}); it sends texts, all that changed together in one call.
 */
final class MatrixBox extends Section {

    private static final String SCRIPT = "js/matrix.js";

    private final transient Scope scope;
    private final transient FormRenderer renderer;
    private final transient List<MatrixLine> lines = new ArrayList<>();
    private final transient Map<String, MatrixCell> cells = new LinkedHashMap<>();
    private final Element compare = new Element("button");

    MatrixBox(Matrix matrix, Scope scope, FormRenderer renderer) {
        this.scope = scope;
        this.renderer = renderer;
        setId(scope.prefix() + matrix.head().id());
        addClassNames("form-group", "matrix");
        NativeTable table = new NativeTable();
        if (!matrix.head().label().isEmpty()) {
            H3 title = new H3(matrix.head().label().in(renderer.locale()));
            table.getElement().setAttribute("aria-label", title.getText());
            add(title);
        }
        MatrixParts parts = new MatrixParts(matrix, renderer.texts(), renderer.locale());
        parts.head(table.getHead());
        for (MatrixRow row : matrix.rows()) {
            MatrixLine line = new MatrixLine(row, scope, parts, renderer, table.getBody());
            lines.add(line);
            renderer.register(line.fullPath(), line, line.component());
            line.cells().forEach(this::start);
        }
        compare.setAttribute("type", "button");
        compare.setAttribute("class", "matrix-compare");
        compare.setAttribute("aria-pressed", "false");
        compare.setVisible(false);
        getElement().appendChild(compare);
        Div around = new Div(table);
        around.addClassName("matrix-around");
        Span hint = new Span(renderer.texts().get(renderer.locale(), "form.matrix.hint"));
        hint.addClassName("matrix-hint");
        add(around, hint);
    }

    private void start(MatrixCell cell) {
        String path = cell.field().head().path();
        cell.start(
                scope.values().containsKey(path)
                        ? scope.values().get(path)
                        : cell.field().entry().defaultValue());
        scope.values().put(path, cell.value());
        cell.onApplied(() -> {
            scope.values().put(path, cell.value());
            renderer.touch(cell.fullPath());
            renderer.touch(cell.line().fullPath());
            scope.changed().accept(List.of(path));
        });
        cells.put(cell.fullPath(), cell);
        renderer.register(cell);
    }

    /**
     * Gives the cells what to compare them with, as a text each: the browser shows it once somebody asks for it.
     *
     * @param others in the order shown; those with no value for this matrix are left aside
     */
    void compare(List<Comparison> others) {
        List<Comparison> useful = others.stream()
                .filter(other ->
                        cells.keySet().stream().anyMatch(path -> other.values().get(path) != null))
                .toList();
        cells.forEach((path, cell) -> {
            boolean any = useful.stream().anyMatch(other -> other.values().get(path) != null);
            cell.compared(
                    any
                            ? useful.stream()
                                    .map(other -> other.name().in(renderer.locale()) + " "
                                            + renderer.number(other.values().get(path)))
                                    .collect(Collectors.joining("\n"))
                            : null);
        });
        compare.setVisible(!useful.isEmpty());
        compare.setText(renderer.texts()
                .get(
                        renderer.locale(),
                        "form.matrix.compare",
                        useful.stream()
                                .map(other -> other.name().in(renderer.locale()))
                                .collect(Collectors.joining(Texts.pick(renderer.locale(), "、", ", ")))));
    }

    /** @param names what FEEL sees */
    void refresh(Map<String, Object> names) {
        for (MatrixLine line : lines) {
            line.show(renderer.shown(line.row(), scope.prefix()));
            if (line.row().growth() != null) {
                line.growth(renderer.said(line.row().growth(), names));
            }
            line.cells().forEach(cell -> cell.readOnly(renderer.locked(cell.field(), names)));
        }
    }

    /** @param texts what now stands in cells, by path; what no cell takes is left aside */
    @ClientCallable
    void changed(JsonObject texts) {
        List<String> changed = new ArrayList<>();
        Set<String> touched = new LinkedHashSet<>();
        for (String path : texts.keys()) {
            MatrixCell cell = cells.get(path);
            if (cell == null
                    || cell.isReadOnly()
                    || !cell.line().isShown()
                    || texts.get(path).getType() != JsonType.STRING
                    || !cell.take(texts.getString(path))) {
                continue;
            }
            String inRow = cell.field().head().path();
            scope.values().put(inRow, cell.value());
            changed.add(inRow);
            touched.add(path);
            touched.add(cell.line().fullPath());
        }
        touched.forEach(renderer::touch);
        if (!changed.isEmpty()) {
            scope.changed().accept(changed);
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        attached.getUI().getPage().addJavaScript(SCRIPT);
    }
}
