package cn.baosong.filing.difference;

import cn.baosong.form.FormComponent;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormComponent.TextEntry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which rows of two months are the same thing. The property {@code identifiedBy} of the list names the fields that tell,
 * the best first, such as {@code code,name}; without it the first text does.
 */
final class ListRows {

    private static final String IDENTIFIED_BY = "identifiedBy";

    private final List<String> fields;

    ListRows(DynamicList list) {
        var named = list.head().property(IDENTIFIED_BY);
        this.fields = named == null
                ? firstText(list)
                : Stream.of(named.split("[,，\\s]+")).toList();
    }

    private static List<String> firstText(DynamicList list) {
        return list.byPath().isEmpty()
                ? List.of()
                : list.children().stream()
                        .flatMap(ListRows::flat)
                        .filter(TextEntry.class::isInstance)
                        .map(text -> text.head().path())
                        .limit(1)
                        .toList();
    }

    private static Stream<FormComponent> flat(FormComponent component) {
        return Stream.concat(Stream.of(component), component.children().stream().flatMap(ListRows::flat));
    }

    /** @return the row that is the same thing by the first field both have; no values where there is none */
    Map<String, Object> alike(List<Map<String, Object>> rows, Map<String, Object> row) {
        for (var field : fields) {
            var wanted = said(row, field);
            if (!wanted.isEmpty()) {
                var same = rows.stream()
                        .filter(other -> said(other, field).equalsIgnoreCase(wanted))
                        .findFirst();
                if (same.isPresent()) {
                    return same.get();
                }
            }
        }
        return Map.of();
    }

    /** @return what a person calls the row: the last of the fields that tell, else the first that says something */
    String name(Map<String, Object> row) {
        for (var at = fields.size() - 1; at >= 0; at--) {
            if (!said(row, fields.get(at)).isEmpty()) {
                return said(row, fields.get(at));
            }
        }
        return "";
    }

    private static String said(Map<String, Object> row, String field) {
        return Objects.toString(row.get(field), "").strip();
    }
}
