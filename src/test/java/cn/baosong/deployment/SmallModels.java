package cn.baosong.deployment;

import cn.baosong.testing.Drawn;
import java.util.UUID;

/** Models of one step, complete as the Modeler saves them, for deployments of no scheme. */
final class SmallModels {

    private SmallModels() {}

    static String freshKey() {
        return "small-" + UUID.randomUUID();
    }

    /** start → the element called {@code task} → end */
    static String process(String key, String task) {
        return Drawn.complete(undrawn(key, task));
    }

    static String undrawn(String key, String task) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    id="definitions" targetNamespace="http://baosong.cn/test">
                  <bpmn:process id="%s" name="一步" isExecutable="true" camunda:historyTimeToLive="P30D">
                    <bpmn:startEvent id="started" name="开始" />
                    <bpmn:sequenceFlow id="to-task" sourceRef="started" targetRef="task" />
                    %s
                    <bpmn:sequenceFlow id="to-end" sourceRef="task" targetRef="done" />
                    <bpmn:endEvent id="done" name="结束" />
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(key, task);
    }

    static String userTask(String key) {
        return process(key, "<bpmn:userTask id=\"task\" name=\"办理\" />");
    }
}
