package cn.baosong.form;

import cn.baosong.common.CodeLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Where the options of a radio, select, checklist or taglist come from. Values are compared as text. */
public sealed interface Options {

    /** @param value what is stored, @param label what is read; never null, the value itself where the file has none */
    record Option(String value, Bilingual label) {

        public String label(Locale locale) {
            return label.in(locale);
        }
    }

    /** Written in the file. */
    record Fixed(List<Option> options) implements Options {}

    /** A list found under a name of the inputs or the values: texts, or contexts with {@code label} and {@code value}. */
    record FromKey(String key) implements Options {}

    /** A list made by a FEEL expression, of the same shape. */
    record FromExpression(String expression) implements Options {}

    /** The top level of a code list. */
    record FromCodeList(String list) implements Options {}

    Options NONE = new Fixed(List.of());

    /** @return the options as they stand for these names; empty where the source gives no list */
    default List<Option> resolve(FormContext context, CodeLists codeLists, Map<String, Object> names) {
        if (this instanceof Fixed fixed) {
            return fixed.options();
        }
        if (this instanceof FromCodeList codes) {
            return codeLists.children(codes.list(), null).stream()
                    .map(entry -> new Option(entry.code(), new Bilingual(entry.name(), entry.nameEn())))
                    .toList();
        }
        Object source = this instanceof FromKey key
                ? FormValues.at(names, key.key())
                : context.expressions().evaluate(((FromExpression) this).expression(), names);
        return source instanceof List<?> list ? read(list) : List.of();
    }

    private static List<Option> read(List<?> list) {
        List<Option> options = new ArrayList<>();
        for (Object item : list) {
            if (item instanceof Map<?, ?> map && map.get("value") != null) {
                String value = map.get("value").toString();
                options.add(new Option(
                        value,
                        new Bilingual(
                                Objects.toString(map.get("label"), value),
                                Objects.toString(map.get("label.en"), null))));
            } else if (item != null && !(item instanceof Map)) {
                options.add(new Option(item.toString(), new Bilingual(item.toString(), null)));
            }
        }
        return List.copyOf(options);
    }
}
