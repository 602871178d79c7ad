package cn.baosong.form;

import cn.baosong.form.FormComponent.DateEntry;
import cn.baosong.form.FormComponent.DateKind;
import cn.baosong.form.FormComponent.Growth;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The two shapes of a form's values: flat by dotted path (drafts, problems, fields of a page) and nested (FEEL, checks).
 * Rows of a dynamic list are maps in a list, in the same shape.
 */
public final class FormValues {

    private FormValues() {}

    /** @return {@code {"a.b": 1}} as {@code {"a": {"b": 1}}}; a plain value in the way of a longer path gives way */
    public static Map<String, Object> nested(Map<String, Object> flat) {
        Map<String, Object> nested = new LinkedHashMap<>();
        flat.forEach((path, value) -> put(nested, path, nestedRows(value)));
        return nested;
    }

    /**
     * The values as a check table compares them: nested, with dates as dates and with growth. A form's own expressions
     * see dates as texts, as form-js does.
     *
     * @param flat as validated
     */
    public static Map<String, Object> compared(FormDefinition form, Map<String, Object> flat) {
        Map<String, Object> typed = new LinkedHashMap<>(flat);
        typed.replaceAll(
                (path, value) -> value instanceof String text && form.byPath().get(path) instanceof DateEntry field
                        ? date(field.kind(), text)
                        : value);
        form.byPath().forEach((path, component) -> {
            if (component instanceof Growth growth && growth.over(flat) != null) {
                typed.put(path, growth.over(flat));
            }
        });
        return nested(typed);
    }

    private static Object date(DateKind kind, String text) {
        return switch (kind) {
            case DATE -> LocalDate.parse(text);
            case DATETIME -> LocalDateTime.parse(text);
            case TIME -> text;
        };
    }

    @SuppressWarnings("unchecked")
    private static Object nestedRows(Object value) {
        if (!(value instanceof List<?> list)) {
            return value;
        }
        List<Object> rows = new ArrayList<>(list.size());
        list.forEach(row -> rows.add(row instanceof Map ? nested((Map<String, Object>) row) : row));
        return rows;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> into, String path, Object value) {
        Map<String, Object> at = into;
        int from = 0;
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', from)) {
            String step = path.substring(from, dot);
            if (!(at.get(step) instanceof LinkedHashMap)) {
                at.put(step, new LinkedHashMap<String, Object>());
            }
            at = (Map<String, Object>) at.get(step);
            from = dot + 1;
        }
        at.put(path.substring(from), value);
    }

    /** @return the value at a dotted path of nested maps, null where there is none */
    static Object at(Map<String, Object> nested, String path) {
        Object at = nested;
        for (String step : path.split("\\.")) {
            if (!(at instanceof Map<?, ?> map)) {
                return null;
            }
            at = map.get(step);
        }
        return at;
    }

    static boolean isEmpty(Object value) {
        return value == null
                || value instanceof CharSequence text && text.toString().isBlank()
                || value instanceof List<?> list && list.isEmpty()
                || Boolean.FALSE.equals(value);
    }
}
