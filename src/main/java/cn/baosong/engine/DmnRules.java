package cn.baosong.engine;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What a DMN file may contain: decisions in FEEL, and nothing from outside. */
final class DmnRules {

    private static final Pattern EXTERNAL = Pattern.compile("\\bexternal\\b\\s*\\{");

    private final String file;

    DmnRules(String file) {
        this.file = file;
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
        Findings findings = new Findings();
        for (Element element : all) {
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
