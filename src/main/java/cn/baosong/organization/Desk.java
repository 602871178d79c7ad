package cn.baosong.organization;

import java.util.Set;
import java.util.UUID;

/**
 * A post of the administration (岗位).
 *
 * @param region code of the manageable region (可管理地区), null for the whole nation
 * @param superior desk above, null for the nation's
 * @param grants rights given beyond the level, such as {@link #SENIOR}
 */
public record Desk(UUID id, DeskLevel level, String region, String name, UUID superior, Set<String> grants) {

    /** Grant: whoever holds the desk is a senior administrator (高级管理员, ROLE-04) and decides on changes of key data. */
    public static final String SENIOR = "SENIOR";

    /** Grant: the desk may accept at once what its subordinates let through (一键接收, REV-05, 07). */
    public static final String ONE_CLICK = "ONE_CLICK";

    /** Grant, to provinces alone: the desk may hand what passed the screening straight to the nation (越级接收, ROLE-06). */
    public static final String SKIP_LEVEL = "SKIP_LEVEL";

    public boolean isSenior() {
        return grants.contains(SENIOR);
    }
}
