package cn.baosong.engine;

/**
 * Follows every user task that has the extension property {@code review} = {@code true}. Beans are called inside the
 * engine's transaction: what they write commits with the step or not at all, and an exception stops the step.
 */
public interface WaitingTaskObserver {

    /** The task has just begun to wait. */
    void created(WaitingTask task);

    /** The task waits no longer: completed, withdrawn, or gone with its process. Called once for each created task. */
    void ended(WaitingTask task);
}
