package cn.baosong.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * What differs between two versions of a process, element by element: labels, settings, expressions, and what is there or
 * not. How the diagram is drawn makes no difference.
 */
public final class ModelDifference {

    /** What became of an element. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One thing said of an element in two ways.
     *
     * @param what its name: an attribute, a setting, or the path to it in the file
     * @param before,after empty where it was not, or is no longer, said
     */
    public record Fact(String what, String before, String after) {}

    /**
     * An element that differs.
     *
     * @param name its label, of the newer version where it has one; empty for none
     * @param type of the element in the file, such as {@code userTask}
     * @param facts what differs, by name; none for an element that came or went
     */
    public record Change(String id, String name, String type, Kind kind, List<Fact> facts) {

        public Change {
            facts = List.copyOf(facts);
        }
    }

    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> DRAWING = Set.of("BPMNDiagram", "incoming", "outgoing", "flowNodeRef");

    private record Part(String type, String name, Map<String, String> facts) {}

    private ModelDifference() {}

    /**
     * @param before,after BPMN files the guard has accepted
     * @return what differs: what went, what came, then what changed, each in the order of the files
     */
    public static List<Change> between(byte[] before, byte[] after) {
        Element old = XmlModel.parseAccepted(before);
        Element now = XmlModel.parseAccepted(after);
        Set<String> drawn = drawn(old);
        drawn.addAll(drawn(now));
        Map<String, Part> was = parts(old, drawn);
        Map<String, Part> is = parts(now, drawn);
        List<Change> changes = new ArrayList<>();
        was.forEach((id, part) -> {
            if (!is.containsKey(id)) {
                changes.add(new Change(id, part.name(), part.type(), Kind.REMOVED, List.of()));
            }
        });
        is.forEach((id, part) -> {
            if (!was.containsKey(id)) {
                changes.add(new Change(id, part.name(), part.type(), Kind.ADDED, List.of()));
            }
        });
        is.forEach((id, part) -> {
            Part former = was.get(id);
            if (former != null) {
                List<Fact> facts = facts(former, part);
                if (!facts.isEmpty()) {
                    String name = part.name().isEmpty() ? former.name() : part.name();
                    changes.add(new Change(id, name, part.type(), Kind.CHANGED, facts));
                }
            }
        });
        return changes;
    }

    private static List<Fact> facts(Part before, Part after) {
        List<Fact> facts = new ArrayList<>();
        if (!before.type().equals(after.type())) {
            facts.add(new Fact("type", before.type(), after.type()));
        }
        Set<String> names = new TreeSet<>(before.facts().keySet());
        names.addAll(after.facts().keySet());
        for (String name : names) {
            String was = before.facts().getOrDefault(name, "");
            String is = after.facts().getOrDefault(name, "");
            if (!was.equals(is)) {
                facts.add(new Fact(name, was, is));
            }
        }
        return facts;
    }

    /** @return ids of what has a shape or an edge: the elements a person knows */
    private static Set<String> drawn(Element root) {
        Set<String> drawn = new HashSet<>();
        XmlModel.all(root).stream()
                .map(element -> element.getAttribute("bpmnElement"))
                .filter(id -> !id.isEmpty())
                .forEach(drawn::add);
        return drawn;
    }

    private static Map<String, Part> parts(Element root, Set<String> drawn) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (Element element : XmlModel.all(root)) {
            if (isPart(element, drawn)) {
                Map<String, String> facts = new TreeMap<>();
                read(element, "", drawn, facts);
                parts.put(
                        element.getAttribute("id"),
                        new Part(
                                element.getLocalName(),
                                element.getAttribute("name").strip(),
                                facts));
            }
        }
        return parts;
    }

    private static boolean isPart(Element element, Set<String> drawn) {
        if (!MODEL.equals(element.getNamespaceURI()) || !element.hasAttribute("id")) {
            return false;
        }
        // Processes, messages and errors stand directly in the file.
        return drawn.contains(element.getAttribute("id"))
                || element.getParentNode() instanceof Element parent && XmlModel.is(parent, "definitions");
    }

    private static void read(Element element, String path, Set<String> drawn, Map<String, String> facts) {
        for (Attr attribute : XmlModel.attributes(element)) {
            boolean named = !"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())
                    && !attribute.getLocalName().equals("id");
            if (named) {
                put(facts, path + attribute.getLocalName(), attribute.getValue().strip());
            }
        }
        String text = XmlModel.text(element).strip();
        if (!text.isEmpty()) {
            put(facts, path.isEmpty() ? "text" : path.substring(0, path.length() - 1), text);
        }
        for (Element child : XmlModel.children(element)) {
            String name = child.getLocalName();
            if (DRAWING.contains(name) || isPart(child, drawn)) {
                continue;
            }
            if (name.equals("property") && child.hasAttribute("name")) {
                put(
                        facts,
                        child.getAttribute("name"),
                        child.getAttribute("value").strip());
            } else {
                boolean around = name.equals("extensionElements") || name.equals("properties");
                read(child, around ? path : path + name + "/", drawn, facts);
            }
        }
    }

    /** What is said more than once, such as what is handed over to a called process, is told one after the other. */
    private static void put(Map<String, String> facts, String name, String value) {
        facts.merge(name, value, (before, more) -> before + " · " + more);
    }
}
