package cn.baosong.form.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormComponent.Group;
import cn.baosong.form.FormComponent.Matrix;
import cn.baosong.form.FormComponent.MatrixRow;
import cn.baosong.form.FormComponent.TextEntry;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormEvaluation;
import cn.baosong.form.ValueText;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A form's values to read: label and value side by side, dense; what the form hides is left out. */
@Tag(Tag.DIV)
public final class FormSheet extends Component {

    private static final int LONG_TEXT = 60;

    private final transient ValueText said;
    private final transient Texts texts;
    private final Locale locale;
    private final transient FormEvaluation evaluation;

    /** @param values flat by path, as validated or as typed */
    public FormSheet(
            FormDefinition form,
            FormContext context,
            CodeLists codeLists,
            Texts texts,
            Locale locale,
            Map<String, Object> values) {
        this.said = new ValueText(context, codeLists, texts, locale);
        this.texts = texts;
        this.locale = locale;
        this.evaluation = FormEvaluation.of(form, values, context);
        addClassName("form-sheet");
        sections(form.components(), evaluation.values(), "")
                .forEach(section -> getElement().appendChild(section.getElement()));
    }

    private List<Component> sections(List<FormComponent> components, Map<String, Object> values, String prefix) {
        List<Component> sections = new ArrayList<>();
        DescriptionList items = null;
        for (FormComponent component : shown(components, prefix).toList()) {
            if (component instanceof Group group) {
                items = null;
                section(group, values, prefix, sections);
            } else if (component instanceof DynamicList list) {
                items = null;
                sections.add(new Section(title(list), table(list, values, prefix)));
            } else if (component instanceof Matrix matrix) {
                items = null;
                Section section = new Section();
                if (!matrix.head().label().isEmpty()) {
                    section.add(title(matrix));
                }
                section.add(matrix(matrix, values, prefix));
                sections.add(section);
            } else if (component.holdsValue()) {
                if (items == null) {
                    items = new DescriptionList();
                    sections.add(items);
                }
                items.add(item(component, values, prefix));
            }
        }
        return sections;
    }

    private Stream<FormComponent> shown(List<FormComponent> components, String prefix) {
        return components.stream().filter(component -> evaluation.shown(component, prefix));
    }

    private void section(Group group, Map<String, Object> values, String prefix, List<Component> sections) {
        List<Component> inside = sections(group.children(), values, prefix);
        if (!inside.isEmpty()) {
            Section section = new Section();
            if (!group.head().label().isEmpty()) {
                section.add(title(group));
            }
            section.add(inside);
            sections.add(section);
        }
    }

    private H3 title(FormComponent component) {
        return new H3(component.name().in(locale));
    }

    private Div item(FormComponent component, Map<String, Object> values, String prefix) {
        Object value = values.get(component.head().path());
        String text = said.of(component, value, evaluation.names(prefix));
        DescriptionList.Term label = new DescriptionList.Term(component.name().in(locale));
        DescriptionList.Description shown = new DescriptionList.Description(text);
        shown.setId(prefix + component.head().path());
        shown.setClassName("form-number", value instanceof Number);
        Div item = new Div(label, shown);
        item.addClassName("form-sheet-item");
        item.setClassName(
                "form-sheet-wide",
                component instanceof TextEntry entry && entry.multiline() || text.length() > LONG_TEXT);
        return item;
    }

    private Component table(DynamicList list, Map<String, Object> values, String prefix) {
        // A row has one line: every cell of a matrix inside is a column like any other.
        List<FormComponent> columns =
                flat(list.children()).filter(FormComponent::holdsValue).toList();
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        columns.forEach(
                column -> head.add(new NativeTableHeaderCell(column.name().in(locale))));
        List<Map<String, Object>> rows =
                FormEvaluation.rows(values.get(list.head().path()));
        for (int i = 0; i < rows.size(); i++) {
            String inRow = prefix + list.head().path() + "[" + i + "].";
            NativeTableRow line = table.getBody().addRow();
            for (FormComponent column : columns) {
                Object value = rows.get(i).get(column.head().path());
                NativeTableCell cell = new NativeTableCell(
                        evaluation.shown(column, inRow) ? said.of(column, value, evaluation.names(inRow)) : "");
                cell.setClassName("form-number", value instanceof Number);
                line.add(cell);
            }
        }
        Div around = new Div(table);
        around.addClassName("form-table");
        return around;
    }

    private Component matrix(Matrix matrix, Map<String, Object> values, String prefix) {
        MatrixParts parts = new MatrixParts(matrix, texts, locale);
        NativeTable table = new NativeTable();
        parts.head(table.getHead());
        for (MatrixRow row : matrix.rows()) {
            if (evaluation.shown(row, prefix)) {
                NativeTableRow line = table.getBody().addRow();
                line.add(parts.name(row));
                parts.columns(row, line, cell -> {
                    NativeTableCell shown = new NativeTableCell(
                            said.withoutUnit(values.get(cell.head().path())));
                    shown.setId(prefix + cell.head().path());
                    return shown.getElement();
                });
                parts.growth(row, line, prefix)
                        .ifPresent(growth -> growth.setText(said.of(
                                row.growth(), values.get(row.growth().head().path()), Map.of())));
            }
        }
        Div around = new Div(table);
        around.addClassNames("form-table", "matrix-sheet");
        return around;
    }

    private static Stream<FormComponent> flat(List<FormComponent> components) {
        return components.stream()
                .flatMap(component ->
                        component instanceof DynamicList || component.children().isEmpty()
                                ? Stream.of(component)
                                : flat(component.children()));
    }
}
