package cn.baosong.notice;

import cn.baosong.organization.DeskLevel;

/** Who a notice is for (阅读权限); a notice names one or more of them. */
public enum Audience {
    /** Enterprises, and those who are about to register one. */
    ENTERPRISE,
    COUNTY,
    CITY,
    PROVINCE,
    NATION;

    /** @return the administrators of a level */
    public static Audience of(DeskLevel level) {
        return valueOf(level.name());
    }
}
