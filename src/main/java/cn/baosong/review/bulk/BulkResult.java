package cn.baosong.review.bulk;

/** What became of one item. */
public enum BulkResult {
    PENDING,
    DONE,
    /** The enterprise took it back, or it waits anew since. */
    WITHDRAWN,
    DECIDED_BY_OTHER,
    /** It waits at another desk now. */
    MOVED,
    /** Whoever confirmed the operation does not hold the desk or the grant any more. */
    NOT_ALLOWED,
    FAILED
}
