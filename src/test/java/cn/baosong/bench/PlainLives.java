package cn.baosong.bench;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;

/** The bare engine with the plainest model of such a life: a service task, four user tasks, a service task. */
final class PlainLives implements AutoCloseable {

    private static final int DESKS = 4;

    private final ProcessEngine engine;
    private final String definition;

    PlainLives(ProcessEngine product) {
        JavaDelegate nothing = execution -> {};
        engine = BareEngine.configuration(
                        (SpringProcessEngineConfiguration) product.getProcessEngineConfiguration(),
                        Map.of("nothing", nothing))
                .buildProcessEngine();
        var life = Bpmn.createExecutableProcess("plain-life")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask()
                .camundaDelegateExpression("${nothing}");
        var review = life.userTask();
        for (int desk = 1; desk < DESKS; desk++) {
            review = review.userTask();
        }
        definition = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "plain-life.bpmn",
                        review.serviceTask()
                                .camundaDelegateExpression("${nothing}")
                                .endEvent()
                                .done())
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0)
                .getId();
    }

    /** From start to end; finding each task is a transaction of its own. */
    void life() {
        var instance = engine.getRuntimeService()
                .startProcessInstanceById(definition, UUID.randomUUID().toString())
                .getId();
        for (int desk = 0; desk < DESKS; desk++) {
            var review = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult();
            engine.getTaskService().complete(review.getId());
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
