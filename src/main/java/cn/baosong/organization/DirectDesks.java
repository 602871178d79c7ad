package cn.baosong.organization;

/**
 * What some desks reach, as SQL: by region, the desk {@link Desks#direct(String)} finds, for all regions at once. An
 * enterprise is reached where its region is in {@code mine}, or the desk that was set for it (变更审核员, ADM-06) in
 * {@code reach}.
 */
public final class DirectDesks {

    private static final String FORM = """
            WITH RECURSIVE reach AS (
                SELECT id FROM desk WHERE id IN (:desks)
                UNION
                SELECT desk.id FROM reach JOIN desk ON desk.superior_id = reach.id
            ), post AS (
                SELECT d.id, coalesce(d.region, '') AS region,
                       EXISTS (SELECT 1 FROM desk_holder h
                               WHERE h.desk_id = d.id AND h.valid_from <= :day
                                 AND (h.valid_to IS NULL OR h.valid_to >= :day)) AS held
                FROM desk d WHERE d.closed_at IS NULL
            ), place AS (
                SELECT code AS region, code AS around, parent, 0 AS steps FROM reference_entry
                WHERE list = 'region' AND %s
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
     * Begins a statement. Parameters: {@code :desks}, never empty, and {@code :day}. {@code reach} has the desks and all
     * below them, {@code place} every region with each one {@code around} it, itself and the empty code of the nation
     * included, {@code nearest} the desk of each region, {@code mine} the regions whose desk is reached.
     */
    public static final String WITH = with("true");

    private DirectDesks() {}

    /** @param regions condition on the rows of {@code reference_entry} that are worked out; for a single enterprise */
    public static String with(String regions) {
        return FORM.formatted(regions);
    }
}
