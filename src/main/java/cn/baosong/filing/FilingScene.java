package cn.baosong.filing;

import cn.baosong.check.RememberedDecision;
import cn.baosong.form.Expressions;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormEvaluation;
import cn.baosong.form.FormValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Everything forms and checks of one report may see beside the values themselves: {@code period}, {@code enterprise},
 * {@code previous}, {@code lastYear} and {@code today}. For one request or one step, and one thread.
 *
 * @param month the report month
 * @param previous,lastYear accepted reports as FEEL sees them, null where there is none
 */
record FilingScene(
        YearMonth month,
        FilingModel model,
        Map<String, Object> previous,
        Map<String, Object> lastYear,
        LocalDate today,
        Expressions expressions) {

    boolean comparable() {
        return previous != null && lastYear != null;
    }

    /** @return what the form that describes the enterprise sees: everything but {@code enterprise}, which it is itself */
    FormContext enterpriseContext() {
        return new FormContext(expressions, around(), decisions());
    }

    /** @param enterprise values of the form that describes it, flat by path */
    FormContext context(Map<String, Object> enterprise) {
        return new FormContext(expressions, inputs(enterprise), decisions());
    }

    /** @return the context of any form, given what lies in the draft of the one that describes the enterprise */
    FormContext context(FormDefinition form, Map<String, Object> enterpriseDraft) {
        return form.id().equals(model.enterpriseForm().id())
                ? enterpriseContext()
                : context(FormEvaluation.of(model.enterpriseForm(), enterpriseDraft, enterpriseContext())
                        .values());
    }

    /** @return names a check sees beside the values of all forms */
    Map<String, Object> inputs(Map<String, Object> enterprise) {
        var inputs = around();
        inputs.put("enterprise", FormValues.compared(model.enterpriseForm(), enterprise));
        return inputs;
    }

    private Map<String, Object> around() {
        var inputs = new HashMap<String, Object>();
        inputs.put(
                "period",
                Map.of(
                        "year", BigDecimal.valueOf(month.getYear()),
                        "month", BigDecimal.valueOf(month.getMonthValue())));
        inputs.put("previous", previous);
        inputs.put("lastYear", lastYear);
        inputs.put("today", today);
        return inputs;
    }

    private Map<String, Function<Map<String, Object>, Object>> decisions() {
        var decisions = new HashMap<String, Function<Map<String, Object>, Object>>();
        model.decisions().forEach((name, table) -> {
            var decision = new RememberedDecision(table);
            decisions.put(name, values -> decision.evaluate(values).values().stream()
                    .findFirst()
                    .orElse(null));
        });
        return decisions;
    }
}
