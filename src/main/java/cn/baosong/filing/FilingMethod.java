package cn.baosong.filing;

/** How a report came in (HOME-04). */
public enum FilingMethod {
    /** 在线填报. */
    ONLINE,
    /** 上报导入. */
    IMPORT,
    /** 批量上报: by an administrator, in the enterprise's stead (IMP-07). */
    BATCH
}
