package cn.baosong.form;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.form.FormComponent.ChoiceEntry;
import cn.baosong.form.FormComponent.CodeEntry;
import cn.baosong.form.FormComponent.Computed;
import cn.baosong.form.FormComponent.Growth;
import cn.baosong.form.FormComponent.NumberEntry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says values of a form the way people read them, in one language. */
public final class ValueText {

    private final FormContext context;
    private final CodeLists codeLists;
    private final Texts texts;
    private final Locale locale;

    public ValueText(FormContext context, CodeLists codeLists, Texts texts, Locale locale) {
        this.context = context;
        this.codeLists = codeLists;
        this.texts = texts;
        this.locale = locale;
    }

    /**
     * @param component that holds the value
     * @param names what FEEL sees, for options that depend on it
     * @return numbers with separators and unit, codes as a path with arrows, options by their labels; a dash for nothing
     */
    public String of(FormComponent component, Object value, Map<String, Object> names) {
        if (FormValues.isEmpty(value) && !(value instanceof Boolean)) {
            return texts.get(locale, "form.value.empty");
        }
        if (value instanceof Boolean yes) {
            return texts.get(locale, yes ? "form.value.yes" : "form.value.no");
        }
        if (component instanceof CodeEntry code) {
            return path(code.list(), value.toString());
        }
        if (component instanceof ChoiceEntry choice) {
            return labels(choice.options(), value, names);
        }
        if (component instanceof NumberEntry number) {
            return withUnit(number(value, null), component);
        }
        if (component instanceof Growth) {
            return number(value, Growth.DECIMALS) + "%";
        }
        if (component instanceof Computed computed) {
            return value instanceof Number
                    ? withUnit(number(value, computed.decimals()), component)
                    : labels(computed.options(), value, names);
        }
        if (component instanceof FormComponent.DateEntry) {
            return value.toString().replace('T', ' ');
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(separator()))
                : value.toString();
    }

    /** @return the number with separators, its unit being said elsewhere; a dash for nothing */
    public String withoutUnit(Object value) {
        return FormValues.isEmpty(value) ? texts.get(locale, "form.value.empty") : number(value, null);
    }

    /** @return the names from the top down to the code; the code itself where the list does not know it */
    public String path(String list, String code) {
        List<CodeLists.Entry> path = codeLists.path(list, code);
        return path.isEmpty()
                ? code
                : path.stream().map(entry -> entry.name(locale)).collect(Collectors.joining("→"));
    }

    private String labels(Options options, Object value, Map<String, Object> names) {
        Map<String, String> labels = options.resolve(context, codeLists, names).stream()
                .collect(Collectors.toMap(
                        Options.Option::value, option -> option.label(locale), (first, second) -> first));
        List<?> values = value instanceof List<?> many ? many : List.of(value);
        return values.stream()
                .map(one -> labels.getOrDefault(one.toString(), one.toString()))
                .collect(Collectors.joining(separator()));
    }

    private String separator() {
        return Texts.pick(locale, "、", ", ");
    }

    private String withUnit(String number, FormComponent component) {
        String unit = component.head().unit().in(locale);
        return unit.isEmpty() ? number : number + " " + unit;
    }

    /** @param value a number, or what a person typed that is none: said as it is */
    private static String number(Object value, Integer decimals) {
        try {
            BigDecimal number =
                    value instanceof Number plain ? NumberText.parse(plain) : NumberText.parse(value.toString());
            return NumberText.format(number, decimals);
        } catch (NumberText.Unreadable unreadable) {
            return value.toString();
        }
    }
}
