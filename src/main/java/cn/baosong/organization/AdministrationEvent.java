package cn.baosong.organization;

import java.util.Locale;

/** What an administrator did and others may be told of; a row each of the table {@code administration-notices}. */
public enum AdministrationEvent {
    /** To the enterprise (ADM-04). */
    ENTERPRISE_DISABLED,
    ENTERPRISE_ENABLED,
    ENTERPRISE_REMOVED,
    /** To the enterprise: another desk reviews it first (ADM-06). */
    REVIEWER_CHANGED,
    /** To the desks that gave and got enterprises. */
    REVIEWER_CHANGED_DESK,
    /** To the desks that got what was at a desk that is given up (ADM-09). */
    DESK_CLOSED,
    /** To the administrator (ADM-09). */
    ADMINISTRATOR_DISABLED;

    /** @return what the table calls it, such as {@code enterprise-disabled} */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
