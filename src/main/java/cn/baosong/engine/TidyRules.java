package cn.baosong.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * What makes a model pleasant to read beyond what the guard demands: names in both languages, every step on the way from
 * a start to an end, lines that begin and end where they belong. The same is asked of the packed models.
 */
final class TidyRules {

    private static final Set<String> WITHOUT_WAY_IN = Set.of("startEvent", "boundaryEvent");
    /** Each is held to each other and to each line; no diagram that a person reads has as many. */
    private static final int MOST_NODES = 1_000;

    private static final String NAME = "name";
    private static final String ENGLISH = "name.en";

    private final String file;
    private final Findings findings = new Findings();
    private final Map<String, Element> nodes = new HashMap<>();
    private final List<Element> flows = new ArrayList<>();
    private final Map<String, List<Element>> incoming = new HashMap<>();
    private final Map<String, List<Element>> outgoing = new HashMap<>();

    TidyRules(String file) {
        this.file = file;
    }

    /** @param content of a file the guard has accepted */
    List<GuardFinding> read(byte[] content) {
        List<Element> all = XmlModel.all(XmlModel.parseAccepted(content));
        all.forEach(this::remember);
        Drawing drawing = Drawing.of(all);
        all.stream().filter(this::hasName).forEach(this::checkName);
        nodes.values().forEach(this::checkWays);
        if (nodes.size() <= MOST_NODES) {
            flows.forEach(flow -> checkLine(flow, drawing));
            checkOverlaps(drawing);
        }
        return findings.list();
    }

    private void remember(Element element) {
        String id = element.getAttribute("id");
        if (DrawingRules.NODES.contains(element.getLocalName())) {
            nodes.put(id, element);
        } else if (XmlModel.is(element, "sequenceFlow")) {
            flows.add(element);
            outgoing.computeIfAbsent(element.getAttribute("sourceRef"), any -> new ArrayList<>())
                    .add(element);
            incoming.computeIfAbsent(element.getAttribute("targetRef"), any -> new ArrayList<>())
                    .add(element);
        }
    }

    private boolean hasName(Element element) {
        return XmlModel.is(element, "process") || XmlModel.is(element, "sequenceFlow") || isNode(element);
    }

    private boolean isNode(Element element) {
        return nodes.get(element.getAttribute("id")) == element;
    }

    private void checkName(Element element) {
        String name = element.getAttribute(NAME);
        if (!name.isBlank()) {
            if (!ProcessFacts.settings(element).containsKey(ENGLISH)) {
                add(element, "tidy-english", name);
            }
        } else if (!XmlModel.is(element, "sequenceFlow") && !XmlModel.is(element, "parallelGateway")) {
            add(element, "tidy-name");
        }
    }

    private void checkWays(Element node) {
        String id = node.getAttribute("id");
        if (Boolean.parseBoolean(node.getAttribute("triggeredByEvent"))
                || Boolean.parseBoolean(node.getAttribute("isForCompensation"))) {
            return;
        }
        List<Element> out = outgoing.getOrDefault(id, List.of());
        if (!WITHOUT_WAY_IN.contains(node.getLocalName()) && !incoming.containsKey(id)) {
            add(node, "tidy-way-in");
        }
        if (!XmlModel.is(node, "endEvent") && out.isEmpty()) {
            add(node, "tidy-way-out");
        }
        if (!node.getLocalName().endsWith("Gateway")
                && out.stream().filter(flow -> !hasCondition(flow)).count() > 1) {
            add(node, "tidy-split");
        }
    }

    private static boolean hasCondition(Element flow) {
        return XmlModel.children(flow).stream().anyMatch(child -> XmlModel.is(child, "conditionExpression"));
    }

    private void checkLine(Element flow, Drawing drawing) {
        List<Drawing.Point> line = drawing.lines().get(flow.getAttribute("id"));
        if (line == null) {
            return;
        }
        String source = flow.getAttribute("sourceRef");
        String target = flow.getAttribute("targetRef");
        checkEnd(flow, line.get(0), source, drawing);
        checkEnd(flow, line.get(line.size() - 1), target, drawing);
        nodes.forEach((id, node) -> {
            Drawing.Box box = drawing.boxes().get(id);
            // What lies in a subprocess lies in its box.
            if (box != null
                    && node.getParentNode() == flow.getParentNode()
                    && !id.equals(source)
                    && !id.equals(target)
                    && box.isCrossedBy(line)) {
                add(flow, "tidy-line-through", called(node));
            }
        });
    }

    private void checkEnd(Element flow, Drawing.Point end, String at, Drawing drawing) {
        Element node = nodes.get(at);
        Drawing.Box box = drawing.boxes().get(at);
        if (node != null && box != null && !box.touches(end, isRectangle(node))) {
            add(flow, "tidy-line-end", called(node));
        }
    }

    private static boolean isRectangle(Element node) {
        return !node.getLocalName().endsWith("Gateway") && !node.getLocalName().endsWith("Event");
    }

    private void checkOverlaps(Drawing drawing) {
        List<Element> placed = nodes.values().stream()
                .filter(node -> !XmlModel.is(node, "boundaryEvent"))
                .filter(node -> drawing.boxes().containsKey(node.getAttribute("id")))
                .toList();
        for (int i = 0; i < placed.size(); i++) {
            Element one = placed.get(i);
            for (Element other : placed.subList(i + 1, placed.size())) {
                if (one.getParentNode() == other.getParentNode()
                        && box(one, drawing).overlaps(box(other, drawing))) {
                    add(one, "tidy-overlap", called(other));
                }
            }
        }
    }

    private static Drawing.Box box(Element node, Drawing drawing) {
        return drawing.boxes().get(node.getAttribute("id"));
    }

    private static String called(Element node) {
        String name = node.getAttribute(NAME);
        return name.isBlank() ? node.getAttribute("id") : name;
    }

    private void add(Element element, String rule, String... arguments) {
        findings.add(new GuardFinding(
                file, element.getAttribute("id"), element.getAttribute(NAME), rule, List.of(arguments)));
    }
}
