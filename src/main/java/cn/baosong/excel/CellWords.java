package cn.baosong.excel;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.form.FormComponent.CheckEntry;
import cn.baosong.form.FormComponent.ChoiceEntry;
import cn.baosong.form.FormComponent.CodeEntry;
import cn.baosong.form.FormComponent.DateEntry;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormContext;
import cn.baosong.form.Options;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says values of a form the way {@link FormCells} reads them again, and the choices a cell has. */
final class CellWords {

    private final FormContext context;
    private final CodeLists codes;
    private final Locale locale;

    CellWords(FormContext context, CodeLists codes, Locale locale) {
        this.context = context;
        this.codes = codes;
        this.locale = locale;
    }

    /** @return null for no value */
    String of(Field field, Object value) {
        if (value == null) {
            return null;
        }
        if (field instanceof CodeEntry code) {
            return code(code, value.toString());
        }
        if (field instanceof ChoiceEntry choice) {
            var values = value instanceof List<?> many ? many : List.of(value);
            return values.stream().map(one -> label(choice, one.toString())).collect(Collectors.joining("、"));
        }
        if (field instanceof CheckEntry) {
            return Boolean.TRUE.equals(value) ? yes() : null;
        }
        if (field instanceof DateEntry) {
            return value.toString().replace('T', ' ');
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private String yes() {
        return Texts.pick(locale, "是", "yes");
    }

    private String code(CodeEntry field, String code) {
        var path = codes.path(field.list(), code);
        if (path.isEmpty()) {
            return code;
        }
        return field.levels() == 1
                ? path.get(path.size() - 1).name(locale)
                : code + " " + path.stream().map(entry -> entry.name()).collect(Collectors.joining("→"));
    }

    private String label(ChoiceEntry field, String value) {
        return options(field).stream()
                .filter(option -> option.value().equals(value))
                .map(option -> option.label(locale))
                .findFirst()
                .orElse(value);
    }

    private List<Options.Option> options(ChoiceEntry field) {
        return field.options().resolve(context, codes, context.inputs());
    }

    /** @return texts to choose from; none where any text will do, or where a cascade has too many */
    List<String> choices(Field field) {
        if (field instanceof ChoiceEntry choice && !choice.many()) {
            return options(choice).stream().map(option -> option.label(locale)).toList();
        }
        if (field instanceof CodeEntry code && code.levels() == 1) {
            return codes.children(code.list(), null).stream()
                    .map(entry -> entry.name(locale))
                    .toList();
        }
        return field instanceof CheckEntry ? List.of(yes(), Texts.pick(locale, "否", "no")) : List.of();
    }
}
