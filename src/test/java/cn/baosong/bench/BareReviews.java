package cn.baosong.bench;

import cn.baosong.testing.ReviewProbe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;

/** The bare engine with the models of {@link BulkAcceptance}, in a chain that is longer than anybody goes. */
final class BareReviews implements AutoCloseable {

    private static final String SUBJECT = "review-probe";
    private static final String REVIEW = "multi-level-review";
    private static final List<String> KEYS = List.of(SUBJECT, REVIEW);
    private static final Map<String, Object> ACCEPTED = Map.of("decision", "accepted");

    private final ProcessEngine engine;
    private final String definition;
    private final Map<String, Object> version;

    BareReviews(ProcessEngine product) {
        JavaDelegate next = execution -> {
            execution.setVariable("desk", UUID.randomUUID().toString());
            execution.setVariable("atChainEnd", false);
        };
        JavaDelegate first = execution -> {
            execution.setVariable("directDesk", UUID.randomUUID().toString());
            next.execute(execution);
        };
        engine = BareEngine.configuration(
                        (SpringProcessEngineConfiguration) product.getProcessEngineConfiguration(),
                        Map.of("assignDirectDesk", first, "assignSuperiorDesk", next))
                .buildProcessEngine();
        var deployed = new HashMap<String, ProcessDefinition>();
        engine.getRepositoryService()
                .createDeployment()
                .addInputStream("bare-review.bpmn", BareEngine.model(ReviewProbe.MODEL, KEYS))
                .addInputStream("bare-subject.bpmn", BareEngine.model("review/" + SUBJECT + ".bpmn", KEYS))
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .forEach(process -> deployed.put(process.getKey(), process));
        definition = deployed.get(BareEngine.PREFIX + SUBJECT).getId();
        version = Map.of(
                "multiLevelReviewVersion",
                deployed.get(BareEngine.PREFIX + REVIEW).getVersion());
    }

    /** @return id of a task that waits at the second desk */
    String waiting() {
        var key = UUID.randomUUID().toString();
        engine.getRuntimeService().startProcessInstanceById(definition, key, version);
        engine.getTaskService().complete(task(key));
        accept(task(key));
        return task(key);
    }

    private String task(String key) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
    }

    /** On to the next desk; the task is known, nothing is looked for. */
    void accept(String task) {
        engine.getTaskService().complete(task, ACCEPTED);
    }

    @Override
    public void close() {
        engine.close();
    }
}
