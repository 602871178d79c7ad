package cn.baosong.testing;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Daily sweeps run by a test, job after job; the nodes leave their jobs alone meanwhile. */
@Component
public class Sweeps {

    private final ProcessEngine engine;

    Sweeps(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Acts while no node runs a job of the process. */
    public <T> T byHand(String process, Callable<T> act) throws Exception {
        engine.getManagementService().suspendJobDefinitionByProcessDefinitionKey(process, true);
        try {
            return act.call();
        } finally {
            engine.getManagementService().activateJobDefinitionByProcessDefinitionKey(process, true);
        }
    }

    /** Runs one sweep to its end, inside {@link #byHand}. @return how many jobs it took */
    public int sweep(String process) {
        var instance =
                engine.getRuntimeService().startProcessInstanceByKey(process).getId();
        for (var jobs = 0; ; jobs++) {
            Job next = engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(instance)
                    .singleResult();
            if (next == null) {
                return jobs;
            }
            engine.getManagementService().executeJob(next.getId());
        }
    }

    /** Runs one sweep to its end. */
    public void run(String process) throws Exception {
        byHand(process, () -> sweep(process));
    }
}
