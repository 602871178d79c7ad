package cn.baosong.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What makes a BPMN file a picture that people read: every step and every flow is drawn, and where a flow forks, the
 * question and each answer are written on it.
 */
final class DrawingRules {

    /** Everything a flow runs through. */
    static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "boundaryEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "task",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "scriptTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "adHocSubProcess",
            "transaction",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "complexGateway",
            "eventBasedGateway");

    /** Gateways that ask something. An event-based one is answered by the events behind it. */
    private static final Set<String> QUESTIONS = Set.of("exclusiveGateway", "inclusiveGateway", "complexGateway");

    private static final int LEAST_POINTS = 2;

    private final String file;
    private final Findings findings = new Findings();
    private final Set<String> shapes = new HashSet<>();
    private final Set<String> edges = new HashSet<>();
    private final Map<String, Integer> outgoing = new HashMap<>();
    private final Set<String> questions = new HashSet<>();

    DrawingRules(String file) {
        this.file = file;
    }

    /** @return nothing for a file that is not readable: {@link BpmnRules} says so */
    List<GuardFinding> read(byte[] content) {
        List<Element> all;
        try {
            all = XmlModel.all(XmlModel.parse(content));
        } catch (SAXException broken) {
            return List.of();
        }
        all.forEach(this::remember);
        all.forEach(this::check);
        return findings.list();
    }

    private void remember(Element element) {
        switch (element.getLocalName()) {
            case "BPMNShape" -> {
                if (XmlModel.children(element).stream().anyMatch(DrawingRules::hasArea)) {
                    shapes.add(drawn(element));
                }
            }
            case "BPMNEdge" -> {
                if (XmlModel.children(element).stream()
                                .filter(child -> XmlModel.is(child, "waypoint"))
                                .count()
                        >= LEAST_POINTS) {
                    edges.add(drawn(element));
                }
            }
            case "sequenceFlow" -> outgoing.merge(element.getAttribute("sourceRef"), 1, Integer::sum);
            default -> {
                if (QUESTIONS.contains(element.getLocalName())) {
                    questions.add(element.getAttribute("id"));
                }
            }
        }
    }

    private void check(Element element) {
        String name = element.getLocalName();
        if (NODES.contains(name)) {
            if (!shapes.contains(element.getAttribute("id"))) {
                refuse(element, "not-drawn");
            }
            if (forks(name, element.getAttribute("id"))
                    && element.getAttribute("name").isBlank()) {
                refuse(element, "gateway-label");
            }
        } else if (name.equals("sequenceFlow")) {
            if (!edges.contains(element.getAttribute("id"))) {
                refuse(element, "not-drawn");
            }
            String source = element.getAttribute("sourceRef");
            if (questions.contains(source)
                    && outgoing.getOrDefault(source, 0) > 1
                    && element.getAttribute("name").isBlank()) {
                refuse(element, "flow-label");
            }
        }
    }

    private boolean forks(String name, String id) {
        return (questions.contains(id) || name.equals("eventBasedGateway")) && outgoing.getOrDefault(id, 0) > 1;
    }

    private void refuse(Element element, String rule) {
        findings.add(new GuardFinding(file, element.getAttribute("id"), element.getAttribute("name"), rule, List.of()));
    }

    /** The id may carry the prefix of a namespace. */
    private static String drawn(Element drawing) {
        String id = drawing.getAttribute("bpmnElement");
        return id.substring(id.indexOf(':') + 1);
    }

    private static boolean hasArea(Element bounds) {
        return XmlModel.is(bounds, "Bounds")
                && isPositive(bounds.getAttribute("width"))
                && isPositive(bounds.getAttribute("height"));
    }

    private static boolean isPositive(String number) {
        return number.matches("\\d{1,6}(\\.\\d{1,9})?") && !number.matches("[0.]+");
    }
}
