package cn.baosong.form.ui;

import cn.baosong.form.FormComponent.Placement;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sixteen columns; what is shown of a row starts at its left and shares the line. */
final class FormGrid extends Div {

    private static final int COLUMNS = 16;

    private record Cell(Div box, String row, int columns) {}

    private final transient List<Cell> cells = new ArrayList<>();

    FormGrid() {
        addClassName("form-grid");
    }

    /** @return the cell, whose visibility is the caller's; {@link #arrange()} afterwards */
    Div add(Component content, Placement placement) {
        Div box = new Div(content);
        box.addClassName("form-cell");
        String row = placement.row() == null ? "alone-" + cells.size() : placement.row();
        cells.add(new Cell(box, row, placement.columns()));
        add(box);
        return box;
    }

    /** Lays out what is visible now. */
    void arrange() {
        Map<String, List<Cell>> rows = new LinkedHashMap<>();
        cells.stream().filter(cell -> cell.box().isVisible()).forEach(cell -> rows.computeIfAbsent(
                        cell.row(), row -> new ArrayList<>())
                .add(cell));
        rows.values().forEach(FormGrid::arrangeRow);
    }

    private static void arrangeRow(List<Cell> row) {
        int named = row.stream().mapToInt(Cell::columns).sum();
        long sharing = row.stream().filter(cell -> cell.columns() == 0).count();
        int share = sharing == 0 ? 0 : (int) Math.max(1, Math.max(0, COLUMNS - named) / sharing);
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.get(i);
            cell.box().setClassName("form-row-start", i == 0);
            cell.box().getStyle().set("--form-columns", String.valueOf(cell.columns() == 0 ? share : cell.columns()));
        }
    }
}
