package cn.baosong.engine;

import cn.baosong.common.Problem;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * Stops processes where they stand and lets them go on. What is suspended completes no task, runs no job and takes no
 * message until it is activated; nothing of it is lost. Who may is for the caller to hold.
 */
@Component
public class ProcessSwitch {

    /** Type of the jobs that begin an instance, as the engine names it. */
    private static final String BEGINS = "timer-start-event";

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService management;
    private final ProcessInstances instances;

    ProcessSwitch(
            RuntimeService runtime,
            RepositoryService repository,
            ManagementService management,
            ProcessInstances instances) {
        this.runtime = runtime;
        this.repository = repository;
        this.management = management;
        this.instances = instances;
    }

    /**
     * Suspends or activates a root instance with all it called, which would go on by themselves otherwise.
     *
     * @param root id of the instance on top
     * @return how many instances were switched
     * @throws Problem {@code engine.error.instance-ended} if it runs no longer
     */
    public int instance(String root, boolean suspend) {
        List<String> running = instances.running(root);
        if (running.isEmpty()) {
            throw new Problem("engine.error.instance-ended");
        }
        var update = runtime.updateProcessInstanceSuspensionState().byProcessInstanceIds(running);
        if (suspend) {
            update.suspend();
        } else {
            update.activate();
        }
        return running.size();
    }

    /**
     * Suspends or activates a version: suspended, no instance of it begins.
     *
     * @param definition id of the version
     * @param withInstances whether its own running instances follow; what they called goes on until it returns to them
     * @throws Problem {@code engine.error.no-such-model} if there is no such version
     */
    public void version(String definition, boolean suspend, boolean withInstances) {
        if (repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(definition)
                        .count()
                == 0) {
            throw new Problem("engine.error.no-such-model");
        }
        var update = repository
                .updateProcessDefinitionSuspensionState()
                .byProcessDefinitionId(definition)
                .includeProcessInstances(withInstances);
        if (suspend) {
            update.suspend();
        } else {
            update.activate();
        }
        if (suspend && !withInstances) {
            keepWorkOfInstances(definition);
        }
    }

    /** The engine would make every new job of the version a suspended one, those of running instances too. */
    private void keepWorkOfInstances(String definition) {
        management.createJobDefinitionQuery().processDefinitionId(definition).list().stream()
                .filter(work -> !BEGINS.equals(work.getJobType()))
                .forEach(work -> management
                        .updateJobDefinitionSuspensionState()
                        .byJobDefinitionId(work.getId())
                        .includeJobs(false)
                        .activate());
    }
}
