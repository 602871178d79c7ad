package cn.baosong.engine;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * What a process says of itself and names beside itself.
 *
 * @param settings its extension properties
 * @param called keys of the processes it calls
 * @param rules decisions its business rule tasks evaluate
 * @param decisions these, and decisions its settings name ({@code …Table}, {@code …Tables})
 * @param forms forms its user tasks, start events and settings name ({@code form}, {@code forms}, {@code …Form})
 */
record ProcessFacts(
        Map<String, String> settings, Set<String> called, Set<String> rules, Set<String> decisions, Set<String> forms) {

    static final String SCHEME = "scheme";
    static final String HOLDS_FROM = "holdsFrom";

    static ProcessFacts read(byte[] bpmn, String processKey) {
        return XmlModel.children(XmlModel.parseAccepted(bpmn)).stream()
                .filter(child -> XmlModel.is(child, "process") && processKey.equals(child.getAttribute("id")))
                .findFirst()
                .map(ProcessFacts::of)
                .orElseThrow(() -> new IllegalStateException("the deployed file has no process " + processKey));
    }

    static ProcessFacts of(Element process) {
        Map<String, String> settings = settings(process);
        Set<String> called = new LinkedHashSet<>();
        Set<String> rules = new LinkedHashSet<>();
        Set<String> forms = new LinkedHashSet<>();
        for (Element element : XmlModel.all(process)) {
            if (XmlModel.is(element, "callActivity")) {
                add(called, element.getAttribute("calledElement"));
            }
            add(rules, XmlModel.camunda(element, "decisionRef"));
            add(forms, XmlModel.camunda(element, "formRef"));
        }
        Set<String> decisions = new LinkedHashSet<>(rules);
        settings.forEach((name, value) -> {
            if (name.endsWith("Table") || name.endsWith("Tables")) {
                parts(value).forEach(decisions::add);
            } else if (name.equals("form") || name.equals("forms") || name.endsWith("Form")) {
                parts(value).forEach(forms::add);
            }
        });
        return new ProcessFacts(settings, called, rules, decisions, forms);
    }

    /** @return the extension properties of {@code element} by name; one without a value is none, as for {@link ModelSettings} */
    static Map<String, String> settings(Element element) {
        Map<String, String> settings = new LinkedHashMap<>();
        XmlModel.children(element).stream()
                .filter(child -> XmlModel.is(child, "extensionElements"))
                .flatMap(extensions -> XmlModel.children(extensions).stream())
                .filter(child -> XmlModel.is(child, "properties"))
                .flatMap(properties -> XmlModel.children(properties).stream())
                .filter(child -> XmlModel.is(child, "property") && child.hasAttribute("name"))
                .filter(property -> !property.getAttribute("value").isBlank())
                .forEach(property -> settings.put(property.getAttribute("name"), property.getAttribute("value")));
        return settings;
    }

    private static void add(Set<String> names, String name) {
        if (!name.isBlank()) {
            names.add(name);
        }
    }

    private static Stream<String> parts(String value) {
        return Stream.of(value.split("[,\\s]+")).filter(part -> !part.isBlank());
    }
}
