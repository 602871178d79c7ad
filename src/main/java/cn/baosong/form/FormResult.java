package cn.baosong.form;

import java.util.List;
import java.util.Map;

/**
 * What is left of raw values after the form's rules.
 *
 * @param values flat by path, typed (String, BigDecimal, Boolean, List; dates as ISO texts), hidden fields cleared,
 *     computed fields filled, fields with a problem left out
 * @param problems in the order of the form
 */
public record FormResult(Map<String, Object> values, List<FieldProblem> problems) {

    public boolean accepted() {
        return problems.isEmpty();
    }

    /** The values as nested maps, as FEEL and check tables see them. */
    public Map<String, Object> nested() {
        return FormValues.nested(values);
    }
}
