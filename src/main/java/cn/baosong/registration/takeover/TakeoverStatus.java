package cn.baosong.registration.takeover;

/** What has become of a row of the old platform. */
public enum TakeoverStatus {
    /** Its turn has not come. */
    PENDING,
    /** 已转入 */
    TAKEN_OVER,
    /** 先前已转入: the same user ID has this enterprise already. */
    ALREADY,
    /** 未转入 */
    REFUSED
}
