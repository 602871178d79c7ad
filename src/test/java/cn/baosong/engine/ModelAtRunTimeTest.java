package cn.baosong.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.AbstractThrowableAssert;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands behind the guard: expressions, classes, scripts and definitions that came into the database another way. */
@EngineTest
class ModelAtRunTimeTest {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.getClass().forName('java.lang.Runtime').getMethods()}",
                "${''.class}",
                "${''.bytes}",
                "${text.class.classLoader}",
                "${text['class']}",
                "${map.class}",
                "${execution.processEngineServices}",
                "${execution.processEngineServices.runtimeService}",
                "${execution.id}",
                "${execution.getVariable('text')}",
                "${execution.variables}",
                "${task}",
                "${notListed}",
                "${dataSource}",
                "${noteStep.notes}",
                "${noteStep.class}",
                "${now()}",
                "${currentUser()}",
                "${authenticatedUserId}"
            })
    void anExpressionReachesNothingButPlainData(String expression) {
        assertEvaluating(expression, Map.of("text", "plain")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void anExpressionReadsVariablesAndTheBusinessKey() throws Exception {
        ProcessInstance instance = waiting(Map.of("text", "plain", "noteStep", "a variable of a delegate's name"));

        assertThat(evaluate(instance, "${text}")).isEqualTo("plain");
        assertThat(evaluate(instance, "${text == 'plain' and not empty text}")).isEqualTo(true);
        assertThat(evaluate(instance, "#{execution.processBusinessKey}")).isEqualTo(instance.getBusinessKey());
        assertThat(evaluate(instance, "${noteStep}")).isInstanceOf(StepDelegate.class);
    }

    @Test
    void aClassBroughtInPastTheGuardIsNotRun() {
        sneakedIn("<bpmn:serviceTask id='task' camunda:class='cn.baosong.engine.ModelAtRunTimeTest' />");
    }

    @Test
    void aScriptBroughtInPastTheGuardIsNotRun() {
        sneakedIn("<bpmn:scriptTask id='task' scriptFormat='juel'><bpmn:script>${1}</bpmn:script></bpmn:scriptTask>");
    }

    @Test
    void aShellTaskBroughtInPastTheGuardIsNotRun() {
        sneakedIn("<bpmn:serviceTask id='task' camunda:type='shell'><bpmn:extensionElements>"
                + "<camunda:field name='command' stringValue='true' /></bpmn:extensionElements></bpmn:serviceTask>");
    }

    @Test
    void aDelegateOffTheListBroughtInPastTheGuardIsNotRun() {
        String key = sneak("<bpmn:serviceTask id='task' camunda:delegateExpression='${notListed}' />");
        assertThatThrownBy(() ->
                        runtime.startProcessInstanceByKey(key, UUID.randomUUID().toString()))
                .hasStackTraceContaining("no variable notListed");
    }

    @Test
    void engineItselfHasNoClassesAndNoScripts() {
        assertThatThrownBy(() -> engine.getArtifactFactory().getArtifact(Object.class))
                .hasMessageContaining("may not name a Java class");
        assertThatThrownBy(() -> engine.getScriptEngineResolver().getScriptEngine("juel", true))
                .hasMessageContaining("may not run a script");
        assertThat(engine.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(engine.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(engine.isCmmnEnabled()).isFalse();
        assertThat(engine.isStandaloneTasksEnabled()).isFalse();
        assertThatThrownBy(() -> tasks.saveTask(tasks.newTask())).hasMessageContaining("standalone");
    }

    @Test
    void aSerializedObjectIsNoVariable() {
        ProcessInstance instance = waiting(Map.of());
        assertThatThrownBy(() -> runtime.setVariable(instance.getId(), "object", new java.util.ArrayList<>()))
                .isInstanceOf(RuntimeException.class);
    }

    private void sneakedIn(String task) {
        String key = sneak(task);
        assertThatThrownBy(() ->
                        runtime.startProcessInstanceByKey(key, UUID.randomUUID().toString()))
                .isInstanceOf(ModelRefused.class);
    }

    /** A good model is deployed, and its file exchanged in the table behind the engine's back. */
    private String sneak(String task) {
        String key = "sneaked-" + UUID.randomUUID();
        String deployment = repository
                .createDeployment()
                .addString("sneaked.bpmn", TestModels.withTask(key, "<bpmn:userTask id='task' />"))
                .deploy()
                .getId();
        jdbc.sql("UPDATE act_ge_bytearray SET bytes_ = :bytes WHERE deployment_id_ = :deployment")
                .param("bytes", TestModels.withTask(key, task).getBytes(StandardCharsets.UTF_8))
                .param("deployment", deployment)
                .update();
        engine.getDeploymentCache().discardProcessDefinitionCache();
        return key;
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertEvaluating(
            String expression, Map<String, Object> variables) {
        ProcessInstance instance = waiting(variables);
        return assertThatThrownBy(() -> evaluate(instance, expression));
    }

    private ProcessInstance waiting(Map<String, Object> variables) {
        String key = "waiting-" + UUID.randomUUID();
        repository
                .createDeployment()
                .addString("waiting.bpmn", TestModels.withTask(key, "<bpmn:userTask id='task' />"))
                .deploy();
        return runtime.startProcessInstanceByKey(key, UUID.randomUUID().toString(), variables);
    }

    private Object evaluate(ProcessInstance instance, String expression) throws Exception {
        Callable<Object> evaluation =
                () -> engine.getCommandExecutorTxRequired().execute(command -> {
                    ExecutionEntity execution = command.getExecutionManager().findExecutionById(instance.getId());
                    ExpressionManager expressions = engine.getExpressionManager();
                    return expressions.createExpression(expression).getValue((VariableScope) execution);
                });
        return evaluation.call();
    }
}
