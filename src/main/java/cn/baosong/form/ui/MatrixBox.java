package cn.baosong.form.ui;

import cn.baosong.form.FormComponent.Matrix;
import cn.baosong.form.FormComponent.MatrixRow;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import elemental.json.JsonObject;
import elemental.json.JsonType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
            MatrixLine line = new MatrixLine(row, scope.prefix(), parts, renderer, table.getBody());
            lines.add(line);
            renderer.register(line.fullPath(), line, line.component());
            line.cells().forEach(this::start);
        }
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
        cells.put(cell.fullPath(), cell);
        renderer.register(cell.fullPath(), cell, cell.line().component());
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
