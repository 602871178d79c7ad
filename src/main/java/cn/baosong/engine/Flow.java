package cn.baosong.engine;

import cn.baosong.common.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.Execution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves the process of a subject. Joins the caller's transaction: what the caller wrote and the step commit together.
 * Callers lock the subject's row first, so that two moves of one subject never meet.
 */
@Component
public class Flow {

    private static final Logger LOG = LoggerFactory.getLogger(Flow.class);

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RunningProcesses running;

    Flow(RuntimeService runtime, TaskService tasks, RunningProcesses running) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.running = running;
    }

    /**
     * Starts the process of {@code revision} for {@code subject}, with every called process and decision pinned to the
     * versions of that revision.
     *
     * @return id of the process instance
     * @throws Problem {@code engine.error.already-running} if a process of this subject runs already
     */
    public String start(SchemeRevision revision, UUID subject) {
        if (running.any(subject)) {
            throw new Problem("engine.error.already-running", subject.toString());
        }
        return unlessSuspended(() -> runtime.startProcessInstanceById(
                        revision.processDefinitionId(), subject.toString(), new HashMap<>(revision.pins()))
                .getId());
    }

    /**
     * Starts a process that is about no subject, such as one that opens report months. It may be started again at any
     * time: what it does, it does once. Nothing happens while a process owner has it suspended.
     *
     * @param process key of the process; its newest version is taken
     */
    public void startSweep(String process) {
        try {
            runtime.startProcessInstanceByKey(process);
        } catch (SuspendedEntityInteractionException suspended) {
            LOG.warn("Process {} is suspended and was not started", process);
        }
    }

    /**
     * Starts a process about a subject of its own that has no scheme, such as a part of longer work.
     *
     * @param process key of the process; its newest version is taken
     * @return id of the process instance
     */
    public String startNewest(String process, UUID subject) {
        return unlessSuspended(() ->
                runtime.startProcessInstanceByKey(process, subject.toString()).getId());
    }

    /**
     * Completes the user task {@code taskDefinitionKey} at which the subject's own (root) process waits.
     *
     * @param flags routing flags set with the completion: null, booleans, whole numbers, short texts
     * @throws Problem {@code engine.error.nothing-waits} if the process does not wait there
     */
    public void completeStep(UUID subject, String taskDefinitionKey, Map<String, Object> flags) {
        Flags.check(flags);
        String waiting = running.waitingTask(subject, taskDefinitionKey)
                .orElseThrow(() -> new Problem("engine.error.nothing-waits", taskDefinitionKey));
        unlessSuspended(() -> {
            tasks.complete(waiting, flags);
            return waiting;
        });
    }

    /**
     * Completes one task by its id, in whatever called process it waits.
     *
     * @throws Problem {@code engine.error.task-gone} if it waits no longer
     */
    public void completeTask(String taskId, Map<String, Object> flags) {
        Flags.check(flags);
        try {
            unlessSuspended(() -> {
                tasks.complete(taskId, flags);
                return taskId;
            });
        } catch (NullValueException missing) {
            // The engine says no more than that something is missing; it need not be the task.
            throw tasks.createTaskQuery().taskId(taskId).count() == 0 ? new Problem("engine.error.task-gone") : missing;
        }
    }

    /**
     * Completes tasks by their ids, as {@link #completeTask} does. Within a command of the engine they are read together.
     *
     * @throws Problem {@code engine.error.task-gone} if one of them waits no longer
     */
    public void completeTasks(Collection<String> taskIds, Map<String, Object> flags) {
        tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).list();
        taskIds.forEach(task -> completeTask(task, flags));
    }

    /**
     * Changes routing flags of the process a task waits in, and leaves the task where it is.
     *
     * @param flags null, booleans, whole numbers, short texts
     * @throws Problem {@code engine.error.task-gone} if it waits no longer
     */
    public void setFlags(String taskId, Map<String, Object> flags) {
        Flags.check(flags);
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw new Problem("engine.error.task-gone");
        }
        runtime.setVariables(task.getProcessInstanceId(), flags);
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
        unlessSuspended(() -> {
            runtime.messageEventReceived(message, waiting.get(0).getId());
            return message;
        });
    }

    /** @throws Problem {@code engine.error.suspended} if a process owner has stopped what would move */
    private static String unlessSuspended(Supplier<String> move) {
        try {
            return move.get();
        } catch (SuspendedEntityInteractionException suspended) {
            throw new Problem("engine.error.suspended");
        }
    }
}
