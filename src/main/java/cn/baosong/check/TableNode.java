package cn.baosong.check;

import cn.baosong.common.Reason;
import cn.baosong.common.feel.FeelException;
import cn.baosong.common.feel.FeelExpression;
import cn.baosong.common.feel.FeelTests;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/** A decision table, compiled. */
record TableNode(
        TableException.Place place, HitPolicy policy, List<Input> inputs, List<Output> outputColumns, List<Row> rows)
        implements DecisionNode {

    /** @param expression null where the column asks for nothing */
    record Input(String label, FeelExpression expression) {}

    record Output(String name, String label) {}

    /**
     * @param number from 1
     * @param tests one for each input, null for an empty cell
     * @param values one for each output, null for an empty cell
     */
    record Row(int number, List<FeelTests> tests, List<FeelExpression> values) {}

    @Override
    public Map<String, Object> evaluate(Map<String, ?> variables) {
        List<Row> hits = hits(variables, policy == HitPolicy.FIRST ? 1 : rows.size());
        return switch (policy) {
            case UNIQUE -> unique(hits, variables);
            case FIRST -> hits.isEmpty() ? Map.of() : values(hits.get(0), variables);
            case ANY -> any(hits, variables);
            case COLLECT -> collect(hits, variables);
            case COLLECT_SUM -> aggregate(hits, variables, BigDecimal::add);
            case COLLECT_MIN -> aggregate(hits, variables, BigDecimal::min);
            case COLLECT_MAX -> aggregate(hits, variables, BigDecimal::max);
            case COLLECT_COUNT -> count(hits, variables);
        };
    }

    /** @return the rows that apply, from above */
    List<Row> hits(Map<String, ?> variables) {
        return hits(variables, rows.size());
    }

    private List<Row> hits(Map<String, ?> variables, int limit) {
        List<Object> given = new ArrayList<>(inputs.size());
        for (Input input : inputs) {
            given.add(
                    input.expression() == null
                            ? null
                            : located(null, input.label(), () -> input.expression()
                                    .evaluate(variables)));
        }
        List<Row> hits = new ArrayList<>();
        for (Row row : rows) {
            if (hits.size() < limit && applies(row, given, variables)) {
                hits.add(row);
            }
        }
        return hits;
    }

    private boolean applies(Row row, List<Object> given, Map<String, ?> variables) {
        for (int i = 0; i < inputs.size(); i++) {
            FeelTests tests = row.tests().get(i);
            Object value = given.get(i);
            if (tests != null && !located(row.number(), inputs.get(i).label(), () -> tests.matches(value, variables))) {
                return false;
            }
        }
        return true;
    }

    Map<String, Object> values(Row row, Map<String, ?> variables) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < outputColumns.size(); i++) {
            FeelExpression cell = row.values().get(i);
            Output output = outputColumns.get(i);
            values.put(
                    output.name(),
                    cell == null ? null : located(row.number(), output.label(), () -> cell.evaluate(variables)));
        }
        return Collections.unmodifiableMap(values);
    }

    private <T> T located(Integer row, String column, Supplier<T> evaluation) {
        try {
            return evaluation.get();
        } catch (FeelException failure) {
            throw new TableException(place.at(row, column), failure.reason(), failure);
        }
    }

    private Map<String, Object> unique(List<Row> hits, Map<String, ?> variables) {
        if (hits.size() > 1) {
            throw new TableException(
                    place.at(hits.get(1).number(), null),
                    Reason.of("check.reason.unique", hits.get(0).number()));
        }
        return hits.isEmpty() ? Map.of() : values(hits.get(0), variables);
    }

    private Map<String, Object> any(List<Row> hits, Map<String, ?> variables) {
        Map<String, Object> first = null;
        for (Row row : hits) {
            Map<String, Object> values = values(row, variables);
            if (first != null && !first.equals(values)) {
                throw new TableException(
                        place.at(row.number(), null),
                        Reason.of("check.reason.any", hits.get(0).number()));
            }
            first = first == null ? values : first;
        }
        return first == null ? Map.of() : first;
    }

    private Map<String, Object> collect(List<Row> hits, Map<String, ?> variables) {
        if (hits.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> columns = new LinkedHashMap<>();
        List<Map<String, Object>> results =
                hits.stream().map(row -> values(row, variables)).toList();
        for (String name : outputs()) {
            List<Object> column = new ArrayList<>();
            results.forEach(result -> column.add(result.get(name)));
            columns.put(name, Collections.unmodifiableList(column));
        }
        return Collections.unmodifiableMap(columns);
    }

    private Map<String, Object> aggregate(
            List<Row> hits, Map<String, ?> variables, BinaryOperator<BigDecimal> operation) {
        BigDecimal result = null;
        for (Row row : hits) {
            Object value = values(row, variables).get(soleOutput());
            if (value != null) {
                if (!(value instanceof BigDecimal number)) {
                    throw new TableException(place.at(row.number(), soleOutput()), Reason.of("check.reason.no-number"));
                }
                result = result == null ? number : operation.apply(result, number);
            }
        }
        return result == null ? Map.of() : Map.of(soleOutput(), result);
    }

    private Map<String, Object> count(List<Row> hits, Map<String, ?> variables) {
        long count = hits.stream()
                .filter(row -> values(row, variables).get(soleOutput()) != null)
                .count();
        return Map.of(soleOutput(), BigDecimal.valueOf(count));
    }

    private String soleOutput() {
        return outputColumns.get(0).name();
    }

    @Override
    public List<NameUse> uses() {
        List<NameUse> uses = new ArrayList<>();
        for (Input input : inputs) {
            if (input.expression() != null) {
                use(uses, null, input.label(), input.expression().names());
            }
        }
        for (Row row : rows) {
            for (int i = 0; i < inputs.size(); i++) {
                if (row.tests().get(i) != null) {
                    use(
                            uses,
                            row.number(),
                            inputs.get(i).label(),
                            row.tests().get(i).names());
                }
            }
            for (int i = 0; i < outputColumns.size(); i++) {
                if (row.values().get(i) != null) {
                    use(
                            uses,
                            row.number(),
                            outputColumns.get(i).label(),
                            row.values().get(i).names());
                }
            }
        }
        return uses;
    }

    private void use(List<NameUse> uses, Integer row, String column, Set<String> names) {
        names.forEach(name -> uses.add(new NameUse(place.decision(), row, column, name)));
    }

    @Override
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Input input : inputs) {
            if (input.expression() != null) {
                names.addAll(input.expression().names());
            }
        }
        for (Row row : rows) {
            row.tests().stream().filter(cell -> cell != null).forEach(cell -> names.addAll(cell.names()));
            row.values().stream().filter(cell -> cell != null).forEach(cell -> names.addAll(cell.names()));
        }
        return names;
    }

    @Override
    public Set<String> outputs() {
        Set<String> names = new LinkedHashSet<>();
        outputColumns.forEach(output -> names.add(output.name()));
        return names;
    }
}
