package cn.baosong.deployment.rest;

import cn.baosong.deployment.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A refused deployment as the engine answers a model it cannot read: what is wrong with each file, element by element.
 *
 * @param type name of the engine's exception
 * @param message the whole list, which is what Camunda Modeler shows; it begins with the words by which the Modeler tells
 *     a refused model from a server that does not answer
 * @param details the same by file
 */
record RefusalAnswer(String type, String message, Map<String, Report> details) {

    private static final String MODELER_KNOWS = "ENGINE-09005 Could not parse BPMN process.";

    /** What is wrong with one file. */
    record Report(List<Wrong> errors, List<Wrong> warnings) {}

    /** One thing that is wrong; the guard names elements, not lines. */
    record Wrong(String message, int line, int column, String mainElementId, List<String> elementIds) {}

    static RefusalAnswer of(Refusal refusal) {
        Map<String, Report> details = new LinkedHashMap<>();
        refusal.lines()
                .forEach(line -> details.computeIfAbsent(line.file(), file -> new Report(new ArrayList<>(), List.of()))
                        .errors()
                        .add(new Wrong(
                                line.wrong() + " → " + line.remedy(),
                                0,
                                0,
                                line.element().isEmpty() ? null : line.element(),
                                line.element().isEmpty() ? List.of() : List.of(line.element()))));
        var message = MODELER_KNOWS + "\n" + refusal.summary() + "\n"
                + refusal.lines().stream().map(line -> "- " + line.text()).collect(Collectors.joining("\n"));
        return new RefusalAnswer("ParseException", message, details);
    }
}
