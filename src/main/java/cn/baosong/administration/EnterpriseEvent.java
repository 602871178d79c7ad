package cn.baosong.administration;

import java.time.Instant;
import java.util.UUID;

/**
 * What an administrator did with an enterprise; kept for good.
 *
 * @param actor login name at the time
 * @param detail such as the names of the old and the new desk; null for none
 * @param reason what the administrator said why; null where none was asked for
 */
public record EnterpriseEvent(
        UUID enterprise, Kind kind, UUID account, String actor, String detail, String reason, Instant at) {

    /** What can be done; names stand in column {@code enterprise_event.event}. */
    public enum Kind {
        /** 禁用. */
        DISABLED,
        /** 启用. */
        ENABLED,
        /** 删除. */
        REMOVED,
        /** 变更审核员. */
        REVIEWER_CHANGED
    }
}
