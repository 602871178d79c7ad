package cn.baosong.engine;

import cn.baosong.common.Problem;
import java.util.HashMap;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.springframework.stereotype.Component;

/**
 * Takes a running process over to another revision of its scheme while it waits at a user task. The instance stays the
 * one it was, with its id, its flags and its history; only what it does from there on is the other revision's. Joins the
 * caller's transaction, as {@link Flow} does.
 */
@Component
public class FlowMigration {

    private final RuntimeService runtime;
    private final TaskService tasks;

    FlowMigration(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /**
     * @param instance id of the root process instance
     * @param waitsAt the user task it must wait at, which the other revision must have as well
     * @param to the revision whose process and pinned versions hold from here on
     * @throws Problem {@code engine.error.nothing-waits} where it does not wait there; {@code engine.error.cannot-migrate}
     *     where the other revision has no such task, or the process does more than wait
     */
    public void carry(String instance, String waitsAt, SchemeRevision to) {
        var task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(waitsAt)
                .singleResult();
        if (task == null) {
            throw new Problem("engine.error.nothing-waits", waitsAt);
        }
        if (!task.getProcessDefinitionId().equals(to.processDefinitionId())) {
            migrate(instance, task.getProcessDefinitionId(), waitsAt, to);
        }
        runtime.setVariables(instance, new HashMap<>(to.pins()));
    }

    private void migrate(String instance, String definition, String waitsAt, SchemeRevision to) {
        try {
            var plan = runtime.createMigrationPlan(definition, to.processDefinitionId())
                    .mapActivities(waitsAt, waitsAt)
                    .build();
            runtime.newMigration(plan).processInstanceIds(instance).execute();
        } catch (MigratingProcessInstanceValidationException | BadUserRequestException doesNotFit) {
            throw new Problem("engine.error.cannot-migrate", waitsAt, String.valueOf(to.number()));
        }
    }
}
