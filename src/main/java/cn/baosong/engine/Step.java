package cn.baosong.engine;

import cn.baosong.common.Problem;
import java.util.UUID;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * The moment at which a process reached a delegate. Only the engine hands one out: a repository method that changes a
 * status demands a {@code Step}, so that only a moving process can change a status.
 */
public final class Step {

    private final ExecutionEntity execution;
    private final ExecutionEntity root;

    Step(ExecutionEntity execution) {
        this.execution = execution;
        this.root = Subjects.root(execution);
    }

    /**
     * The id of what the process is about: the business key of the root instance, whatever a called process says.
     *
     * @throws Problem {@code engine.error.no-subject} if the root instance carries no business key or one that is no uuid
     */
    public UUID subject() {
        return Subjects.subject(root);
    }

    /** @return id of the root process instance */
    public String rootInstance() {
        return root.getId();
    }

    /** @return id of the element in the model, such as {@code check-registration} */
    public String activity() {
        return execution.getCurrentActivityId();
    }

    /** @return value of a routing flag of this process, null if it was never set */
    public Object flag(String name) {
        return execution.getVariable(name);
    }

    /**
     * Sets a routing flag for the model's gateways.
     *
     * @param value null, a boolean, a whole number, or a text of at most 255 characters
     * @throws IllegalArgumentException for any other value: report data stays in tables
     */
    public void flag(String name, Object value) {
        Flags.check(name, value);
        execution.setVariable(name, value);
    }

    /**
     * A setting the process owner wrote into the model.
     *
     * @return extension property {@code name} of the element, else of the root process; null if neither has it
     */
    public String setting(String name) {
        String own = execution.getActivity() == null
                ? null
                : ModelSettings.of(execution.getActivity()).get(name);
        return own != null ? own : ModelSettings.of(root.getProcessDefinition()).get(name);
    }
}
