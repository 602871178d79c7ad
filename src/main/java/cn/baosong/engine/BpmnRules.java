package cn.baosong.engine;

import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What a BPMN file may contain. Lists what is allowed of the engine's extensions rather than what is not, goes by local
 * names as the engine does, and holds every text with an expression to the grammar, wherever it stands.
 */
final class BpmnRules {

    /** Rules whose breach could run foreign code: held to again when a definition is loaded from the database. */
    static final Set<String> DANGEROUS = Set.of(
            "not-xml",
            "doctype",
            "too-many-elements",
            "other-namespace",
            "class",
            "script",
            "connector",
            "external-task",
            "listener",
            "extension-attribute",
            "extension-element",
            "expression-syntax",
            "expression-call",
            "expression-name",
            "expression-form",
            "delegate-form");

    private static final String OLD_NAMESPACE = "http://activiti.org/bpmn";
    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private static final Set<String> ATTRIBUTES = Set.of(
            "assignee",
            "asyncAfter",
            "asyncBefore",
            "calledElementBinding",
            "calledElementVersion",
            "candidateGroups",
            "candidateUsers",
            "collection",
            "decisionRef",
            "decisionRefBinding",
            "decisionRefVersion",
            "delegateExpression",
            "diagramRelationId",
            "dueDate",
            "elementVariable",
            "errorCodeVariable",
            "errorMessageVariable",
            "exclusive",
            "followUpDate",
            "formRef",
            "formRefBinding",
            "formRefVersion",
            "historyTimeToLive",
            "initiator",
            "isStartableInTasklist",
            "jobPriority",
            "mapDecisionResult",
            "modelerTemplate",
            "modelerTemplateIcon",
            "modelerTemplateVersion",
            "priority",
            "resultVariable",
            "versionTag");

    private static final Set<String> ELEMENTS = Set.of(
            "entry",
            "executionListener",
            "failedJobRetryTimeCycle",
            "in",
            "inputOutput",
            "inputParameter",
            "list",
            "map",
            "out",
            "outputParameter",
            "properties",
            "property",
            "value");

    /** Examples shown in remedies. */
    private static final String DELEGATE = "${checkRegistration}";

    private static final String CONDITION = "${approved == true}";
    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";

    /** Elements that do nothing unless they name who does it. */
    private static final Set<String> WORKING = Set.of("serviceTask", "sendTask");

    private final String file;
    private final Set<String> delegates;
    private final ExpressionGrammar grammar;
    private final Findings findings = new Findings();

    BpmnRules(String file, Set<String> delegates) {
        this.file = file;
        this.delegates = delegates;
        this.grammar = new ExpressionGrammar(delegates);
    }

    List<GuardFinding> read(byte[] content) {
        Element root;
        try {
            root = XmlModel.parse(content);
        } catch (SAXException broken) {
            String message = String.valueOf(broken.getMessage());
            String rule = message.contains("DOCTYPE") ? "doctype" : "not-xml";
            return List.of(new GuardFinding(file, "", "", rule, List.of(message)));
        }
        List<Element> all = XmlModel.all(root);
        if (all.size() > XmlModel.MOST_ELEMENTS) {
            return List.of(XmlModel.tooMany(file, all.size()));
        }
        all.forEach(this::check);
        return findings.list();
    }

    private void check(Element element) {
        String name = element.getLocalName();
        boolean camunda = XmlModel.CAMUNDA_BPMN.equals(element.getNamespaceURI());
        if (OLD_NAMESPACE.equals(element.getNamespaceURI())) {
            refuse(element, "other-namespace", OLD_NAMESPACE);
        }
        // The engine asks for these by local name only.
        if (name.equals("scriptTask") || name.equals("script")) {
            refuse(element, "script", CONDITION);
        } else if (name.equals("connector")) {
            refuse(element, "connector");
        } else if (name.equals("taskListener")) {
            refuse(element, "listener");
        } else if (name.equals("import")) {
            refuse(element, "extension-element", name);
        } else if (camunda && !ELEMENTS.contains(name)) {
            refuse(element, "extension-element", name);
        }
        XmlModel.attributes(element).forEach(attribute -> check(element, attribute));
        // Documentation is no exception: the engine reads a user task's as the expression of its description.
        if (!isAnnotation(element)) {
            checkExpression(element, XmlModel.text(element));
        }
        checkElement(element, name, camunda);
    }

    private void checkElement(Element element, String name, boolean camunda) {
        if (name.equals("conditionExpression") || name.equals("condition")) {
            if (element.hasAttribute("language")) {
                refuse(element, "script", CONDITION);
            }
        } else if (name.equals("process")) {
            checkProcess(element);
        } else if (name.equals("callActivity")) {
            checkCall(element);
        } else if (name.equals("businessRuleTask")) {
            checkDecision(element);
        } else if (camunda && name.equals("executionListener")) {
            if (element.getAttribute("delegateExpression").isEmpty() || element.hasAttribute("expression")) {
                refuse(element, "listener");
            }
        } else if (WORKING.contains(name)
                && XmlModel.camunda(element, "delegateExpression").isEmpty()) {
            refuse(element, "delegate-missing", DELEGATE);
        }
    }

    private void check(Element element, Attr attribute) {
        String name = attribute.getLocalName();
        String value = attribute.getValue();
        String namespace = attribute.getNamespaceURI();
        boolean ownElement = XmlModel.CAMUNDA_BPMN.equals(element.getNamespaceURI()) && namespace == null;
        if (OLD_NAMESPACE.equals(namespace)) {
            refuse(element, "other-namespace", OLD_NAMESPACE);
        } else if (SCHEMA_INSTANCE.equals(namespace) && name.endsWith("chemaLocation")) {
            refuse(element, "schema-location");
        } else if (XmlModel.CAMUNDA_BPMN.equals(namespace)) {
            checkExtension(element, name, value);
        }
        // Attributes of the engine's own elements carry no prefix.
        if (ownElement && name.equals("class")) {
            refuse(element, "class", value);
        }
        if (name.equals("delegateExpression")) {
            checkDelegate(element, value);
        } else if (ownElement && name.equals("businessKey") && XmlModel.is(element, "in")) {
            if (!ExpressionGrammar.handsOverBusinessKey(value)) {
                refuse(element, "call-business-key", BUSINESS_KEY);
            }
        } else {
            checkExpression(element, value);
        }
    }

    private void checkExtension(Element element, String name, String value) {
        switch (name) {
            case "class", "formHandlerClass", "variableMappingClass" -> refuse(element, "class", value);
            case "expression" -> refuse(element, "delegate-form", value, DELEGATE);
            case "type", "topic" -> refuse(element, "external-task", value);
            case "resource" -> refuse(element, "script", CONDITION);
            default -> {
                if (!ATTRIBUTES.contains(name)) {
                    refuse(element, "extension-attribute", name);
                } else if (!Placement.isRead(element, name)) {
                    refuse(element, "attribute-place", name, String.join(", ", new TreeSet<>(Placement.readOn(name))));
                }
            }
        }
    }

    private void checkDelegate(Element element, String value) {
        String bean = ExpressionGrammar.delegate(value);
        if (bean == null) {
            refuse(element, "delegate-form", value, DELEGATE);
        } else if (!delegates.contains(bean)) {
            refuse(element, "delegate-unknown", bean);
        }
    }

    private void checkExpression(Element element, String text) {
        if (ExpressionGrammar.isExpression(text)) {
            String rule = grammar.broken(text.strip());
            if (rule != null) {
                refuse(element, rule, text.strip());
            }
        }
    }

    private void checkProcess(Element process) {
        // The engine runs a process that does not say whether it is executable.
        if (process.hasAttribute("isExecutable") && !Boolean.parseBoolean(process.getAttribute("isExecutable"))) {
            return;
        }
        String keep = XmlModel.camunda(process, "historyTimeToLive");
        if (!keep.matches("\\d{1,5}|P\\d{1,5}D")) {
            refuse(process, "history-time-to-live");
        }
        Map<String, String> settings = ProcessFacts.settings(process);
        try {
            RevisionRecorder.holdsFrom(settings);
        } catch (DateTimeException unreadable) {
            refuse(process, "holds-from", settings.get(ProcessFacts.HOLDS_FROM));
        }
    }

    private void checkCall(Element call) {
        String called = call.getAttribute("calledElement");
        if (called.isBlank() || ExpressionGrammar.isExpression(called)) {
            refuse(call, "call-target");
        } else if (!"version".equals(XmlModel.camunda(call, "calledElementBinding"))
                || !isPin(XmlModel.camunda(call, "calledElementVersion"), called)) {
            refuse(call, "call-binding", "${" + Pins.variable(called) + "}");
        }
        boolean handsOver = false;
        for (Element mapping : XmlModel.all(call)) {
            boolean in = XmlModel.is(mapping, "in");
            if ((in || XmlModel.is(mapping, "out")) && mapping.hasAttribute("variables")) {
                refuse(call, "call-all-variables");
            }
            handsOver |= in && ExpressionGrammar.handsOverBusinessKey(mapping.getAttribute("businessKey"));
        }
        if (!handsOver) {
            refuse(call, "call-business-key", BUSINESS_KEY);
        }
    }

    private void checkDecision(Element task) {
        String decision = XmlModel.camunda(task, "decisionRef");
        if (decision.isBlank()) {
            if (XmlModel.camunda(task, "delegateExpression").isEmpty()) {
                refuse(task, "delegate-missing", DELEGATE);
            }
        } else if (ExpressionGrammar.isExpression(decision)) {
            refuse(task, "call-target");
        } else if (!"version".equals(XmlModel.camunda(task, "decisionRefBinding"))
                || !isPin(XmlModel.camunda(task, "decisionRefVersion"), decision)) {
            refuse(task, "call-binding", "${" + Pins.variable(decision) + "}");
        }
    }

    private static boolean isPin(String expression, String key) {
        return Pins.variable(key).equals(ExpressionGrammar.delegate(expression));
    }

    private static boolean isAnnotation(Element element) {
        return XmlModel.is(element, "text")
                && element.getParentNode() instanceof Element parent
                && XmlModel.is(parent, "textAnnotation");
    }

    private void refuse(Element element, String rule, String... arguments) {
        Element named = element;
        // Extensions have ids of their own at times; a person finds the element around them in the Modeler.
        while ((!named.hasAttribute("id") || XmlModel.CAMUNDA_BPMN.equals(named.getNamespaceURI()))
                && named.getParentNode() instanceof Element parent) {
            named = parent;
        }
        findings.add(
                new GuardFinding(file, named.getAttribute("id"), named.getAttribute("name"), rule, List.of(arguments)));
    }
}
