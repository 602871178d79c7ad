package cn.baosong.engine;

import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * Where the engine reads an attribute of its own. Anywhere else it is accepted, shown by the Modeler and never looked at: a
 * plain task with a delegate runs nothing.
 */
final class Placement {

    private static final Set<String> BUSINESS_RULE = Set.of("businessRuleTask");
    private static final Set<String> USER = Set.of("userTask");
    private static final Set<String> WITH_FORM = Set.of("startEvent", "userTask");
    private static final Set<String> CALL = Set.of("callActivity");
    private static final Set<String> REPEATED = Set.of("multiInstanceLoopCharacteristics");

    private static final Map<String, Set<String>> READ_ON = Map.ofEntries(
            Map.entry(
                    "delegateExpression",
                    Set.of("businessRuleTask", "messageEventDefinition", "sendTask", "serviceTask")),
            Map.entry("decisionRef", BUSINESS_RULE),
            Map.entry("decisionRefBinding", BUSINESS_RULE),
            Map.entry("decisionRefVersion", BUSINESS_RULE),
            Map.entry("mapDecisionResult", BUSINESS_RULE),
            Map.entry("assignee", USER),
            Map.entry("candidateGroups", USER),
            Map.entry("candidateUsers", USER),
            Map.entry("dueDate", USER),
            Map.entry("followUpDate", USER),
            Map.entry("priority", USER),
            Map.entry("formRef", WITH_FORM),
            Map.entry("formRefBinding", WITH_FORM),
            Map.entry("formRefVersion", WITH_FORM),
            Map.entry("calledElementBinding", CALL),
            Map.entry("calledElementVersion", CALL),
            Map.entry("collection", REPEATED),
            Map.entry("elementVariable", REPEATED));

    private Placement() {}

    /** @return local names of the elements that read the attribute; empty for any */
    static Set<String> readOn(String attribute) {
        return READ_ON.getOrDefault(attribute, Set.of());
    }

    /** @param attribute local name of one of the engine's */
    static boolean isRead(Element element, String attribute) {
        Set<String> readers = readOn(attribute);
        // A decision is asked for in place of a delegate.
        boolean unasked = attribute.equals("delegateExpression")
                && !XmlModel.camunda(element, "decisionRef").isEmpty();
        return readers.isEmpty() || readers.contains(element.getLocalName()) && !unasked;
    }
}
