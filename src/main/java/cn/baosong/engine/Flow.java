package cn.baosong.engine;

import cn.baosong.common.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Moves the process of a subject. Joins the caller's transaction: what the caller wrote and the step commit together.
 * Callers lock the subject's row first, so that two moves of one subject never meet.
 */
@Component
public class Flow {

    private final RuntimeService runtime;
    private final TaskService tasks;

    Flow(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /**
     * Starts the process of {@code revision} for {@code subject}, with every called process and decision pinned to the
     * versions of that revision.
     *
     * @return id of the process instance
     * @throws Problem {@code engine.error.already-running} if a process of this subject runs already
     */
    public String start(SchemeRevision revision, UUID subject) {
        if (root(subject) != null) {
            throw new Problem("engine.error.already-running", subject.toString());
        }
        return runtime.startProcessInstanceById(
                        revision.processDefinitionId(), subject.toString(), new HashMap<>(revision.pins()))
                .getId();
    }

    /**
     * Completes the user task {@code taskDefinitionKey} at which the subject's own (root) process waits.
     *
     * @param flags routing flags set with the completion: null, booleans, whole numbers, short texts
     * @throws Problem {@code engine.error.nothing-waits} if the process does not wait there
     */
    public void completeStep(UUID subject, String taskDefinitionKey, Map<String, Object> flags) {
        Flags.check(flags);
        String root = root(subject);
        Task waiting = root == null
                ? null
                : tasks.createTaskQuery()
                        .processInstanceId(root)
                        .taskDefinitionKey(taskDefinitionKey)
                        .singleResult();
        if (waiting == null) {
            throw new Problem("engine.error.nothing-waits", taskDefinitionKey);
        }
        tasks.complete(waiting.getId(), flags);
    }

    /**
     * Completes one task by its id, in whatever called process it waits.
     *
     * @throws Problem {@code engine.error.task-gone} if it waits no longer
     */
    public void completeTask(String taskId, Map<String, Object> flags) {
        Flags.check(flags);
        if (tasks.createTaskQuery().taskId(taskId).count() == 0) {
            throw new Problem("engine.error.task-gone");
        }
        tasks.complete(taskId, flags);
    }

    /**
     * Delivers {@code message} to the one place in the subject's processes, called ones included, that waits for it.
     * Never starts a new process.
     *
     * @throws Problem {@code engine.error.message-not-expected} if nothing waits for it
     */
    public void send(String message, UUID subject) {
        List<Execution> waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(subject.toString())
                .messageEventSubscriptionName(message)
                .listPage(0, 2);
        if (waiting.isEmpty()) {
            throw new Problem("engine.error.message-not-expected", message);
        }
        if (waiting.size() > 1) {
            throw new IllegalStateException(
                    "message " + message + " is awaited at more than one place by subject " + subject);
        }
        runtime.messageEventReceived(message, waiting.get(0).getId());
    }

    private String root(UUID subject) {
        ProcessInstance root = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(subject.toString())
                .rootProcessInstances()
                .singleResult();
        return root == null ? null : root.getId();
    }
}
