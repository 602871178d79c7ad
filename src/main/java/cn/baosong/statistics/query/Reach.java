package cn.baosong.statistics.query;

/**
 * What an administrator's desks reach, as SQL: enterprises whose direct desk is one of them or below one (ADM-01). The direct
 * desk is the one that was set (变更审核员), else the nearest by region that somebody holds, as {@code Desks.direct} finds it. Parameters: {@code :desks}, never
 * empty, and {@code :day}.
 */
final class Reach {

    /** Begins a statement. {@code place} has every region with each one around it, itself included. */
    static final String WITH = """
            WITH RECURSIVE reach AS (
                SELECT id FROM desk WHERE id IN (:desks)
                UNION
                SELECT desk.id FROM reach JOIN desk ON desk.superior_id = reach.id
            ), post AS (
                SELECT d.id, coalesce(d.region, '') AS region,
                       EXISTS (SELECT 1 FROM desk_holder h
                               WHERE h.desk_id = d.id AND h.valid_from <= :day
                                 AND (h.valid_to IS NULL OR h.valid_to >= :day)) AS held
                FROM desk d
            ), place AS (
                SELECT code AS region, code AS around, parent, 0 AS steps FROM reference_entry WHERE list = 'region'
                UNION ALL
                SELECT place.region, coalesce(above.code, ''), above.parent, place.steps + 1
                FROM place LEFT JOIN reference_entry above ON above.list = 'region' AND above.code = place.parent
                WHERE place.around <> ''
            ), nearest AS (
                SELECT DISTINCT ON (place.region) place.region, post.id AS desk_id
                FROM place JOIN post ON post.region = place.around
                ORDER BY place.region, post.held DESC, place.steps
            ), mine AS MATERIALIZED (
                SELECT region FROM nearest WHERE desk_id IN (SELECT id FROM reach)
            )
            """;

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
