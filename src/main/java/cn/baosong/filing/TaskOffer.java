package cn.baosong.filing;

/**
 * A scheme an enterprise may apply for, in its current period (填报任务申请).
 *
 * @param period the current one; null where none is open
 * @param state what the enterprise has done about it
 * @param closed whether the period takes no report any more, so that nobody applies for it
 */
public record TaskOffer(Scheme scheme, Period period, State state, boolean closed) {

    /** Whether the enterprise applied. */
    public enum State {
        /** 未申请. */
        OPEN,
        /** 已申请. */
        APPLIED,
        /** Applied for another scheme of which one may be chosen. */
        OTHER
    }

    /** @return whether the enterprise may apply now */
    public boolean applicable() {
        return state == State.OPEN && period != null && !closed;
    }
}
