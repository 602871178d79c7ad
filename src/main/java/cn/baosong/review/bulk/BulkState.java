package cn.baosong.review.bulk;

/** Where a bulk operation stands. */
public enum BulkState {
    /** Shown to whoever prepared it, and to nobody else; nothing happens before it is confirmed. */
    PREVIEW,
    /** Confirmed; can still be cancelled. */
    WINDOW,
    RUNNING,
    DONE,
    CANCELLED
}
