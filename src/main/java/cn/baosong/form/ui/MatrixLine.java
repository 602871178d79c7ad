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
    private final NativeTableRow line;
    private final NativeTableRow below;
    private final NativeTableHeaderCell name;
    private final Div said = new Div();
    private final Div notes = new Div();
    private final NativeTableCell growth;
    private final List<MatrixCell> cells = new ArrayList<>();
    private final Map<String, String> findings = new LinkedHashMap<>();

    /** @param prefix of the paths, empty for the form itself */
    MatrixLine(MatrixRow row, String prefix, MatrixParts parts, FormRenderer renderer, NativeTableBody body) {
        this.row = row;
        this.fullPath = prefix + row.head().path();
        this.line = body.addRow();
        this.below = body.addRow();
        line.addClassName("matrix-row");
        below.addClassName("matrix-findings");
        below.setVisible(false);
        NativeTableCell all = new NativeTableCell(said, notes);
        all.setColspan(parts.width());
        all.setId(fullPath + "-findings");
        all.getElement().setAttribute("role", "status");
        said.addClassName("matrix-problems");
        below.add(all);
        name = parts.name(row);
        line.add(name);
        explain(renderer);
        parts.columns(row, line, field -> {
            MatrixCell cell = new MatrixCell(field, prefix + field.head().path(), this, renderer.locale());
            cell.element().setAttribute("aria-describedby", fullPath + "-findings");
            cells.add(cell);
            NativeTableCell around = new NativeTableCell();
            around.getElement().appendChild(cell.element());
            return around;
        });
        growth = parts.growth(row, line, prefix).orElse(null);
    }

    /** A small button that unfolds what the indicator means; the browser does it alone. */
    private void explain(FormRenderer renderer) {
        String definition = row.head().definition().in(renderer.locale());
        if (definition.isEmpty()) {
            return;
        }
        Div text = new Div(definition);
        text.setId(fullPath + "-definition");
        text.addClassName("matrix-definition");
        text.getElement().setAttribute("hidden", true);
        Element button = new Element("button").setText("?");
        button.setAttribute("id", fullPath + "-help");
        button.setAttribute("type", "button");
        button.setAttribute("class", "matrix-help");
        button.setAttribute("aria-expanded", "false");
        button.setAttribute("aria-controls", fullPath + "-definition");
        button.setAttribute(
                "aria-label",
                renderer.texts().get(renderer.locale(), "form.help", row.name().in(renderer.locale())));
        name.getElement().appendChild(button, text.getElement());
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
        said.removeAll();
        findings.values().stream().distinct().forEach(text -> said.add(new Div(text)));
        showBelow();
        return true;
    }

    /** Where findings of this indicator and of its cells stand. */
    Div notes() {
        return notes;
    }

    private void showBelow() {
        said.setVisible(!findings.isEmpty());
        below.setVisible(isShown()
                && (!findings.isEmpty() || notes.getChildren().findAny().isPresent()));
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
