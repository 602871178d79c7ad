package cn.baosong.statistics.query;

import cn.baosong.organization.DirectDesks;

/** What an administrator's desks reach, as SQL: enterprises whose direct desk is one of them or below one (ADM-01). */
final class Reach {

    static final String WITH = DirectDesks.WITH;

    private static final String OF = """
            e.state = 'ACTIVE' AND (f.id IS NOT NULL OR %s)
              AND (e.set_desk_id IS NULL AND e.region IN (SELECT region FROM mine)
                   OR e.set_desk_id IN (SELECT id FROM reach))
            """;

    private static final String REGISTERED = OF.formatted("e.created_at < :over");

    private static final String APPLIED = OF.formatted("EXISTS (SELECT 1 FROM task_application t"
            + " WHERE t.enterprise_id = e.id AND t.scheme = :scheme AND t.month <= :month)");

    private Reach() {}

    /**
     * Narrows {@code enterprise e} down to what is reached, and to those a report is asked of: registered before its period
     * was over ({@code :over}), or where enterprises apply for the scheme, with an application that holds for it
     * ({@code :scheme}, {@code :month}); and who has a report of it ({@code filing f}) all the same.
     */
    static String asked(Asked asked) {
        return asked.applied() ? APPLIED : REGISTERED;
    }
}
