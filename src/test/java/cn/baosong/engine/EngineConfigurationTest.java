package cn.baosong.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.TimeZone;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EngineTest
class EngineConfigurationTest {

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private CamundaBpmProperties properties;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private IdentityService identity;

    @Autowired
    private MeterRegistry meters;

    @Test
    void keepsWhatHappenedAndWhoIntervenedButNoVariables() {
        assertThat(engine.getHistoryLevel().isHistoryEventProduced(HistoryEventTypes.INCIDENT_CREATE, null))
                .isTrue();
        assertThat(engine.getHistoryLevel().isHistoryEventProduced(HistoryEventTypes.JOB_FAIL, null))
                .isTrue();
        assertThat(engine.getHistoryLevel().isHistoryEventProduced(HistoryEventTypes.JOB_SUCCESS, null))
                .isFalse();

        String key = "history-" + UUID.randomUUID();
        repository
                .createDeployment()
                .addString("history.bpmn", TestModels.withTask(key, "<bpmn:userTask id='task' />"))
                .deploy();
        ProcessInstance instance =
                runtime.startProcessInstanceByKey(key, UUID.randomUUID().toString());
        runtime.setVariable(instance.getId(), "flag", true);
        identity.setAuthenticatedUserId("operator");
        try {
            tasks.complete(tasks.createTaskQuery()
                    .processInstanceId(instance.getId())
                    .singleResult()
                    .getId());
        } finally {
            identity.clearAuthentication();
        }

        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isEqualTo(3);
        assertThat(history.createUserOperationLogQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isPositive();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
    }

    @Test
    void theDatabaseRemembersTheHistoryLevel() {
        assertThat(jdbc.sql("SELECT value_ FROM act_ge_property WHERE name_ = 'historyLevel'")
                        .query(String.class)
                        .single())
                .isEqualTo("20");
    }

    @Test
    void takesSizesAndTimesFromTheSettings() {
        assertThat(TimeZone.getDefault().getID()).isEqualTo("Asia/Shanghai");
        assertThat(engine.getHistoryTimeToLive()).isEqualTo("P365D");
        assertThat(engine.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
        assertThat(engine.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00");
        assertThat(engine.getFailedJobRetryTimeCycle()).isEqualTo("PT10S,PT1M,PT10M,PT1H");
        assertThat(engine.getQueryMaxResultsLimit()).isEqualTo(10000);
        assertThat(properties.getJobExecution().getMaxWait()).isEqualTo(5000);
        assertThat(properties.getJobExecution().getMaxJobsPerAcquisition()).isEqualTo(3);
    }

    @Test
    void jobsAreFoundByTheirDueDate() {
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM pg_indexes WHERE tablename = 'act_ru_job' AND indexdef LIKE '%duedate_%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theApplicationMayChangeNoTable() {
        assertThatThrownBy(() -> jdbc.sql("ALTER TABLE scheme_revision ADD COLUMN x text")
                        .update())
                .hasStackTraceContaining("must be owner");
    }

    @Test
    void countsJobsAndIncidents() {
        for (String name : new String[] {"jobs.due", "jobs.failed", "incidents"}) {
            assertThat(meters.get("baosong.engine." + name).gauge().value()).isNotNegative();
        }
    }
}
