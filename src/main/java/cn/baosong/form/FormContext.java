package cn.baosong.form;

import java.util.Map;
import java.util.function.Function;

/**
 * What a form sees beside its own values.
 *
 * @param inputs names that expressions may use beside the values (enterprise, period …); a value wins over an input
 * @param decisions computed values by the name of {@code properties.decision}; given inputs and values as nested maps
 */
public record FormContext(
        Expressions expressions,
        Map<String, Object> inputs,
        Map<String, Function<Map<String, Object>, Object>> decisions) {

    public FormContext(Expressions expressions) {
        this(expressions, Map.of(), Map.of());
    }
}
