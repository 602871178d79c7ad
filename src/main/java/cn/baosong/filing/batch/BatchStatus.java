package cn.baosong.filing.batch;

/** What has become of an enterprise's line. */
public enum BatchStatus {
    /** Its turn has not come. */
    PENDING,
    /** 已上报: it waits for its direct reviewer. */
    FILED,
    /** 已开始填报: the enterprise, or another administrator, was first. */
    BEGUN,
    /** 未上报 */
    REFUSED
}
