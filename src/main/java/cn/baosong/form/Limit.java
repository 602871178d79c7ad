package cn.baosong.form;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A bound of a rule: a number of the file, or a FEEL expression worked out when asked.
 *
 * @param number null if {@code expression} says it
 * @param expression FEEL with its leading {@code =}, null if {@code number} says it
 */
public record Limit(BigDecimal number, String expression) {

    public static final Limit NONE = new Limit(null, null);

    /** @return null where there is no bound, or the expression gives no number */
    public BigDecimal resolve(Expressions expressions, Map<String, Object> names) {
        if (expression == null) {
            return number;
        }
        Object value = expressions.evaluate(expression, names);
        try {
            return value == null ? null : NumberText.parse(value.toString());
        } catch (NumberText.Unreadable notANumber) {
            return null;
        }
    }
}
