package cn.baosong.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Keeps the extension properties of a process and its elements with the parsed model, so that reading one costs nothing.
 * One without a value is none: that is what the Modeler writes for a field of an element template that was left empty.
 */
final class ModelSettings extends AbstractBpmnParseListener {

    private static final String PROPERTY = "baosong.settings";

    /** @return the extension properties by name; empty if there are none */
    @SuppressWarnings("unchecked")
    static Map<String, String> of(CoreModelElement element) {
        Object settings = element.getProperty(PROPERTY);
        return settings == null ? Map.of() : (Map<String, String>) settings;
    }

    static Map<String, String> read(Element element) {
        Map<String, String> settings = new LinkedHashMap<>();
        Element extensions = element.element("extensionElements");
        Element properties =
                extensions == null ? null : extensions.elementNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "properties");
        if (properties != null) {
            for (Element property : properties.elementsNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "property")) {
                String name = property.attribute("name");
                String value = property.attribute("value", "");
                if (name != null && !value.isBlank()) {
                    settings.put(name, value);
                }
            }
        }
        return settings;
    }

    @Override
    public void parseProcess(Element processElement, ProcessDefinitionEntity processDefinition) {
        processDefinition.setProperty(PROPERTY, Map.copyOf(read(processElement)));
        processElement.elements().forEach(child -> keep(child, processDefinition));
    }

    private static void keep(Element element, ProcessDefinitionEntity processDefinition) {
        String id = element.attribute("id");
        ActivityImpl activity = id == null ? null : processDefinition.findActivity(id);
        if (activity != null) {
            Map<String, String> settings = read(element);
            if (!settings.isEmpty()) {
                activity.setProperty(PROPERTY, Map.copyOf(settings));
            }
        }
        element.elements().forEach(child -> keep(child, processDefinition));
    }
}
