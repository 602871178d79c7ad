package cn.baosong.engine;

import java.util.Map;
import java.util.UUID;

/**
 * A review that waits, or waited, for a person.
 *
 * @param taskId id of the engine's task
 * @param subject what is reviewed: the business key of the root instance
 * @param rootInstance id of the root process instance
 * @param taskDefinitionKey id of the user task in the model, such as {@code review-direct}
 * @param flags the routing flags of the process it waits in; empty where the task was cancelled
 * @param settings extension properties of the user task
 * @param completed whether somebody completed it; false while it waits, and where it was cancelled
 */
public record WaitingTask(
        String taskId,
        UUID subject,
        String rootInstance,
        String taskDefinitionKey,
        Map<String, Object> flags,
        Map<String, String> settings,
        boolean completed) {}
