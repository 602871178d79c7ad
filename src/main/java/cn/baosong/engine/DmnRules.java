package cn.baosong.engine;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What a DMN file may contain: decisions in FEEL, and nothing from outside. */
final class DmnRules {

    private static final Pattern EXTERNAL = Pattern.compile("\\bexternal\\b\\s*\\{");

    private final String file;

    DmnRules(String file) {
        this.file = file;
    }

    List<GuardFinding> read(byte[] content) {
        Findings findings = new Findings();
        for (Element element : XmlModel.elements(file, content, findings)) {
            String language = element.getAttribute("expressionLanguage");
            if (!language.isBlank() && !language.toLowerCase(Locale.ROOT).contains("feel")) {
                findings.add(finding(element, "decision-language", language));
            }
            if (XmlModel.is(element, "import")) {
                findings.add(finding(element, "decision-import"));
            }
            if (EXTERNAL.matcher(XmlModel.text(element)).find()
                    || "Java".equalsIgnoreCase(element.getAttribute("kind"))
                    || "PMML".equalsIgnoreCase(element.getAttribute("kind"))) {
                findings.add(finding(element, "decision-external"));
            }
        }
        return findings.list();
    }

    private GuardFinding finding(Element element, String rule, String... arguments) {
        Element named = element;
        while (!named.hasAttribute("id") && named.getParentNode() instanceof Element parent) {
            named = parent;
        }
        return new GuardFinding(file, named.getAttribute("id"), named.getAttribute("name"), rule, List.of(arguments));
    }
}
