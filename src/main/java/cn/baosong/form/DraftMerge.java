package cn.baosong.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Tells values of a draft apart, whichever Java types a number or an emptied field came as. */
final class DraftMerge {

    private DraftMerge() {}

    /** @return what is another value in {@code now}, by path; null for what is gone */
    static Map<String, Object> changes(Map<String, Object> before, Map<String, Object> now) {
        Set<String> paths = new LinkedHashSet<>(now.keySet());
        paths.addAll(before.keySet());
        Map<String, Object> changes = new LinkedHashMap<>();
        for (String path : paths) {
            if (!same(before.get(path), now.get(path))) {
                changes.put(path, now.get(path));
            }
        }
        return changes;
    }

    static boolean same(Object one, Object other) {
        return Objects.equals(plain(one), plain(other));
    }

    private static Object plain(Object value) {
        if (value instanceof Number) {
            return NumberText.orNull(value);
        }
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(plain(item)));
            return items.isEmpty() ? null : items;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> fields = new HashMap<>();
            map.forEach((key, inside) -> {
                Object kept = plain(inside);
                if (kept != null) {
                    fields.put(key, kept);
                }
            });
            return fields;
        }
        return value;
    }
}
