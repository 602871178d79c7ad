package cn.baosong.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** What the elements of a deployed process are called, in the reader's language as far as the model says it. */
@Component
public class ModelLabels {

    private static final String ENGLISH_NAME = "name.en";
    private static final int KEPT = 200;

    private record Label(String name, String english) {}

    private final SchemeRevisions files;
    private final Map<String, Map<String, Label>> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Label>> eldest) {
            return size() > KEPT;
        }
    };

    ModelLabels(SchemeRevisions files) {
        this.files = files;
    }

    /**
     * @param definition id of a version
     * @param element id of an activity, or the key of the process itself; null for none
     * @return its label, in English the property {@code name.en}; its id where it has none
     */
    public String of(String definition, String element, Locale locale) {
        if (element == null) {
            return "";
        }
        Label label = labels(definition).get(element);
        if (label == null) {
            return element;
        }
        boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
        String said = english && !label.english().isBlank() ? label.english() : label.name();
        return said.isBlank() ? element : said;
    }

    private Map<String, Label> labels(String definition) {
        synchronized (known) {
            Map<String, Label> labels = known.get(definition);
            if (labels != null) {
                return labels;
            }
        }
        Map<String, Label> read = new LinkedHashMap<>();
        XmlModel.all(XmlModel.parseAccepted(files.process(definition))).stream()
                .filter(element -> element.hasAttribute("id"))
                .forEach(element -> read.put(
                        element.getAttribute("id"),
                        new Label(element.getAttribute("name").strip(), english(element))));
        synchronized (known) {
            known.put(definition, read);
        }
        return read;
    }

    private static String english(Element element) {
        List<Element> children = XmlModel.children(element);
        return children.stream()
                .filter(child -> XmlModel.is(child, "extensionElements"))
                .flatMap(extensions -> XmlModel.children(extensions).stream())
                .filter(child -> XmlModel.is(child, "properties"))
                .flatMap(properties -> XmlModel.children(properties).stream())
                .filter(property -> ENGLISH_NAME.equals(property.getAttribute("name")))
                .map(property -> property.getAttribute("value").strip())
                .findFirst()
                .orElse("");
    }
}
