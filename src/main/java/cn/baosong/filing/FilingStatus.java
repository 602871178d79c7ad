package cn.baosong.filing;

import java.util.EnumSet;
import java.util.Set;

/** Status of a report (STAT-01); each knows what may follow. A report without a row is 未填报. */
public enum FilingStatus {
    /** 编辑: being filled in (STAT-03). */
    EDITING,
    /** 待审核: submitted, not yet with the nation (STAT-04). */
    UNDER_REVIEW,
    /** 审核退回: to be corrected and submitted again (STAT-06). */
    RETURNED,
    /** 审核通过 (STAT-05). */
    ACCEPTED,
    /** 冻结: a changed key field waits for a senior administrator (STAT-07). */
    FROZEN,
    /** 解除冻结: the change was approved, filling in goes on (STAT-08). */
    UNFROZEN;

    public Set<FilingStatus> next() {
        return switch (this) {
            case EDITING, RETURNED, UNFROZEN -> EnumSet.of(UNDER_REVIEW, FROZEN);
            case UNDER_REVIEW -> EnumSet.of(ACCEPTED, RETURNED, EDITING);
            case FROZEN -> EnumSet.of(UNFROZEN, EDITING);
            case ACCEPTED -> EnumSet.noneOf(FilingStatus.class);
        };
    }

    /** @return whether the enterprise may change and submit it (STAT-02) */
    public boolean editable() {
        return this == EDITING || this == RETURNED || this == UNFROZEN;
    }
}
