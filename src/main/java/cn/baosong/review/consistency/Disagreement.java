package cn.baosong.review.consistency;

/**
 * Something two of the three places say differently.
 *
 * @param subject id of the subject, as far as it is known
 * @param kind of the subject, null where it is not known
 * @param task id of the engine's task, null where there is none
 */
public record Disagreement(What what, String subject, String kind, String task) {

    /** In which way they disagree. */
    public enum What {
        /** The inbox has a row, the engine no task for it. */
        NO_TASK,
        /** The engine has a task, the inbox no row for it. */
        NO_ITEM,
        /** The engine's task is about another subject. */
        OTHER_SUBJECT,
        /** The engine's process waits at another desk. */
        OTHER_DESK,
        /** The inbox has a row, the subject's status says nothing of a review. */
        OTHER_STATUS,
        /** The subject's status says it is under review, the inbox has no row of its kind. */
        NOT_WAITING
    }
}
