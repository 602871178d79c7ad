package cn.baosong.excel;

import cn.baosong.common.CodeLists;
import cn.baosong.form.FieldProblem;
import cn.baosong.form.FormComponent.CheckEntry;
import cn.baosong.form.FormComponent.ChoiceEntry;
import cn.baosong.form.FormComponent.CodeEntry;
import cn.baosong.form.FormComponent.DateEntry;
import cn.baosong.form.FormComponent.DateKind;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormContext;
import cn.baosong.form.Options;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Turns what people write into cells into values of a form: names or codes of lists, labels of options, dates. */
public final class FormCells {

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:\\s+00:00)?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("\\s*(?:→|->|>|/|／|-|—|\\s)\\s*");
    private static final Set<String> YES = Set.of("是", "true", "yes", "1", "√");
    private static final Set<String> NO = Set.of("否", "false", "no", "0", "×");
    private static final int SEARCHED = 100;

    private final Map<String, Field> fields;
    private final FormContext context;
    private final CodeLists codes;
    private final Map<String, CodeLists.Entry> found = new HashMap<>();

    public FormCells(FormColumns columns, FormContext context, CodeLists codes) {
        this(columns.fields(), context, codes);
    }

    /** @param fields by path */
    public FormCells(Map<String, Field> fields, FormContext context, CodeLists codes) {
        this.fields = fields;
        this.context = context;
        this.codes = codes;
    }

    /**
     * @param cells texts by path of the field; others are left aside
     * @param problems gets what cannot be understood; the field is then left out
     * @return raw values, for the form's own rules
     */
    public Map<String, Object> values(Map<String, String> cells, Consumer<FieldProblem> problems) {
        var values = new LinkedHashMap<String, Object>();
        fields.forEach((path, field) -> {
            var text = cells.get(path);
            if (text == null) {
                return;
            }
            var value = value(path, field, text, problems);
            if (value != null) {
                values.put(path, value);
            }
        });
        return values;
    }

    private Object value(String path, Field field, String text, Consumer<FieldProblem> problems) {
        if (field instanceof CodeEntry code) {
            var entry = entry(code, text);
            if (entry == null) {
                problems.accept(new FieldProblem(path, "excel.error.code", List.of(field.name(), shortened(text))));
            }
            return entry == null ? null : entry.code();
        }
        if (field instanceof ChoiceEntry choice) {
            return choice.many()
                    ? List.of(text.split("[、,，;；\\s]+")).stream()
                            .map(one -> option(choice, one))
                            .toList()
                    : option(choice, text);
        }
        if (field instanceof DateEntry date && date.kind() == DateKind.DATE) {
            return date(text);
        }
        if (field instanceof DateEntry date && date.kind() == DateKind.DATETIME) {
            return text.replace(' ', 'T');
        }
        if (field instanceof CheckEntry) {
            var word = text.toLowerCase(java.util.Locale.ROOT);
            return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : text;
        }
        return text;
    }

    /** A text that is neither value nor label stays as it is: the form's rules say what is wrong. */
    private String option(ChoiceEntry choice, String text) {
        var options = choice.options().resolve(context, codes, context.inputs());
        return options.stream()
                .filter(option -> option.value().equals(text))
                .findFirst()
                .or(() -> options.stream()
                        .filter(option -> text.equals(option.label().chinese())
                                || text.equalsIgnoreCase(option.label().english()))
                        .findFirst())
                .map(Options.Option::value)
                .orElse(text);
    }

    private static String date(String text) {
        for (var pattern : List.of(DATE, DIGITS)) {
            var match = pattern.matcher(text);
            if (match.matches()) {
                return "%s-%02d-%02d"
                        .formatted(match.group(1), Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)));
            }
        }
        return text;
    }

    /** @return null where the text names nothing, or more than one thing */
    private CodeLists.Entry entry(CodeEntry field, String text) {
        var key = field.list() + " " + field.levels() + " " + field.leafOnly() + " " + text;
        return found.computeIfAbsent(key, ignored -> look(field, text));
    }

    private CodeLists.Entry look(CodeEntry field, String text) {
        var byCode = codes.find(field.list(), text);
        if (byCode.isPresent()) {
            return byCode.get();
        }
        var parts = List.of(BETWEEN_NAMES.split(text));
        var codeFirst = codes.find(field.list(), parts.get(0));
        if (codeFirst.isPresent()
                && parts.size() > 1
                && text.contains(codeFirst.get().name())) {
            return codeFirst.get();
        }
        var byName = codes.search(field.list(), text, SEARCHED).stream()
                .filter(entry -> named(entry, text) && entry.level() <= field.levels())
                .filter(entry -> !field.leafOnly() || entry.leaf() || entry.level() == field.levels())
                .toList();
        if (byName.size() == 1) {
            return byName.get(0);
        }
        return byName.isEmpty() && parts.size() > 1 ? path(field.list(), parts) : null;
    }

    /** 浙江省→宁波市→海曙区: name by name from the top. */
    private CodeLists.Entry path(String list, List<String> names) {
        List<CodeLists.Entry> at = new ArrayList<>(codes.children(list, null));
        CodeLists.Entry last = null;
        for (var name : names) {
            last = at.stream().filter(entry -> named(entry, name)).findFirst().orElse(null);
            if (last == null) {
                return null;
            }
            at = codes.children(list, last.code());
        }
        return last;
    }

    private static boolean named(CodeLists.Entry entry, String text) {
        return text.equals(entry.name()) || text.equalsIgnoreCase(entry.nameEn());
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
