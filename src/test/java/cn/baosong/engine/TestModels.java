package cn.baosong.engine;

import cn.baosong.testing.Drawn;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/** The scheme of {@code src/test/resources/engine}, deployed as a process owner would. */
final class TestModels {

    static final String SCHEME = "engine-test";
    static final List<String> FILES = List.of(
            "engine-test-scheme.bpmn",
            "engine-test-review.bpmn",
            "engine-test-nested.bpmn",
            "engine-test-checks.dmn",
            "engine-test-form.form");

    private TestModels() {}

    static void deployScheme(RepositoryService repository) {
        deploy(repository, "scheme", FILES);
    }

    static void deploy(RepositoryService repository, String folder, List<String> files) {
        DeploymentBuilder deployment = repository.createDeployment().name("engine-test");
        files.forEach(file -> deployment.addInputStream(
                file, TestModels.class.getResourceAsStream("/engine/" + folder + "/" + file)));
        deployment.deploy();
    }

    /** A process whose body stands between a start event and an end event that it connects itself. */
    static String process(String key, String attributes, String body) {
        return Drawn.complete("""
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:activiti="http://activiti.org/bpmn"
                    id="definitions" targetNamespace="http://baosong.cn/test">
                  <bpmn:process id="%s" name="测试" isExecutable="true" %s>
                    %s
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(key, attributes, body));
    }

    /** start → the element called {@code task} → end */
    static String withTask(String key, String task) {
        return process(key, "camunda:historyTimeToLive=\"P30D\"", """
                <bpmn:startEvent id="started" />
                <bpmn:sequenceFlow id="to-task" sourceRef="started" targetRef="task" />
                %s
                <bpmn:sequenceFlow id="to-end" sourceRef="task" targetRef="done" />
                <bpmn:endEvent id="done" />
                """.formatted(task));
    }
}
