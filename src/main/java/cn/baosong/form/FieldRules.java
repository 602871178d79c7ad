package cn.baosong.form;

import cn.baosong.common.CodeLists;
import cn.baosong.common.PlatformTime;
import cn.baosong.form.FormComponent.ChoiceEntry;
import cn.baosong.form.FormComponent.CodeEntry;
import cn.baosong.form.FormComponent.DateEntry;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.NumberEntry;
import cn.baosong.form.FormComponent.TextEntry;
import cn.baosong.form.FormComponent.TextRules;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules of one filled-in field, as its file says them. */
final class FieldRules {

    private static final int LONGEST_EVER = 100_000;
    private static final int DECIMALS = 10;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@,;<>()\"]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{3,22}[0-9]");

    private final CodeLists codeLists;
    private final Clock clock;

    FieldRules(CodeLists codeLists, Clock clock) {
        this.codeLists = codeLists;
        this.clock = clock;
    }

    /** @return characters this field takes */
    static int longest(TextEntry field) {
        BigDecimal named = field.rules().maxLength().number();
        return named == null
                ? field.multiline() ? CleanText.LONGEST_BLOCK : CleanText.LONGEST_LINE
                : Math.min(LONGEST_EVER, Math.max(0, named.intValue()));
    }

    /** @param value typed, not null; @param names what FEEL sees */
    Optional<FieldProblem> check(
            Field field, Object value, String path, FormContext context, Map<String, Object> names) {
        FieldProblem problem = null;
        if (field instanceof TextEntry text) {
            problem = text(text, (String) value, path, context, names);
        } else if (field instanceof NumberEntry number) {
            problem = number(number, (BigDecimal) value, path, context, names);
        } else if (field instanceof DateEntry date) {
            problem = date(date, (String) value, path);
        } else if (field instanceof ChoiceEntry choice) {
            problem = choice(choice, value, path, context, names);
        } else if (field instanceof CodeEntry code) {
            problem = code(code, (String) value, path);
        }
        return Optional.ofNullable(problem);
    }

    private FieldProblem text(
            TextEntry field, String value, String path, FormContext context, Map<String, Object> names) {
        TextRules rules = field.rules();
        int length = value.codePointCount(0, value.length());
        BigDecimal most = rules.maxLength().resolve(context.expressions(), names);
        int longest = most == null ? longest(field) : Math.min(longest(field), most.intValue());
        if (length > longest) {
            return FieldProblem.of(path, "form.error.maxLength", field.name(), RawReader.text(longest));
        }
        BigDecimal least = rules.minLength().resolve(context.expressions(), names);
        if (least != null && length < least.intValue()) {
            return FieldProblem.of(path, "form.error.minLength", field.name(), NumberText.format(least));
        }
        if (CleanText.hasMarkup(value)) {
            return FieldProblem.of(path, "form.error.markup", field.name());
        }
        if ("email".equals(rules.format()) && !EMAIL.matcher(value).matches()) {
            return FieldProblem.of(path, "form.error.email", field.name());
        }
        if ("phone".equals(rules.format()) && !PHONE.matcher(value).matches()) {
            return FieldProblem.of(path, "form.error.phone", field.name());
        }
        return rules.pattern() == null ? null : pattern(field, value, path);
    }

    private static FieldProblem pattern(TextEntry field, String value, String path) {
        try {
            if (CleanText.matches(field.rules().pattern(), value)) {
                return null;
            }
        } catch (CleanText.TooCostly endless) {
            return FieldProblem.of(path, "form.error.patternTooCostly", field.name());
        }
        Bilingual hint = field.rules().patternMessage().isEmpty()
                ? field.head().description()
                : field.rules().patternMessage();
        return hint.isEmpty()
                ? FieldProblem.of(path, "form.error.pattern", field.name())
                : FieldProblem.of(path, "form.error.patternHint", field.name(), hint);
    }

    private static FieldProblem number(
            NumberEntry field, BigDecimal value, String path, FormContext context, Map<String, Object> names) {
        int decimals = field.decimals() == null ? DECIMALS : field.decimals();
        if (value.scale() > decimals) {
            return decimals == 0
                    ? FieldProblem.of(path, "form.error.whole", field.name())
                    : FieldProblem.of(path, "form.error.decimals", field.name(), RawReader.text(decimals));
        }
        BigDecimal min = field.min().resolve(context.expressions(), names);
        if (min != null && value.compareTo(min) < 0) {
            return FieldProblem.of(path, "form.error.min", field.name(), NumberText.format(min));
        }
        BigDecimal max = field.max().resolve(context.expressions(), names);
        if (max != null && value.compareTo(max) > 0) {
            return FieldProblem.of(path, "form.error.max", field.name(), NumberText.format(max));
        }
        return null;
    }

    private FieldProblem date(DateEntry field, String value, String path) {
        if (!field.noPast()) {
            return null;
        }
        LocalDate today = LocalDate.now(clock.withZone(PlatformTime.ZONE));
        boolean past =
                switch (field.kind()) {
                    case DATE -> LocalDate.parse(value).isBefore(today);
                    case DATETIME -> LocalDateTime.parse(value).toLocalDate().isBefore(today);
                    case TIME -> false;
                };
        return past ? FieldProblem.of(path, "form.error.past", field.name()) : null;
    }

    private FieldProblem choice(
            ChoiceEntry field, Object value, String path, FormContext context, Map<String, Object> names) {
        Set<String> options = field.options().resolve(context, codeLists, names).stream()
                .map(Options.Option::value)
                .collect(Collectors.toSet());
        Collection<?> chosen = value instanceof List<?> many ? many : List.of(value);
        return options.containsAll(chosen) ? null : FieldProblem.of(path, "form.error.option", field.name());
    }

    private FieldProblem code(CodeEntry field, String value, String path) {
        Optional<CodeLists.Entry> entry = codeLists.find(field.list(), value);
        if (entry.isEmpty() || entry.get().level() > field.levels()) {
            return FieldProblem.of(path, "form.error.code", field.name());
        }
        boolean deepest = entry.get().leaf() || entry.get().level() == field.levels();
        return field.leafOnly() && !deepest ? FieldProblem.of(path, "form.error.leaf", field.name()) : null;
    }
}
