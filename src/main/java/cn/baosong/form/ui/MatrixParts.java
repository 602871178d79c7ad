package cn.baosong.form.ui;

import cn.baosong.common.Texts;
import cn.baosong.form.FormComponent.Matrix;
import cn.baosong.form.FormComponent.MatrixRow;
import cn.baosong.form.FormComponent.NumberEntry;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a matrix to fill in and one to read have in common: its headings, names, closed cells and growth. */
final class MatrixParts {

    private final Matrix matrix;
    private final Texts texts;
    private final Locale locale;
    /** What a phone shows beside each cell, by column: one text for all of it, since a page open all day costs memory. */
    private final List<String> labels;

    MatrixParts(Matrix matrix, Texts texts, Locale locale) {
        this.matrix = matrix;
        this.texts = texts;
        this.locale = locale;
        this.labels = matrix.columns().stream()
                .map(column -> column.group().isEmpty()
                        ? column.label().in(locale)
                        : column.group().in(locale) + " " + column.label().in(locale))
                .toList();
    }

    /** Columns of the table, the names of the indicators included. */
    int width() {
        return 1 + matrix.columns().size() + (matrix.growth() == null ? 0 : 1);
    }

    /** One line of headings, or two where columns share one. */
    void head(NativeTableHeader head) {
        boolean grouped =
                matrix.columns().stream().anyMatch(column -> !column.group().isEmpty());
        int height = grouped ? 2 : 1;
        NativeTableRow top = head.addRow();
        NativeTableRow below = grouped ? head.addRow() : top;
        top.add(heading(texts.get(locale, "form.matrix.indicator"), "matrix-name", height));
        NativeTableHeaderCell last = null;
        String lastGroup = "";
        int together = 0;
        for (Matrix.Column column : matrix.columns()) {
            String group = column.group().in(locale);
            String label = column.label().in(locale);
            if (group.isEmpty()) {
                top.add(heading(label, "matrix-number", height));
            } else {
                together = group.equals(lastGroup) ? together + 1 : 1;
                if (together == 1) {
                    last = heading(group, "matrix-together", 1);
                    top.add(last);
                }
                last.getElement().setAttribute("colspan", String.valueOf(together));
                below.add(heading(label, "matrix-number", 1));
            }
            lastGroup = group;
        }
        if (matrix.growth() != null) {
            top.add(heading(matrix.growth().label().in(locale), "matrix-number", height));
        }
    }

    private static NativeTableHeaderCell heading(String text, String kind, int rows) {
        NativeTableHeaderCell heading = new NativeTableHeaderCell(text);
        heading.addClassName(kind);
        heading.getElement().setAttribute("rowspan", String.valueOf(rows));
        heading.getElement().setAttribute("scope", "matrix-together".equals(kind) ? "colgroup" : "col");
        return heading;
    }

    /** The indicator with its unit, and a star where a column of it must be filled in. */
    NativeTableHeaderCell name(MatrixRow row) {
        NativeTableHeaderCell name = new NativeTableHeaderCell();
        name.addClassName("matrix-name");
        name.getElement().setAttribute("scope", "row");
        star(name, row, false);
        name.getElement().appendChild(new Element("span").setText(row.name().in(locale)));
        String unit = row.head().unit().in(locale);
        if (!unit.isEmpty()) {
            name.getElement().appendChild(new Element("span").setText(unit).setAttribute("class", "matrix-unit"));
        }
        return name;
    }

    /** Puts the star before a name, or takes it away where neither the form nor anything else asks for it. */
    static void star(NativeTableHeaderCell name, MatrixRow row, boolean asked) {
        boolean starred = asked
                || row.cells().values().stream().anyMatch(cell -> cell.entry().required());
        List<Element> there = name.getElement()
                .getChildren()
                .filter(part -> "matrix-required".equals(part.getAttribute("class")))
                .toList();
        if (!starred) {
            there.forEach(Element::removeFromParent);
        } else if (there.isEmpty()) {
            Element star = new Element("span").setText("*");
            star.setAttribute("class", "matrix-required");
            star.setAttribute("aria-hidden", "true");
            name.getElement().insertChild(0, star);
        }
    }

    /** Adds a cell for every column: what {@code open} makes of an open one, a grey one for the rest. */
    void columns(MatrixRow row, NativeTableRow line, Function<NumberEntry, Element> open) {
        for (int i = 0; i < labels.size(); i++) {
            NumberEntry cell = row.cells().get(matrix.columns().get(i).key());
            Element shown = cell == null ? closed() : open.apply(cell);
            shown.getClassList().add("matrix-number");
            shown.setAttribute("data-label", labels.get(i));
            line.getElement().appendChild(shown);
        }
    }

    /** Says that it is closed to those who do not see it grey. */
    private Element closed() {
        Element closed = new Element("td").setText(texts.get(locale, "form.matrix.closed"));
        closed.getClassList().add("matrix-closed");
        return closed;
    }

    /** Adds the column of growth if the matrix has one. @return where this row's growth is said */
    Optional<Element> growth(MatrixRow row, NativeTableRow line, String prefix) {
        if (matrix.growth() == null) {
            return Optional.empty();
        }
        Element cell = row.growth() == null ? closed() : new Element("td");
        cell.getClassList().add("matrix-number");
        cell.getClassList().add("matrix-growth");
        cell.setAttribute("data-label", matrix.growth().label().in(locale));
        line.getElement().appendChild(cell);
        if (row.growth() == null) {
            return Optional.empty();
        }
        cell.setAttribute("id", prefix + row.growth().head().path());
        return Optional.of(cell);
    }
}
