package cn.baosong.organization;

/** Level of a desk (管理级次), lowest first. */
public enum DeskLevel {
    COUNTY,
    CITY,
    PROVINCE,
    NATION;

    public boolean isAtLeast(DeskLevel other) {
        return compareTo(other) >= 0;
    }
}
