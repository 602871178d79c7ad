package cn.baosong.statistics;

/** What a report can be while its enterprise has not filed it (QRY-05). */
public enum UnreportedState {
    /** 未填报: never begun. */
    NOT_FILED,
    /** 编辑. */
    EDITING,
    /** 冻结. */
    FROZEN,
    /** 解除冻结. */
    UNFROZEN,
    /** 退回. */
    RETURNED
}
