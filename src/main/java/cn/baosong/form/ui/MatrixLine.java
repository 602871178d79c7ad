package cn.baosong.form.ui;

import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.MatrixRow;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One indicator of a matrix to fill in: its line of cells, and below it a line for what is wrong with them. */
final class MatrixLine implements FormInput {

    private final MatrixRow row;
    private final String fullPath;
    private final String findingsId;
    private final NativeTableRow line;
    private final NativeTableHeaderCell name;
    private final int width;
    /** Made once something is wrong with the indicator, for most never: a page open all day costs memory. */
    private Below below;

    private final Element growth;
    private final List<MatrixCell> cells = new ArrayList<>();
    private final Map<String, String> findings = new LinkedHashMap<>();

    MatrixLine(MatrixRow row, Scope scope, MatrixParts parts, FormRenderer renderer, NativeTableBody body) {
        this.row = row;
        this.fullPath = scope.fullPath(row.head().path());
        this.findingsId = fullPath + "-findings";
        this.line = body.addRow();
        this.width = parts.width();
        line.addClassName("matrix-row");
        name = parts.name(row);
        line.add(name);
        explain(renderer);
        parts.columns(row, line, field -> {
            MatrixCell cell = new MatrixCell(field, scope.fullPath(field.head().path()), this, renderer.locale());
            cell.element().setAttribute("aria-describedby", findingsId);
            cells.add(cell);
            return new Element("td").appendChild(cell.element());
        });
        growth = parts.growth(row, line, scope.prefix()).orElse(null);
    }

    /** A small button that unfolds what the indicator means; the browser does it alone. */
    private void explain(FormRenderer renderer) {
        String definition = row.head().definition().in(renderer.locale());
        if (definition.isEmpty()) {
            return;
        }
        Element text = new Element("div").setText(definition);
        text.setAttribute("id", fullPath + "-definition");
        text.setAttribute("class", "matrix-definition");
        text.setAttribute("hidden", true);
        Element button = new Element("button").setText("?");
        button.setAttribute("id", fullPath + "-help");
        button.setAttribute("type", "button");
        button.setAttribute("class", "matrix-help");
        button.setAttribute("aria-expanded", "false");
        button.setAttribute("aria-controls", fullPath + "-definition");
        button.setAttribute(
                "aria-label",
                renderer.texts().get(renderer.locale(), "form.help", row.name().in(renderer.locale())));
        name.getElement().appendChild(button, text);
    }

    MatrixRow row() {
        return row;
    }

    String fullPath() {
        return fullPath;
    }

    NativeTableRow component() {
        return line;
    }

    List<MatrixCell> cells() {
        return cells;
    }

    boolean isShown() {
        return line.isVisible();
    }

    void show(boolean shown) {
        line.setVisible(shown);
        showBelow();
    }

    /** @param text as people read it */
    void growth(String text) {
        if (growth != null && !text.equals(growth.getText())) {
            growth.setText(text);
        }
    }

    /**
     * @param path of the cell, or of the indicator itself
     * @param message null for none
     * @return whether this says something else than before
     */
    boolean finding(String path, String message) {
        String before = message == null ? findings.remove(path) : findings.put(path, message);
        if (Objects.equals(before, message)) {
            return false;
        }
        below().said.removeAll();
        findings.values().stream().distinct().forEach(text -> below().said.add(new Div(text)));
        showBelow();
        return true;
    }

    /** Where findings of this indicator and of its cells stand. */
    Div notes() {
        return below().notes;
    }

    private void showBelow() {
        if (below != null) {
            below.said.setVisible(!findings.isEmpty());
            below.setVisible(isShown()
                    && (!findings.isEmpty()
                            || below.notes.getChildren().findAny().isPresent()));
        }
    }

    private Below below() {
        if (below == null) {
            below = new Below();
            Element table = line.getElement().getParent();
            table.insertChild(table.indexOfChild(line.getElement()) + 1, below.getElement());
        }
        return below;
    }

    /** The line of what is wrong: problems first, then what checks found. */
    private final class Below extends NativeTableRow {

        private final Div said = new Div();
        private final Div notes = new Div();

        Below() {
            NativeTableCell all = new NativeTableCell(said, notes);
            all.setColspan(width);
            all.setId(findingsId);
            all.getElement().setAttribute("role", "status");
            said.addClassName("matrix-problems");
            addClassName("matrix-findings");
            add(all);
        }
    }

    @Override
    public void found(FindingLine.Severity worst) {
        showBelow();
    }

    @Override
    public void star(boolean starred) {
        MatrixParts.star(name, row, starred);
    }

    @Override
    public boolean apply(Object value) {
        return false;
    }

    @Override
    public Object value() {
        return null;
    }

    @Override
    public Object read(String text) {
        throw new IllegalArgumentException("an indicator holds no value itself");
    }

    @Override
    public Optional<Field> unreadable() {
        return Optional.empty();
    }

    @Override
    public void error(String message) {
        finding(fullPath, message);
    }

    @Override
    public void focus() {
        cells.stream().findFirst().ifPresent(MatrixCell::focus);
    }
}
