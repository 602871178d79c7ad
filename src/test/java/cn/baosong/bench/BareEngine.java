package cn.baosong.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.core.io.ClassPathResource;

/**
 * The engine without the product: the same models under other keys, delegates that only set the flags the gateways read,
 * no guard, no observer. Database, pool, history level and every cost the product has switched off are the product's.
 */
final class BareEngine implements AutoCloseable {

    static final String PREFIX = "bare-";
    private static final List<String> KEYS = List.of("enterprise-registration", "multi-level-review");

    private final ProcessEngine engine;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final String definition;
    private final int reviewVersion;

    BareEngine(ProcessEngine product) {
        engine = configuration((SpringProcessEngineConfiguration) product.getProcessEngineConfiguration(), delegates())
                .buildProcessEngine();
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
        var deployment = engine.getRepositoryService()
                .createDeployment()
                .addInputStream("bare-review.bpmn", model("processes/review/multi-level-review.bpmn"))
                .addInputStream(
                        "bare-registration.bpmn",
                        model("processes/enterprise-registration/enterprise-registration.bpmn"))
                .deployWithResult();
        Map<String, ProcessDefinition> deployed = new HashMap<>();
        deployment.getDeployedProcessDefinitions().forEach(process -> deployed.put(process.getKey(), process));
        definition = deployed.get(PREFIX + KEYS.get(0)).getId();
        reviewVersion = deployed.get(PREFIX + KEYS.get(1)).getVersion();
    }

    /** @param delegates what the expressions of the models find */
    static SpringProcessEngineConfiguration configuration(
            SpringProcessEngineConfiguration product, Map<Object, Object> delegates) {
        var bare = new SpringProcessEngineConfiguration();
        bare.setProcessEngineName("bare");
        bare.setDataSource(product.getDataSource());
        bare.setTransactionManager(product.getTransactionManager());
        bare.setDatabaseType(product.getDatabaseType());
        bare.setDatabaseSchemaUpdate("false");
        bare.setCustomHistoryLevels(List.of(product.getHistoryLevel()));
        bare.setHistoryLevel(product.getHistoryLevel());
        bare.setHistory(product.getHistoryLevel().getName());
        bare.setHistoryTimeToLive(product.getHistoryTimeToLive());
        bare.setIdGenerator(new StrongUuidGenerator());
        bare.setJobExecutorActivate(false);
        bare.setMetricsEnabled(product.isMetricsEnabled());
        bare.setDbMetricsReporterActivate(product.isDbMetricsReporterActivate());
        bare.setTaskMetricsEnabled(product.isTaskMetricsEnabled());
        bare.setCmmnEnabled(product.isCmmnEnabled());
        bare.setStandaloneTasksEnabled(product.isStandaloneTasksEnabled());
        bare.setAuthorizationEnabled(product.isAuthorizationEnabled());
        bare.setBeans(new HashMap<>(delegates));
        return bare;
    }

    private static Map<Object, Object> delegates() {
        JavaDelegate nothing = execution -> {};
        JavaDelegate assign = execution -> {
            execution.setVariable("desk", UUID.randomUUID().toString());
            execution.setVariable("atChainEnd", true);
        };
        JavaDelegate passed = execution -> execution.setVariable("checkPassed", true);
        JavaDelegate accepted = execution -> execution.setVariable("outcome", "accepted");
        return Map.of(
                "checkRegistration", passed,
                "submitRegistration", nothing,
                "activateEnterprise", nothing,
                "notifyEnterprise", nothing,
                "returnRegistration", nothing,
                "cancelRegistration", nothing,
                "assignDirectDesk", assign,
                "assignSuperiorDesk", assign,
                "recordOutcome", accepted);
    }

    private static InputStream model(String file) {
        return model(file, KEYS);
    }

    /** @return the model with other keys */
    static InputStream model(String file, List<String> keys) {
        try {
            String bpmn = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
            for (String key : keys) {
                bpmn = bpmn.replace('"' + key + '"', '"' + PREFIX + key + '"');
            }
            return new ByteArrayInputStream(bpmn.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One registration from start to approval, a transaction for each of the three calls that move it. */
    void register() {
        String key = UUID.randomUUID().toString();
        String instance = runtime.startProcessInstanceById(
                        definition, key, Map.of("multiLevelReviewVersion", reviewVersion))
                .getId();
        String filling = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        tasks.complete(filling);
        String review = tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey("review-direct")
                .singleResult()
                .getId();
        tasks.complete(review, Map.of("decision", "accepted"));
    }

    /** @return how many registrations have gone through to the end */
    long completed() {
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processDefinitionId(definition)
                .activityId("registration-completed")
                .count();
    }

    @Override
    public void close() {
        engine.close();
    }
}
