package cn.baosong.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;

/** The bare engine with the models of the monthly report: it moves a report, and does nothing with it. */
final class BareReports implements AutoCloseable {

    private static final List<String> KEYS = List.of("monthly-report", "key-field-change", "multi-level-review");

    private static final String LEVEL = "level";
    private static final int DESKS = 4;

    private final ProcessEngine engine;
    private final String definition;
    private final Map<String, Object> versions;

    BareReports(ProcessEngine product) {
        engine = BareEngine.configuration(
                        (SpringProcessEngineConfiguration) product.getProcessEngineConfiguration(), delegates())
                .buildProcessEngine();
        var deployed = new HashMap<String, ProcessDefinition>();
        engine.getRepositoryService()
                .createDeployment()
                .addInputStream("bare-review.bpmn", BareEngine.model("processes/review/multi-level-review.bpmn", KEYS))
                .addInputStream(
                        "bare-change.bpmn", BareEngine.model("processes/monthly-report/key-field-change.bpmn", KEYS))
                .addInputStream(
                        "bare-report.bpmn", BareEngine.model("processes/monthly-report/monthly-report.bpmn", KEYS))
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .forEach(process -> deployed.put(process.getKey(), process));
        definition = deployed.get(BareEngine.PREFIX + KEYS.get(0)).getId();
        versions = Map.of(
                "keyFieldChangeVersion",
                deployed.get(BareEngine.PREFIX + KEYS.get(1)).getVersion(),
                "multiLevelReviewVersion",
                deployed.get(BareEngine.PREFIX + KEYS.get(2)).getVersion());
    }

    private static Map<Object, Object> delegates() {
        JavaDelegate nothing = execution -> {};
        JavaDelegate first = execution -> assign(execution, 1);
        JavaDelegate next = execution -> assign(execution, (Integer) execution.getVariable(LEVEL) + 1);
        JavaDelegate unchanged = execution -> execution.setVariable("keyFieldsChanged", false);
        JavaDelegate passed = execution -> execution.setVariable("checkPassed", true);
        JavaDelegate outcome = execution -> execution.setVariable(
                "outcome", execution.getCurrentActivityId().replace("record-", ""));
        return Map.of(
                "compareKeyFields", unchanged,
                "checkFiling", passed,
                "sealVersion", nothing,
                "withdrawFiling", nothing,
                "recordAcceptance", nothing,
                "notifyFiler", nothing,
                "assignDirectDesk", first,
                "assignSuperiorDesk", next,
                "recordOutcome", outcome);
    }

    /** Four desks, one above the other. */
    private static void assign(DelegateExecution execution, int level) {
        execution.setVariable("desk", UUID.randomUUID().toString());
        execution.setVariable(LEVEL, level);
        execution.setVariable("atChainEnd", level == DESKS);
    }

    /** @return business key of a process that waits for the figures */
    String open() {
        var key = UUID.randomUUID().toString();
        engine.getRuntimeService().startProcessInstanceById(definition, key, versions);
        return key;
    }

    /** Finds the task and completes it; finding it is a transaction of its own here. */
    void submit(String key) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey("fill-report")
                .singleResult();
        engine.getTaskService().complete(task.getId());
    }

    /** From the filled-in form to the last desk's acceptance; finding each task is a transaction of its own. */
    void life(String key) {
        submit(key);
        for (int desk = 0; desk < DESKS; desk++) {
            var review = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(key)
                    .singleResult();
            engine.getTaskService().complete(review.getId(), Map.of("decision", "accepted"));
        }
    }

    void withdraw(String key) {
        var waiting = engine.getRuntimeService()
                .createExecutionQuery()
                .processInstanceBusinessKey(key)
                .messageEventSubscriptionName("withdraw")
                .singleResult();
        engine.getRuntimeService().messageEventReceived("withdraw", waiting.getId());
    }

    @Override
    public void close() {
        engine.close();
    }
}
