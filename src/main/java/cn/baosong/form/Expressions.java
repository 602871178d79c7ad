package cn.baosong.form;

import java.util.Map;

/** The FEEL of a form's conditions, computed values and texts. */
@FunctionalInterface
public interface Expressions {

    /**
     * @param expression with or without its leading {@code =}
     * @param names nested maps, lists, texts, numbers, booleans
     * @return plain Java; null where it cannot be worked out. Never throws: a form must not break on a bad condition
     */
    Object evaluate(String expression, Map<String, Object> names);

    default boolean holds(String condition, Map<String, Object> names) {
        return condition != null && Boolean.TRUE.equals(evaluate(condition, names));
    }
}
