package cn.baosong.review.bulk;

/** Why a preview leaves something out. */
public enum LeftOut {
    /** Waits no longer, or at no desk of mine. */
    NOT_WAITING,
    /** Part of an operation that is under way. */
    IN_OTHER_OPERATION,
    /** No desk below mine let it through before: to be looked at one by one (REV-05). */
    NOT_FROM_BELOW,
    /** Did not pass the system screening (REV-06). */
    NOT_PASSED,
    /** Has nothing to compare with, and the model does not say that such are taken. */
    NOT_COMPARABLE,
    /** More than the model lets one operation take: what waits longest goes first. */
    NEXT_TIME
}
