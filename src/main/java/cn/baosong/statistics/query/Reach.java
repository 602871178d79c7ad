package cn.baosong.statistics.query;

import cn.baosong.organization.DirectDesks;

/** What an administrator's desks reach, as SQL: enterprises whose direct desk is one of them or below one (ADM-01). */
final class Reach {

    static final String WITH = DirectDesks.WITH;

    /**
     * Narrows {@code enterprise e} down to what is reached, and to those a month is asked of: registered before it was over
     * ({@code :over}), or with a report of it ({@code filing f}) all the same.
     */
    static final String ASKED = """
            e.state = 'ACTIVE' AND (e.created_at < :over OR f.id IS NOT NULL)
              AND (e.set_desk_id IS NULL AND e.region IN (SELECT region FROM mine)
                   OR e.set_desk_id IN (SELECT id FROM reach))
            """;

    private Reach() {}
}
