package cn.baosong.registration;

import java.util.EnumSet;
import java.util.Set;

/** Status of a registration; each knows what may follow. */
public enum RegistrationStatus {
    /** 编辑: being filled in. */
    EDITING,
    /** 待审核. */
    UNDER_REVIEW,
    /** 审核退回: to be corrected and submitted again. */
    RETURNED,
    /** 审核通过. */
    APPROVED,
    /** 已取消: given up by the enterprise. */
    CANCELLED;

    public Set<RegistrationStatus> next() {
        return switch (this) {
            case EDITING, RETURNED -> EnumSet.of(UNDER_REVIEW, CANCELLED);
            case UNDER_REVIEW -> EnumSet.of(APPROVED, RETURNED, CANCELLED);
            case APPROVED, CANCELLED -> EnumSet.noneOf(RegistrationStatus.class);
        };
    }

    /** @return whether the enterprise may change what it filled in */
    public boolean editable() {
        return this == EDITING || this == RETURNED;
    }
}
