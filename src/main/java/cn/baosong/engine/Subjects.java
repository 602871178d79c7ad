package cn.baosong.engine;

import cn.baosong.common.Problem;
import java.util.UUID;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Finds the root instance of an execution and the subject it is about. */
final class Subjects {

    private Subjects() {}

    static ExecutionEntity root(ExecutionEntity execution) {
        ExecutionEntity instance = execution.getProcessInstance();
        String rootId = instance.getRootProcessInstanceId();
        if (rootId == null || rootId.equals(instance.getId())) {
            return instance;
        }
        ExecutionEntity root = Context.getCommandContext().getExecutionManager().findExecutionById(rootId);
        // While a cancelled tree is torn down from above, the root may be gone before its called process.
        return root == null ? instance : root;
    }

    static UUID subject(ExecutionEntity root) {
        String key = root.getBusinessKey();
        try {
            if (key != null && key.length() == 36) {
                return UUID.fromString(key);
            }
        } catch (IllegalArgumentException notAnId) {
            // falls through to the refusal
        }
        throw new Problem(
                "engine.error.no-subject",
                String.valueOf(root.getProcessDefinition().getKey()),
                String.valueOf(key));
    }
}
