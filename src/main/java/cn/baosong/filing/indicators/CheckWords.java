package cn.baosong.filing.indicators;

import cn.baosong.check.CheckTable;
import cn.baosong.check.Severity;
import cn.baosong.check.Wording;
import cn.baosong.common.Texts;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.Matrix;
import cn.baosong.form.FormComponent.MatrixRow;
import cn.baosong.form.FormComponent.NumberEntry;
import cn.baosong.form.Limit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The limits of an indicator in words. What must be filled in and what must not be negative is gathered over its columns;
 * every other rule is said as the check table says it, with {@code …} for the figures.
 */
class CheckWords {

    private static final Pattern NEGATIVE =
            Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}\\p{N}_]+)*)\\s*<\\s*0");

    private final List<Wording> wordings;
    private final Set<String> required;
    private final Texts texts;
    private final Locale locale;

    CheckWords(CheckTable table, Texts texts, Locale locale) {
        this.wordings = table.wordings();
        this.required = table.required();
        this.texts = texts;
        this.locale = locale;
    }

    /**
     * @param matrix around an indicator, null for a field
     * @param inList whether it stands in a list, whose rules name the list
     */
    List<String> of(FormComponent component, Matrix matrix, boolean inList) {
        return component instanceof MatrixRow row ? ofIndicator(row, matrix, inList) : ofField(component, inList);
    }

    private List<String> ofIndicator(MatrixRow row, Matrix matrix, boolean inList) {
        var path = row.head().path();
        var said = new ArrayList<String>();
        var asked = row.cells().entrySet().stream()
                .filter(cell ->
                        cell.getValue().entry().required() || !inList && required.contains(path + "." + cell.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!asked.isEmpty()) {
            said.add(texts.get(
                    locale, "filing.indicators.required.columns", IndicatorGuide.columns(matrix, asked, locale)));
        }
        row.cells().values().stream().findFirst().ifPresent(cell -> bounds(said, cell));
        if (!inList) {
            var signs = signs(path);
            var columns = signs.keySet().stream()
                    .map(cell -> cell.substring(path.length() + 1))
                    .collect(Collectors.toSet());
            if (!columns.isEmpty()) {
                said.add(
                        columns.containsAll(row.cells().keySet())
                                ? texts.get(locale, "filing.indicators.negative")
                                : texts.get(
                                        locale,
                                        "filing.indicators.negative.columns",
                                        IndicatorGuide.columns(matrix, columns, locale)));
            }
            said.addAll(of(field -> field.equals(path) || field.startsWith(path + "."), Set.copyOf(signs.values())));
        }
        return said;
    }

    private List<String> ofField(FormComponent component, boolean inList) {
        var path = component.head().path();
        var said = new ArrayList<String>();
        if (component instanceof Field field && (field.entry().required() || !inList && required.contains(path))) {
            said.add(texts.get(locale, "filing.indicators.required"));
        }
        if (component instanceof NumberEntry number) {
            bounds(said, number);
        }
        if (!inList) {
            said.addAll(of(path::equals, Set.of()));
        }
        return said;
    }

    /** @return rules that say nothing but that a cell of this indicator must not be negative, by the cell's path */
    private Map<String, String> signs(String path) {
        var signs = new LinkedHashMap<String, String>();
        for (var wording : wordings) {
            var sign = NEGATIVE.matcher(wording.violated());
            if (wording.rule().severity() == Severity.MANDATORY
                    && sign.matches()
                    && sign.group(1).startsWith(path + ".")) {
                signs.put(sign.group(1), wording.rule().id());
            }
        }
        return signs;
    }

    /**
     * @param about which fields, as the rules name them
     * @param known ids of rules that are said already
     */
    List<String> of(Predicate<String> about, Set<String> known) {
        return wordings.stream()
                .filter(wording -> wording.rule().fields().stream().anyMatch(about))
                .filter(wording -> !known.contains(wording.rule().id()))
                .filter(wording -> !asksForAValue(wording))
                .map(this::said)
                .distinct()
                .toList();
    }

    private boolean asksForAValue(Wording wording) {
        return wording.rule().severity() == Severity.MANDATORY
                && wording.violated().endsWith("= null")
                && required.containsAll(wording.rule().fields());
    }

    private String said(Wording wording) {
        var words = Texts.pick(locale, wording.message(), wording.messageEn());
        return texts.get(
                locale,
                "filing.indicators.rule",
                texts.get(locale, "form.finding." + wording.rule().severity().word()),
                words == null ? texts.get(locale, "filing.indicators.rule.depends") : words);
    }

    private void bounds(List<String> said, NumberEntry number) {
        bound(said, "filing.indicators.minimum", number.min());
        bound(said, "filing.indicators.maximum", number.max());
    }

    private void bound(List<String> said, String key, Limit limit) {
        if (limit != null && limit.number() != null) {
            said.add(texts.get(locale, key, limit.number().toPlainString()));
        }
    }
}
