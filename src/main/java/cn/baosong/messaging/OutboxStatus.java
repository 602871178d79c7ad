package cn.baosong.messaging;

/** Where a message stands. */
public enum OutboxStatus {
    QUEUED,
    SENT,
    /** Given up. */
    FAILED
}
