package cn.baosong.review;

/** What the system screening (系统筛查) says of a submitted report: the rules that do not block (HIS-11, GAP-03). */
public enum Screening {
    PASSED,
    NOT_PASSED,
    /** No accepted report of last month or of last year to compare with. */
    NOT_COMPARABLE
}
