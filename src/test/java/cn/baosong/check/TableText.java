package cn.baosong.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes small DMN files for tests. */
final class TableText {

    private final StringBuilder decisions = new StringBuilder();

    static TableText dmn() {
        return new TableText();
    }

    /** @param columns inputs as {@code expression}, outputs as {@code > name}; rows have their cells in that order */
    TableText table(String id, String hitPolicy, List<String> required, List<String> columns, String[]... rows) {
        decisions.append("<decision id='%s' name='%s'>".formatted(id, id));
        required.forEach(other -> decisions.append(
                "<informationRequirement id='%s-%s'><requiredDecision href='#%s'/></informationRequirement>"
                        .formatted(id, other, other)));
        decisions.append("<decisionTable id='%s-table' %s>".formatted(id, hitPolicy));
        List<Boolean> inputs = new ArrayList<>();
        for (String column : columns) {
            boolean input = !column.startsWith(">");
            inputs.add(input);
            decisions.append(
                    input
                            ? ("<input id='%s-in-%d' label='%s'><inputExpression id='%s-expression-%d'><text>%s</text>"
                                            + "</inputExpression></input>")
                                    .formatted(id, inputs.size(), escape(column), id, inputs.size(), escape(column))
                            : "<output id='%s-out-%d' name='%s'/>"
                                    .formatted(
                                            id,
                                            inputs.size(),
                                            column.substring(1).strip()));
        }
        for (int row = 0; row < rows.length; row++) {
            decisions.append("<rule id='%s-row-%d'>".formatted(id, row + 1));
            for (int cell = 0; cell < rows[row].length; cell++) {
                String kind = cell < inputs.size() && inputs.get(cell) ? "inputEntry" : "outputEntry";
                decisions.append("<%s id='%s-cell-%d-%d'><text>%s</text></%s>"
                        .formatted(kind, id, row + 1, cell + 1, escape(rows[row][cell]), kind));
            }
            decisions.append("</rule>");
        }
        decisions.append("</decisionTable></decision>");
        return this;
    }

    TableText table(String id, String hitPolicy, List<String> columns, String[]... rows) {
        return table(id, "hitPolicy='%s'".formatted(hitPolicy), List.of(), columns, rows);
    }

    TableText literal(String id, String variable, String expression, String... required) {
        decisions.append(
                "<decision id='%s' name='%s'><variable id='%s-variable' name='%s'/>".formatted(id, id, id, variable));
        for (String other : required) {
            decisions.append(
                    "<informationRequirement id='%s-%s'><requiredDecision href='#%s'/></informationRequirement>"
                            .formatted(id, other, other));
        }
        decisions.append("<literalExpression id='%s-expression'><text>%s</text></literalExpression></decision>"
                .formatted(id, escape(expression)));
        return this;
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    String text() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="definitions" name="sample.dmn"\
                 namespace="http://camunda.org/schema/1.0/dmn">%s</definitions>
                """.formatted(decisions);
    }

    static String[] row(String... cells) {
        return cells;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
    }
}
