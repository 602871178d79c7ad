package cn.baosong.common.feel;

import java.util.Map;
import java.util.Set;
import org.camunda.feel.syntaxtree.Exp;

/** An expression read once. Safe for many threads. */
public final class FeelExpression {

    private final Evaluator evaluator;
    private final String text;
    private final Exp parsed;
    private final Set<String> names;

    FeelExpression(Evaluator evaluator, String text, Exp parsed, Set<String> names) {
        this.evaluator = evaluator;
        this.text = text;
        this.parsed = parsed;
        this.names = names;
    }

    /** @return the expression as it was written */
    public String text() {
        return text;
    }

    /**
     * @return the variables it reads, as dotted paths such as {@code previous.revenue.cumulative}; without names it binds
     *     itself, and without bare names inside a filter, which may be the item's own
     */
    public Set<String> names() {
        return names;
    }

    /**
     * @param variables by name, plain values, maps inside maps; a name that is missing is null
     * @return a plain value, numbers as {@code BigDecimal}; null also where operands do not fit
     * @throws FeelException beyond the limits, or where the result is no plain value
     */
    public Object evaluate(Map<String, ?> variables) {
        return evaluator.evaluate(text, parsed, variables);
    }

    /** @return whether it is true; not where it is false, null or no truth value */
    public boolean holds(Map<String, ?> variables) {
        return Boolean.TRUE.equals(evaluate(variables));
    }
}
