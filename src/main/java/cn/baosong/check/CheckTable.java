package cn.baosong.check;

import cn.baosong.common.Reason;
import cn.baosong.common.feel.Feel;
import cn.baosong.common.feel.FeelException;
import cn.baosong.common.feel.FeelExpression;
import cn.baosong.common.feel.FeelTests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The checks of a scheme: a DMN decision table with the hit policy COLLECT, one rule a row. Inputs are conditions on
 * everything a rule may read (the input expression is {@code true}, the cells are FEEL): the last is <em>violated if</em>,
 * those before it say when the rule applies. Outputs are named {@code rule}, {@code severity} ({@code "mandatory"},
 * {@code "warning"} or {@code "hint"}), {@code fields} (a text with commas, or a list), {@code message} and, where there
 * is one, {@code message.en}. A condition on a value that is missing is null, and a rule does not run on null.
 *
 * <p>Safe for many threads.
 */
public final class CheckTable {

    private static final String RULE = "rule";
    private static final String SEVERITY = "severity";
    private static final String FIELDS = "fields";
    private static final String MESSAGE = "message";
    private static final String MESSAGE_EN = "message.en";
    private static final Set<String> OUTPUTS = Set.of(RULE, SEVERITY, FIELDS, MESSAGE, MESSAGE_EN);
    private static final Pattern MISSING = Pattern.compile(
            "\\(?\\s*([\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*)\\s*=\\s*null\\s*\\)?");

    /**
     * What a row says of itself, before anything is evaluated.
     *
     * @param fields as {@link Finding#fields}
     */
    public record Rule(String id, Severity severity, List<String> fields) {}

    private final DecisionGraph graph;
    private final TableNode table;
    private final List<Rule> rules;

    private CheckTable(DecisionGraph graph, TableNode table, List<Rule> rules) {
        this.graph = graph;
        this.table = table;
        this.rules = rules;
    }

    /**
     * @param dmn a DMN file with one decision at the top, which may require others
     * @throws TableException where the file or a cell cannot be read, or the table is no check table
     */
    public static CheckTable parse(byte[] dmn, Feel feel) {
        return parse(null, dmn, feel);
    }

    /** @param fileName for messages; otherwise as {@link #parse(byte[], Feel)} */
    public static CheckTable parse(String fileName, byte[] dmn, Feel feel) {
        DmnFile file = DmnFile.read(fileName, dmn);
        DecisionGraph graph = file.compile(file.topDecision(), feel);
        if (!(graph.decision() instanceof TableNode table)) {
            throw new TableException(file.place().in(file.topDecision()), Reason.of("check.reason.no-table"));
        }
        checkShape(table);
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (TableNode.Row row : table.rows()) {
            Rule rule = rule(table, row);
            if (!ids.add(rule.id())) {
                throw wrong(table, row, RULE, Reason.of("check.reason.same-rule", rule.id()));
            }
            rules.add(rule);
        }
        return new CheckTable(graph, table, List.copyOf(rules));
    }

    private static void checkShape(TableNode table) {
        if (table.policy() != HitPolicy.COLLECT) {
            throw new TableException(table.place(), Reason.of("check.reason.collect"));
        }
        if (table.inputs().isEmpty()) {
            throw new TableException(table.place(), Reason.of("check.reason.no-input"));
        }
        Set<String> outputs = table.outputs();
        for (String name : List.of(RULE, SEVERITY, FIELDS, MESSAGE)) {
            if (!outputs.contains(name)) {
                throw new TableException(table.place(), Reason.of("check.reason.no-output", name));
            }
        }
        for (String name : outputs) {
            if (!OUTPUTS.contains(name)) {
                throw new TableException(table.place().at(null, name), Reason.of("check.reason.other-output", OUTPUTS));
            }
        }
    }

    private static Rule rule(TableNode table, TableNode.Row row) {
        for (int i = 0; i < table.inputs().size(); i++) {
            FeelTests cell = row.tests().get(i);
            String label = table.inputs().get(i).label();
            if (cell != null && cell.text().matches("(?s)not\\s*\\(.*")) {
                // DMN reads it as 'the input is none of these', which holds for null as well.
                throw new TableException(table.place().at(row.number(), label), Reason.of("check.reason.not-of-null"));
            }
            if (cell == null && i == table.inputs().size() - 1) {
                throw new TableException(table.place().at(row.number(), label), Reason.of("check.reason.never"));
            }
        }
        String id = constant(table, row, RULE) instanceof String text && !text.isBlank() ? text : null;
        if (id == null) {
            throw wrong(table, row, RULE, Reason.of("check.reason.no-text"));
        }
        Severity severity = constant(table, row, SEVERITY) instanceof String word
                ? Severity.of(word).orElse(null)
                : null;
        if (severity == null) {
            throw wrong(
                    table,
                    row,
                    SEVERITY,
                    Reason.of(
                            "check.reason.none-of",
                            Arrays.stream(Severity.values()).map(Severity::word).toList()));
        }
        if (cell(table, row, MESSAGE) == null) {
            throw wrong(table, row, MESSAGE, Reason.of("check.reason.empty"));
        }
        return new Rule(id, severity, fields(table, row));
    }

    private static List<String> fields(TableNode table, TableNode.Row row) {
        Object value = constant(table, row, FIELDS);
        if (value == null) {
            return List.of();
        }
        if (value instanceof String text) {
            return Arrays.stream(text.split("[,，、\\s]+"))
                    .filter(field -> !field.isEmpty())
                    .toList();
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw wrong(table, row, FIELDS, Reason.of("check.reason.no-list"));
    }

    private static FeelExpression cell(TableNode table, TableNode.Row row, String output) {
        for (int i = 0; i < table.outputColumns().size(); i++) {
            if (table.outputColumns().get(i).name().equals(output)) {
                return row.values().get(i);
            }
        }
        return null;
    }

    /** Id, severity and fields say what a rule is; they do not depend on what is checked. */
    private static Object constant(TableNode table, TableNode.Row row, String output) {
        FeelExpression cell = cell(table, row, output);
        if (cell == null) {
            return null;
        }
        if (!cell.names().isEmpty()) {
            throw wrong(table, row, output, Reason.of("check.reason.reads", cell.names()));
        }
        try {
            return cell.evaluate(Map.of());
        } catch (FeelException failure) {
            throw wrong(table, row, output, failure.reason());
        }
    }

    private static TableException wrong(TableNode table, TableNode.Row row, String output, Reason reason) {
        return new TableException(table.place().at(row.number(), output), reason);
    }

    /**
     * @param variables everything the rules may read, plain values by name; see
     *     {@link cn.baosong.common.feel.FeelExpression#evaluate}
     * @return what is violated, in the order of the rows
     * @throws TableException where a cell goes beyond the limits of FEEL
     */
    public List<Finding> evaluate(Map<String, ?> variables) {
        Map<String, ?> all = graph.withRequired(variables);
        List<Finding> findings = new ArrayList<>();
        for (TableNode.Row row : table.hits(all)) {
            Map<String, Object> values = table.values(row, all);
            Rule rule = rules.get(row.number() - 1);
            // A message put together from a value that is missing is null; the finding must still be said.
            String message = values.get(MESSAGE) instanceof String text ? text : rule.id();
            String messageEn = values.get(MESSAGE_EN) instanceof String text ? text : null;
            findings.add(new Finding(rule.id(), rule.severity(), rule.fields(), message, messageEn));
        }
        return findings;
    }

    /** @return the rules in the order of the rows */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * What must be filled in, so that a label can bear its star (CON-10). The star goes with the field: whether a rule
     * applies to this report is not asked, since what need not be filled in is hidden.
     *
     * @return paths, in the order of the rows, of which a mandatory rule says nothing but that they are missing: {@code
     *     revenue.cumulative = null}, also several joined by {@code or}
     */
    public Set<String> required() {
        Set<String> required = new LinkedHashSet<>();
        for (TableNode.Row row : table.rows()) {
            if (rules.get(row.number() - 1).severity() == Severity.MANDATORY) {
                required.addAll(
                        missing(row.tests().get(table.inputs().size() - 1).text()));
            }
        }
        return required;
    }

    private static List<String> missing(String violated) {
        List<String> paths = new ArrayList<>();
        for (String part : violated.strip().split("\\s+or\\s+")) {
            Matcher matcher = MISSING.matcher(part);
            if (!matcher.matches()) {
                return List.of();
            }
            paths.add(matcher.group(1));
        }
        return paths;
    }

    /** @return the rules as they can be explained before anything is evaluated, in the order of the rows */
    public List<Wording> wordings() {
        return table.rows().stream()
                .map(row -> new Wording(
                        rules.get(row.number() - 1),
                        row.tests().get(table.inputs().size() - 1).text().strip(),
                        Wording.said(cell(table, row, MESSAGE)),
                        Wording.said(cell(table, row, MESSAGE_EN))))
                .toList();
    }

    /** @return the variables read, as dotted paths: a name among them that nobody knows is a mistake */
    public Set<String> names() {
        return new LinkedHashSet<>(graph.names());
    }

    /** @return every name that is read, with its place, so that a mistake can be shown where it stands */
    public List<NameUse> uses() {
        return graph.uses();
    }
}
