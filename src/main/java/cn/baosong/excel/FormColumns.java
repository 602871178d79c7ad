package cn.baosong.excel;

import cn.baosong.common.CodeLists;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormComponent.ChoiceEntry;
import cn.baosong.form.FormComponent.CodeEntry;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.FileEntry;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fields of a form as columns of a sheet. What is computed, attached or repeated in rows of its own has no column.
 */
public final class FormColumns {

    private final FormDefinition form;
    private final FormContext context;
    private final CodeLists codes;

    public FormColumns(FormDefinition form, FormContext context, CodeLists codes) {
        this.form = form;
        this.context = context;
        this.codes = codes;
    }

    /** @return the fields in the order of the form, by path */
    public Map<String, Field> fields() {
        var fields = new LinkedHashMap<String, Field>();
        sameRow(form.components()).forEach(component -> {
            if (component instanceof Field field && !(component instanceof FileEntry)) {
                fields.put(field.head().path(), field);
            }
        });
        return fields;
    }

    /**
     * @param required paths of the fields a sheet must have
     * @return keys are paths, titles the labels with their units
     */
    public List<SheetColumn> columns(Locale locale, Set<String> required) {
        return fields().entrySet().stream()
                .map(entry -> column(entry.getKey(), entry.getValue(), locale, required.contains(entry.getKey())))
                .toList();
    }

    private SheetColumn column(String path, Field field, Locale locale, boolean required) {
        var unit = field.head().unit().in(locale);
        var title = field.name().in(locale) + (unit.isEmpty() ? "" : "（" + unit + "）");
        var note = Stream.of(field.head().description(), field.head().definition())
                .map(text -> text.in(locale))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        return new SheetColumn(path, title, note, options(field, locale), required);
    }

    /** Choices of a cascade are too many for a cell. */
    private List<String> options(Field field, Locale locale) {
        if (field instanceof ChoiceEntry choice && !choice.many()) {
            return choice.options().resolve(context, codes, context.inputs()).stream()
                    .map(option -> option.label(locale))
                    .toList();
        }
        if (field instanceof CodeEntry code && code.levels() == 1) {
            return codes.children(code.list(), null).stream()
                    .map(entry -> entry.name(locale))
                    .toList();
        }
        return List.of();
    }

    private static Stream<FormComponent> sameRow(List<FormComponent> components) {
        return components.stream()
                .flatMap(component -> component instanceof FormComponent.DynamicList
                        ? Stream.empty()
                        : Stream.concat(Stream.of(component), sameRow(component.children())));
    }
}
