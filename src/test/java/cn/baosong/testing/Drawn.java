package cn.baosong.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws what a test wrote: adds the parts of the diagram that a model lacks, as the Modeler would have. */
public final class Drawn {

    private static final Pattern NODE = Pattern.compile(
            "<(?:bpmn:)?(startEvent|endEvent|boundaryEvent|intermediateCatchEvent|intermediateThrowEvent|task|userTask"
                    + "|serviceTask|sendTask|receiveTask|manualTask|scriptTask|businessRuleTask|callActivity|subProcess"
                    + "|exclusiveGateway|parallelGateway|inclusiveGateway|eventBasedGateway)\\s[^>]*?\\bid=[\"']([^\"']+)[\"']");
    private static final Pattern FLOW = Pattern.compile("<(?:bpmn:)?sequenceFlow\\s[^>]*?\\bid=[\"']([^\"']+)[\"']");
    private static final Pattern PROCESS = Pattern.compile("<(?:bpmn:)?process\\s[^>]*?\\bid=[\"']([^\"']+)[\"']");

    private Drawn() {}

    /** @return the model with a shape for each element and an edge for each flow; what has one keeps it */
    public static String complete(String bpmn) {
        var end = bpmn.lastIndexOf("</bpmn:definitions>");
        if (end < 0) {
            return bpmn;
        }
        var parts = new StringBuilder();
        var nodes = NODE.matcher(bpmn);
        while (nodes.find()) {
            if (isMissing(bpmn, nodes.group(2))) {
                parts.append("""
                        <bpmndi:BPMNShape id="%1$s_shape" bpmnElement="%1$s">
                          <dc:Bounds x="100" y="100" width="100" height="80" />
                        </bpmndi:BPMNShape>
                        """.formatted(nodes.group(2)));
            }
        }
        var flows = FLOW.matcher(bpmn);
        while (flows.find()) {
            if (isMissing(bpmn, flows.group(1))) {
                parts.append("""
                        <bpmndi:BPMNEdge id="%1$s_edge" bpmnElement="%1$s">
                          <di:waypoint x="100" y="100" /><di:waypoint x="200" y="100" />
                        </bpmndi:BPMNEdge>
                        """.formatted(flows.group(1)));
            }
        }
        if (parts.isEmpty()) {
            return bpmn;
        }
        Matcher process = PROCESS.matcher(bpmn);
        var plane = """
                <bpmndi:BPMNDiagram id="drawn" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
                    xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI">
                  <bpmndi:BPMNPlane id="drawn_plane" bpmnElement="%s">%s</bpmndi:BPMNPlane>
                </bpmndi:BPMNDiagram>
                """.formatted(process.find() ? process.group(1) : "process", parts);
        return bpmn.substring(0, end) + plane + bpmn.substring(end);
    }

    private static boolean isMissing(String bpmn, String id) {
        return !bpmn.contains("bpmnElement=\"" + id + "\"");
    }
}
