package cn.baosong.engine;

import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** What makes a file of decisions pleasant to read: everything has a name and a place of its own in the diagram. */
final class TidyTables {

    private static final Set<String> PARTS =
            Set.of("decision", "inputData", "businessKnowledgeModel", "knowledgeSource");

    private TidyTables() {}

    /** @param content of a file the guard has accepted */
    static List<GuardFinding> read(String file, byte[] content) {
        Findings findings = new Findings();
        List<Element> all = XmlModel.all(XmlModel.parseAccepted(content));
        Drawing drawing = Drawing.of(all);
        List<Element> parts = all.stream()
                .filter(element -> PARTS.contains(element.getLocalName()))
                .toList();
        for (Element part : parts) {
            Drawing.Box box = drawing.boxes().get(part.getAttribute("id"));
            if (part.getAttribute("name").isBlank()) {
                findings.add(finding(file, part, "tidy-name"));
            }
            if (box == null) {
                findings.add(finding(file, part, "tidy-place"));
            } else {
                parts.subList(0, parts.indexOf(part)).stream()
                        .filter(other -> drawing.boxes().containsKey(other.getAttribute("id")))
                        .filter(other ->
                                drawing.boxes().get(other.getAttribute("id")).overlaps(box))
                        .forEach(
                                other -> findings.add(finding(file, part, "tidy-overlap", other.getAttribute("name"))));
            }
        }
        return findings.list();
    }

    private static GuardFinding finding(String file, Element part, String rule, String... arguments) {
        return new GuardFinding(file, part.getAttribute("id"), part.getAttribute("name"), rule, List.of(arguments));
    }
}
