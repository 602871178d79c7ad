package cn.baosong.filing.difference;

/** Which report of the enterprise is shown (REV-08): this one, last month's, last year's. */
public enum ShownReport {
    THIS,
    PREVIOUS,
    LAST_YEAR
}
