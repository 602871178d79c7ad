package cn.baosong.form;

import cn.baosong.form.FormComponent.Computed;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.Growth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a form shows for these values: conditions and computed values worked out until nothing changes any more. A value
 * that is hidden counts as absent, so one condition may turn another; a form whose conditions never settle is left as it
 * stands after twenty rounds.
 */
public final class FormEvaluation {

    private static final Logger LOG = LoggerFactory.getLogger(FormEvaluation.class);
    private static final int ROUNDS = 20;

    private final FormContext context;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private final Map<String, Map<String, Object>> names = new HashMap<>();

    private FormEvaluation(FormContext context) {
        this.context = context;
    }

    /** @param given flat and typed; what the form does not know and what is computed is not taken from here */
    public static FormEvaluation of(FormDefinition form, Map<String, Object> given, FormContext context) {
        Map<String, Object> seen = given;
        FormEvaluation evaluation = null;
        for (int round = 0; round < ROUNDS; round++) {
            Set<String> before = evaluation == null ? Set.of() : evaluation.hidden;
            evaluation = new FormEvaluation(context);
            Map<String, Object> names = named(context.inputs(), form.byPath(), seen);
            evaluation.walk(form.components(), given, seen, names, "", evaluation.values);
            if (evaluation.values.equals(seen) && evaluation.hidden.equals(before)) {
                break;
            }
            seen = evaluation.values;
        }
        return evaluation;
    }

    /** Flat by path: hidden values gone, computed ones there. */
    public Map<String, Object> values() {
        return values;
    }

    /** @param prefix {@code list[0].} for a component inside a row of a dynamic list, else empty */
    public boolean shown(FormComponent component, String prefix) {
        return !hidden.contains(prefix + component.head().id());
    }

    /** What FEEL sees in the form (prefix empty) or in a row of a list ({@code list[0].}). */
    public Map<String, Object> names(String prefix) {
        return names.getOrDefault(prefix, context.inputs());
    }

    private static Map<String, Object> named(
            Map<String, Object> around, Map<String, FormComponent> known, Map<String, Object> flat) {
        Map<String, Object> all = new LinkedHashMap<>();
        known.keySet().forEach(path -> all.put(path, null));
        all.putAll(flat);
        Map<String, Object> names = new HashMap<>(around);
        names.putAll(FormValues.nested(all));
        return names;
    }

    private void walk(
            List<FormComponent> components,
            Map<String, Object> given,
            Map<String, Object> seen,
            Map<String, Object> names,
            String prefix,
            Map<String, Object> out) {
        this.names.put(prefix, names);
        for (FormComponent component : components) {
            if (context.expressions().holds(component.head().hide(), names)) {
                FormDefinition.withInside(component)
                        .forEach(inside -> hidden.add(prefix + inside.head().id()));
            } else if (component instanceof DynamicList list) {
                walkRows(list, given, seen, names, prefix, out);
            } else if (component instanceof Computed computed) {
                put(out, computed, compute(computed, names));
            } else if (component instanceof Field) {
                put(out, component, given.get(component.head().path()));
            } else if (component instanceof Growth growth) {
                put(out, growth, growth.over(given));
            } else {
                walk(component.children(), given, seen, names, prefix, out);
            }
        }
    }

    private void walkRows(
            DynamicList list,
            Map<String, Object> given,
            Map<String, Object> seen,
            Map<String, Object> names,
            String prefix,
            Map<String, Object> out) {
        String path = list.head().path();
        List<Map<String, Object>> rows = rows(given.get(path));
        List<Map<String, Object>> seenRows = rows(seen.get(path));
        List<Map<String, Object>> outRows = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> seenRow = i < seenRows.size() ? seenRows.get(i) : rows.get(i);
            Map<String, Object> rowNames = named(names, list.byPath(), seenRow);
            rowNames.put("this", FormValues.nested(seenRow));
            rowNames.put("parent", names);
            rowNames.put("i", BigDecimal.valueOf(i + 1L));
            Map<String, Object> outRow = new LinkedHashMap<>();
            walk(list.children(), rows.get(i), seenRow, rowNames, prefix + path + "[" + i + "].", outRow);
            outRows.add(outRow);
        }
        put(out, list, outRows.isEmpty() ? null : outRows);
    }

    /** @return the rows of a list, none if this is none */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> rows(Object value) {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(row -> rows.add(row instanceof Map ? (Map<String, Object>) row : Map.of()));
        }
        return rows;
    }

    private static void put(Map<String, Object> out, FormComponent component, Object value) {
        if (value != null) {
            out.put(component.head().path(), value);
        }
    }

    private Object compute(Computed computed, Map<String, Object> names) {
        if (computed.decision() == null) {
            return plain(context.expressions().evaluate(computed.expression(), names), computed.decimals());
        }
        Function<Map<String, Object>, Object> decision = context.decisions().get(computed.decision());
        if (decision == null) {
            return null;
        }
        try {
            return plain(decision.apply(names), computed.decimals());
        } catch (RuntimeException failure) {
            // A field that cannot be computed stays empty: the person filling in the form cannot mend the table.
            LOG.warn("decision {} failed: {}", computed.decision(), failure.toString());
            return null;
        }
    }

    private static Object plain(Object value, Integer decimals) {
        if (value instanceof Map<?, ?> single) {
            return single.size() == 1 ? plain(single.values().iterator().next(), decimals) : null;
        }
        if (value instanceof Number number) {
            try {
                BigDecimal exact = NumberText.parse(number);
                return decimals == null
                        ? exact
                        : NumberText.parse((Number) exact.setScale(decimals, RoundingMode.HALF_UP));
            } catch (NumberText.Unreadable notFinite) {
                return null;
            }
        }
        return value == null || value instanceof Boolean || value instanceof List ? value : value.toString();
    }
}
