package cn.baosong.check;

import cn.baosong.common.Reason;
import cn.baosong.common.feel.Feel;
import cn.baosong.common.feel.FeelException;
import cn.baosong.common.feel.FeelExpression;
import cn.baosong.common.feel.FeelTests;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.model.dmn.BuiltinAggregator;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;
import org.camunda.bpm.model.xml.ModelException;

/** A DMN file, read as XML without document types and entities; its decisions are compiled on demand. */
final class DmnFile {

    /** A table of some thousand rows; a file beyond is no table that anybody edits. */
    private static final int BYTE_LIMIT = 4 << 20;

    private final TableException.Place place;
    private final Map<String, Decision> decisions = new LinkedHashMap<>();

    private DmnFile(TableException.Place place, Collection<Decision> decisions) {
        this.place = place;
        decisions.forEach(decision -> this.decisions.put(decision.getId(), decision));
    }

    /** @param name of the file, for messages; null to take the name of the definitions */
    static DmnFile read(String name, byte[] dmn) {
        TableException.Place unread = new TableException.Place(name == null ? "DMN" : name, null, null, null);
        if (dmn.length > BYTE_LIMIT) {
            throw new TableException(unread, Reason.of("check.reason.larger", BYTE_LIMIT));
        }
        try {
            DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(dmn));
            if (model.getDefinitions() == null) {
                throw new TableException(unread, Reason.of("check.reason.no-file"));
            }
            String shown = name == null ? model.getDefinitions().getName() : name;
            return new DmnFile(
                    new TableException.Place(shown == null ? unread.file() : shown, null, null, null),
                    model.getModelElementsByType(Decision.class));
        } catch (ModelException failure) {
            throw new TableException(unread, Reason.of("check.reason.unreadable", reason(failure)), failure);
        }
    }

    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }

    TableException.Place place() {
        return place;
    }

    /** @return the id of the decision that no other requires */
    String topDecision() {
        Set<String> tops = new LinkedHashSet<>(decisions.keySet());
        decisions.values().forEach(decision -> required(decision).forEach(required -> tops.remove(required.getId())));
        if (tops.size() != 1) {
            throw new TableException(place, Reason.of("check.reason.at-the-top", tops));
        }
        return tops.iterator().next();
    }

    /** @return all that is wrong, cell by cell; empty where every decision can be compiled */
    List<TableException> problems(Feel feel) {
        List<TableException> problems = new ArrayList<>();
        decisions.values().forEach(decision -> {
            try {
                checkRequirements(decision, new HashSet<>());
                node(decision, place.in(decision.getId()), feel, problems::add);
            } catch (TableException problem) {
                problems.add(problem);
            }
        });
        return problems;
    }

    private void checkRequirements(Decision decision, Set<String> open) {
        TableException.Place here = place.in(decision.getId());
        if (!open.add(decision.getId())) {
            throw new TableException(here, Reason.of("check.reason.requires-itself"));
        }
        if (!decision.getKnowledgeRequirements().isEmpty()) {
            throw new TableException(here, Reason.of("check.reason.knowledge"));
        }
        required(decision).forEach(required -> checkRequirements(required, open));
        open.remove(decision.getId());
    }

    DecisionGraph compile(String decisionId, Feel feel) {
        Decision decision = decisions.get(decisionId);
        if (decision == null) {
            throw new TableException(place, Reason.of("check.reason.no-decision", decisionId, decisions.keySet()));
        }
        Map<String, DecisionNode> compiled = new LinkedHashMap<>();
        compile(decision, feel, compiled, new HashSet<>());
        DecisionNode top = compiled.remove(decisionId);
        return new DecisionGraph(List.copyOf(compiled.values()), top);
    }

    private void compile(Decision decision, Feel feel, Map<String, DecisionNode> compiled, Set<String> open) {
        if (compiled.containsKey(decision.getId())) {
            return;
        }
        TableException.Place here = place.in(decision.getId());
        if (!open.add(decision.getId())) {
            throw new TableException(here, Reason.of("check.reason.requires-itself"));
        }
        if (!decision.getKnowledgeRequirements().isEmpty()) {
            throw new TableException(here, Reason.of("check.reason.knowledge"));
        }
        required(decision).forEach(required -> compile(required, feel, compiled, open));
        compiled.put(decision.getId(), node(decision, here, feel, DmnFile::refuse));
    }

    private static void refuse(TableException problem) {
        throw problem;
    }

    private static List<Decision> required(Decision decision) {
        List<Decision> required = new ArrayList<>();
        decision.getInformationRequirements().forEach(requirement -> {
            if (requirement.getRequiredDecision() != null) {
                required.add(requirement.getRequiredDecision());
            }
        });
        return required;
    }

    /** @param problems told of a cell that cannot be read; where it returns, reading goes on */
    private static DecisionNode node(
            Decision decision, TableException.Place place, Feel feel, Consumer<TableException> problems) {
        if (decision.getExpression() instanceof org.camunda.bpm.model.dmn.instance.DecisionTable table) {
            return table(table, place, feel, problems);
        }
        if (decision.getExpression() instanceof LiteralExpression literal) {
            if (decision.getVariable() == null || decision.getVariable().getName() == null) {
                throw new TableException(place, Reason.of("check.reason.no-variable"));
            }
            checkLanguage(literal.getExpressionLanguage(), place);
            return new LiteralNode(
                    decision.getVariable().getName(),
                    compiled(text(literal.getText()), place, feel::compile, problems));
        }
        throw new TableException(place, Reason.of("check.reason.neither"));
    }

    private static TableNode table(
            org.camunda.bpm.model.dmn.instance.DecisionTable table,
            TableException.Place place,
            Feel feel,
            Consumer<TableException> problems) {
        List<TableNode.Input> inputs = new ArrayList<>();
        for (Input input : table.getInputs()) {
            inputs.add(input(input, place.at(null, label(input.getLabel(), "input", inputs.size())), feel, problems));
        }
        List<TableNode.Output> outputs = new ArrayList<>();
        for (Output output : table.getOutputs()) {
            String label = label(output.getLabel(), "output", outputs.size());
            if (output.getName() == null || output.getName().isBlank()) {
                throw new TableException(place.at(null, label), Reason.of("check.reason.no-name"));
            }
            if (outputs.stream().anyMatch(other -> other.name().equals(output.getName()))) {
                throw new TableException(place.at(null, label), Reason.of("check.reason.same-name"));
            }
            outputs.add(new TableNode.Output(output.getName(), label));
        }
        HitPolicy policy = policy(table, place);
        if (policy.name().startsWith("COLLECT_") && outputs.size() != 1) {
            throw new TableException(place, Reason.of("check.reason.one-output"));
        }
        List<TableNode.Row> rows = new ArrayList<>();
        for (Rule rule : table.getRules()) {
            rows.add(row(rule, rows.size() + 1, inputs, outputs, place, feel, problems));
        }
        return new TableNode(place, policy, inputs, outputs, rows);
    }

    private static String label(String label, String kind, int index) {
        return label == null || label.isBlank() ? kind + " " + (index + 1) : label;
    }

    private static TableNode.Input input(
            Input input, TableException.Place place, Feel feel, Consumer<TableException> problems) {
        if (input.getCamundaInputVariable() != null
                && !input.getCamundaInputVariable().equals("cellInput")) {
            throw new TableException(place, Reason.of("check.reason.input-variable"));
        }
        if (input.getInputExpression() == null) {
            return new TableNode.Input(place.column(), null);
        }
        checkLanguage(input.getInputExpression().getExpressionLanguage(), place);
        String text = text(input.getInputExpression().getText());
        return new TableNode.Input(
                place.column(), text == null ? null : compiled(text, place, feel::compile, problems));
    }

    private static TableNode.Row row(
            Rule rule,
            int number,
            List<TableNode.Input> inputs,
            List<TableNode.Output> outputs,
            TableException.Place place,
            Feel feel,
            Consumer<TableException> problems) {
        List<UnaryTests> tests = new ArrayList<>(rule.getInputEntries());
        List<LiteralExpression> values = new ArrayList<>(rule.getOutputEntries());
        if (tests.size() != inputs.size() || values.size() != outputs.size()) {
            throw new TableException(place.at(number, null), Reason.of("check.reason.cells"));
        }
        List<FeelTests> compiledTests = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            TableException.Place cell = place.at(number, inputs.get(i).label());
            checkLanguage(tests.get(i).getExpressionLanguage(), cell);
            String text = text(tests.get(i).getText());
            compiledTests.add(
                    text == null || text.equals("-") ? null : compiled(text, cell, feel::compileTests, problems));
        }
        List<FeelExpression> compiledValues = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            TableException.Place cell = place.at(number, outputs.get(i).label());
            checkLanguage(values.get(i).getExpressionLanguage(), cell);
            String text = text(values.get(i).getText());
            compiledValues.add(text == null ? null : compiled(text, cell, feel::compile, problems));
        }
        return new TableNode.Row(number, compiledTests, compiledValues);
    }

    private static String text(Text text) {
        return text == null || text.getTextContent().isBlank()
                ? null
                : text.getTextContent().strip();
    }

    private static <T> T compiled(
            String text, TableException.Place place, Function<String, T> compiler, Consumer<TableException> problems) {
        if (text == null) {
            throw new TableException(place, Reason.of("check.reason.empty"));
        }
        try {
            return compiler.apply(text);
        } catch (FeelException failure) {
            Reason reason = text.matches("(?s)not\\s*\\(.*")
                    ? Reason.of("check.reason.begins-with-not", failure.reason())
                    : failure.reason();
            problems.accept(new TableException(place, reason, failure));
            return null;
        }
    }

    private static void checkLanguage(String language, TableException.Place place) {
        if (language != null
                && !language.isBlank()
                && !language.toLowerCase(Locale.ROOT).contains("feel")) {
            throw new TableException(place, Reason.of("check.reason.language", language));
        }
    }

    private static HitPolicy policy(
            org.camunda.bpm.model.dmn.instance.DecisionTable table, TableException.Place place) {
        return switch (table.getHitPolicy()) {
            case UNIQUE -> HitPolicy.UNIQUE;
            case FIRST -> HitPolicy.FIRST;
            case ANY -> HitPolicy.ANY;
            case COLLECT -> collect(table.getAggregation());
            default -> throw new TableException(place, Reason.of("check.reason.policy", table.getHitPolicy()));
        };
    }

    private static HitPolicy collect(BuiltinAggregator aggregator) {
        if (aggregator == null) {
            return HitPolicy.COLLECT;
        }
        return switch (aggregator) {
            case SUM -> HitPolicy.COLLECT_SUM;
            case MIN -> HitPolicy.COLLECT_MIN;
            case MAX -> HitPolicy.COLLECT_MAX;
            case COUNT -> HitPolicy.COLLECT_COUNT;
        };
    }
}
