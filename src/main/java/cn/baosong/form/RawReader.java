package cn.baosong.form;

import cn.baosong.common.PlatformTime;
import cn.baosong.form.FormComponent.CheckEntry;
import cn.baosong.form.FormComponent.ChoiceEntry;
import cn.baosong.form.FormComponent.CodeEntry;
import cn.baosong.form.FormComponent.DateEntry;
import cn.baosong.form.FormComponent.DateKind;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.FileEntry;
import cn.baosong.form.FormComponent.NumberEntry;
import cn.baosong.form.FormComponent.TextEntry;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns what was sent into typed values, field by field. Remembers one problem a path, and keys the form lacks. */
final class RawReader {

    static final int MOST_ROWS = 500;
    private static final int MOST_CHOSEN = 500;
    private static final int LONGEST_CODE = 200;
    private static final int MOST_UNKNOWN = 20;

    private final Map<String, FieldProblem> problems = new LinkedHashMap<>();
    private final Set<String> unknown = new LinkedHashSet<>();

    /** By path of the field; only what can be found wrong without looking at other fields. */
    Map<String, FieldProblem> problems() {
        return problems;
    }

    /** Keys the form lacks, shortened for showing; the first twenty. */
    Set<String> unknown() {
        return unknown;
    }

    /**
     * @param known components that hold a value of the row, by path
     * @param raw flat or nested
     * @param prefix of the row, empty for the form itself
     * @return flat, typed; a value never given is the default of the form, an empty one is absent
     */
    Map<String, Object> read(Map<String, FormComponent> known, Map<?, ?> raw, String prefix) {
        Map<String, Object> given = new LinkedHashMap<>();
        flatten(raw, "", known, given, prefix);

        Map<String, Object> typed = new LinkedHashMap<>();
        known.forEach((path, component) -> {
            Object value = null;
            if (component instanceof DynamicList list) {
                value = rows(list, given.get(path), prefix + path);
            } else if (component instanceof Field field) {
                value = given.containsKey(path)
                        ? value(field, given.get(path), prefix + path)
                        : standard(field, prefix + path);
            }
            if (value != null) {
                typed.put(path, value);
            }
        });
        return typed;
    }

    private void flatten(
            Map<?, ?> raw, String stem, Map<String, FormComponent> known, Map<String, Object> given, String prefix) {
        raw.forEach((key, value) -> {
            String path = stem + key;
            if (known.containsKey(path)) {
                given.put(path, value);
            } else if (value instanceof Map<?, ?> inside && isStem(path + ".", known)) {
                flatten(inside, path + ".", known, given, prefix);
            } else if (unknown.size() < MOST_UNKNOWN) {
                unknown.add(shortened(prefix + path));
            }
        });
    }

    private static boolean isStem(String stem, Map<String, FormComponent> known) {
        return known.keySet().stream().anyMatch(path -> path.startsWith(stem));
    }

    private static String shortened(String key) {
        String start = key.substring(0, Math.min(60, key.length()));
        return CleanText.of(start, false) + (start.length() < key.length() ? "…" : "");
    }

    private List<Map<String, Object>> rows(DynamicList list, Object raw, String path) {
        if (raw == null) {
            return null;
        }
        if (!(raw instanceof List<?> given)) {
            return refuse(path, "form.error.type.rows", list.name());
        }
        if (given.size() > MOST_ROWS) {
            return refuse(path, "form.error.tooManyRows", list.name(), text(MOST_ROWS));
        }
        List<Map<String, Object>> rows = new ArrayList<>(given.size());
        for (Object row : given) {
            if (!(row instanceof Map<?, ?> map)) {
                return refuse(path, "form.error.type.rows", list.name());
            }
            rows.add(read(list.byPath(), map, path + "[" + rows.size() + "]."));
        }
        return rows.isEmpty() ? null : rows;
    }

    private Object standard(Field field, String path) {
        if (field.entry().defaultValue() == null) {
            return null;
        }
        Object value = value(field, field.entry().defaultValue(), path);
        // A default that does not fit is the form's fault: nothing the person could mend.
        problems.remove(path);
        return value;
    }

    private Object value(Field field, Object raw, String path) {
        if (raw == null) {
            return null;
        }
        if (field instanceof TextEntry text) {
            return textValue(text, raw, path);
        } else if (field instanceof NumberEntry) {
            return number(field, raw, path);
        } else if (field instanceof DateEntry date) {
            return date(date, raw, path);
        } else if (field instanceof CheckEntry) {
            return raw instanceof Boolean checked
                    ? checked ? true : null
                    : "true".equals(raw) ? true : blankOr(raw, path, "form.error.type.check", field);
        } else if (field instanceof ChoiceEntry choice) {
            return choice.many() ? codes(field, raw, path) : code(field, raw, path);
        } else if (field instanceof CodeEntry) {
            return code(field, raw, path);
        } else {
            List<String> files = codes(field, raw, path);
            return files != null && files.size() > 1 && !((FileEntry) field).many()
                    ? refuse(path, "form.error.oneFile", field.name())
                    : files;
        }
    }

    private String textValue(TextEntry field, Object raw, String path) {
        if (!(raw instanceof String text)) {
            return refuse(path, "form.error.type.text", field.name());
        }
        int longest = FieldRules.longest(field);
        // A character is at most two chars: longer than this cannot fit, and nothing needs to look at it.
        if (text.length() > 2L * longest + 100) {
            return refuse(path, "form.error.maxLength", field.name(), text(longest));
        }
        String clean = CleanText.of(text, field.multiline());
        return clean.isEmpty() ? null : clean;
    }

    private Object number(Field field, Object raw, String path) {
        try {
            if (raw instanceof Number number) {
                return NumberText.parse(number);
            }
            if (raw instanceof String text) {
                return NumberText.parse(text);
            }
        } catch (NumberText.Unreadable unreadable) {
            return refuse(path, "form.error.type.number", field.name());
        }
        return refuse(path, "form.error.type.number", field.name());
    }

    private Object date(DateEntry field, Object raw, String path) {
        String key = "form.error.type." + field.kindName();
        if (!(raw instanceof String text) || text.length() > 40) {
            return blankOr(raw, path, key, field);
        }
        if (text.isBlank()) {
            return null;
        }
        try {
            return iso(field.kind(), text.strip());
        } catch (DateTimeException noDate) {
            return refuse(path, key, field.name());
        }
    }

    private static String iso(DateKind kind, String text) {
        return switch (kind) {
            case DATE -> within(LocalDate.parse(text)).toString();
            case TIME -> LocalTime.parse(text).truncatedTo(ChronoUnit.MINUTES).toString();
            case DATETIME -> {
                LocalDateTime at = text.length() > 19
                        ? OffsetDateTime.parse(text, DateTimeFormatter.ISO_DATE_TIME)
                                .atZoneSameInstant(PlatformTime.ZONE)
                                .toLocalDateTime()
                        : LocalDateTime.parse(text);
                within(at.toLocalDate());
                yield at.truncatedTo(ChronoUnit.MINUTES).toString();
            }
        };
    }

    private static LocalDate within(LocalDate date) {
        if (date.getYear() < 1000 || date.getYear() > 2999) {
            throw new DateTimeException("nobody means this year");
        }
        return date;
    }

    private String code(Field field, Object raw, String path) {
        if (raw instanceof String || raw instanceof Boolean || raw instanceof Integer || raw instanceof Long) {
            String code = raw.toString();
            if (code.length() <= LONGEST_CODE) {
                String clean = CleanText.of(code, false);
                return clean.isEmpty() ? null : clean;
            }
        }
        return refuse(path, "form.error.type.choice", field.name());
    }

    private List<String> codes(Field field, Object raw, String path) {
        if (!(raw instanceof List<?> list) || list.size() > MOST_CHOSEN) {
            return blankOr(raw, path, "form.error.type.choices", field);
        }
        Set<String> codes = new LinkedHashSet<>();
        for (Object item : list) {
            String code = item == null ? null : code(field, item, path);
            if (code == null) {
                return refuse(path, "form.error.type.choices", field.name());
            }
            codes.add(code);
        }
        return codes.isEmpty() ? null : List.copyOf(codes);
    }

    /** An empty text is what a browser sends for an empty field of any kind. */
    private <T> T blankOr(Object raw, String path, String key, Field field) {
        return raw instanceof String text && text.length() < 100 && text.isBlank()
                ? null
                : refuse(path, key, field.name());
    }

    private <T> T refuse(String path, String key, Object... arguments) {
        problems.put(path, FieldProblem.of(path, key, arguments));
        return null;
    }

    static String text(int number) {
        return NumberText.format(BigDecimal.valueOf(number));
    }
}
