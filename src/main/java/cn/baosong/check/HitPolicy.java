package cn.baosong.check;

/** How rows that apply become a result. */
enum HitPolicy {
    /** At most one row may apply. */
    UNIQUE,
    /** The uppermost row that applies. */
    FIRST,
    /** Rows that apply must agree. */
    ANY,
    /** All rows that apply. */
    COLLECT,
    COLLECT_SUM,
    COLLECT_MIN,
    COLLECT_MAX,
    COLLECT_COUNT
}
