package cn.baosong.organization.query;

import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskHolder;
import cn.baosong.organization.DeskLevel;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of desks and their holders. */
@Repository
public class DeskQueries {

    private static final String COLUMNS = "d.id, d.level, d.region, d.name, d.superior_id, d.grants";
    private static final String HOLDER = """
            SELECT h.id, h.desk_id, h.account_id, a.login_name, h.substitute, h.valid_from, h.valid_to
            FROM desk_holder h JOIN account a ON a.id = h.account_id
            """;
    private static final String HOLDS_ON = "h.valid_from <= :day AND (h.valid_to IS NULL OR h.valid_to >= :day)";

    private final JdbcClient jdbc;

    DeskQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Desk> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM desk d WHERE d.id = :id")
                .param("id", id)
                .query(DeskQueries::desk)
                .optional();
    }

    public Optional<Desk> above(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM desk d WHERE d.id = (SELECT superior_id FROM desk WHERE id = :id)")
                .param("id", id)
                .query(DeskQueries::desk)
                .optional();
    }

    public Optional<Desk> nation() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM desk d WHERE d.level = 'NATION' AND d.closed_at IS NULL")
                .query(DeskQueries::desk)
                .optional();
    }

    public Optional<Desk> byRegion(String region) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM desk d WHERE d.region = :region AND d.closed_at IS NULL")
                .param("region", region)
                .query(DeskQueries::desk)
                .optional();
    }

    /**
     * The nearest desk for a region: one that somebody holds before one that nobody holds, then the deepest.
     *
     * @param without a desk that does not count, null for none
     */
    public Optional<Desk> nearest(List<String> regionPath, LocalDate day, UUID without) {
        return jdbc.sql("""
                        SELECT %s
                        FROM desk d
                        WHERE (d.region IN (:path) OR d.level = 'NATION') AND d.closed_at IS NULL
                          AND d.id IS DISTINCT FROM CAST(:without AS uuid)
                        ORDER BY EXISTS (SELECT 1 FROM desk_holder h WHERE h.desk_id = d.id AND %s) DESC,
                                 coalesce(array_position(ARRAY[:path]::text[], d.region), 0) DESC
                        LIMIT 1
                        """.formatted(COLUMNS, HOLDS_ON))
                .param("path", regionPath.isEmpty() ? List.of("") : regionPath)
                .param("day", day)
                .param("without", without, Types.OTHER)
                .query(DeskQueries::desk)
                .optional();
    }

    /** The desk itself or the first above it that somebody holds on the day; the desk itself where nobody does. */
    public Optional<Desk> nearestHeld(UUID desk, LocalDate day) {
        return jdbc.sql("""
                        WITH RECURSIVE upwards AS (
                            SELECT desk.*, 0 AS steps FROM desk WHERE id = :desk
                            UNION ALL
                            SELECT above.*, upwards.steps + 1
                            FROM upwards JOIN desk above ON above.id = upwards.superior_id)
                        SELECT %s
                        FROM upwards d
                        ORDER BY EXISTS (SELECT 1 FROM desk_holder h WHERE h.desk_id = d.id AND %s) DESC, d.steps
                        LIMIT 1
                        """.formatted(COLUMNS, HOLDS_ON))
                .param("desk", desk)
                .param("day", day)
                .query(DeskQueries::desk)
                .optional();
    }

    /** These desks and all below them, whatever the number of steps; the highest level first. */
    public List<Desk> withAllBelow(Set<UUID> desks) {
        return jdbc.sql("""
                        WITH RECURSIVE reach AS (
                            SELECT id FROM desk WHERE id IN (:desks)
                            UNION
                            SELECT desk.id FROM reach JOIN desk ON desk.superior_id = reach.id)
                        SELECT %s
                        FROM desk d JOIN reach ON reach.id = d.id
                        WHERE d.closed_at IS NULL
                        ORDER BY array_position(ARRAY['NATION', 'PROVINCE', 'CITY', 'COUNTY'], d.level), d.region, d.id
                        """.formatted(COLUMNS))
                .param("desks", desks)
                .query(DeskQueries::desk)
                .list();
    }

    /** The desk itself or the first above it that has the grant and that somebody holds on the day. */
    public Optional<Desk> nearestWith(UUID desk, String grant, LocalDate day) {
        return jdbc.sql("""
                        WITH RECURSIVE upwards AS (
                            SELECT desk.*, 0 AS steps FROM desk WHERE id = :desk
                            UNION ALL
                            SELECT above.*, upwards.steps + 1
                            FROM upwards JOIN desk above ON above.id = upwards.superior_id)
                        SELECT %s
                        FROM upwards d
                        WHERE :grant = ANY (d.grants)
                          AND EXISTS (SELECT 1 FROM desk_holder h WHERE h.desk_id = d.id AND %s)
                        ORDER BY d.steps
                        LIMIT 1
                        """.formatted(COLUMNS, HOLDS_ON))
                .param("desk", desk)
                .param("grant", grant)
                .param("day", day)
                .query(DeskQueries::desk)
                .optional();
    }

    public List<Desk> heldBy(UUID account, LocalDate day) {
        return jdbc.sql("""
                        SELECT %s
                        FROM desk d
                        WHERE EXISTS (SELECT 1 FROM desk_holder h
                                      WHERE h.desk_id = d.id AND h.account_id = :account AND %s)
                        ORDER BY d.created_at, d.id
                        """.formatted(COLUMNS, HOLDS_ON))
                .param("account", account)
                .param("day", day)
                .query(DeskQueries::desk)
                .list();
    }

    public List<Desk> below(UUID superior) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM desk d "
                        + "WHERE d.superior_id = :superior AND d.closed_at IS NULL ORDER BY d.region, d.id")
                .param("superior", superior)
                .query(DeskQueries::desk)
                .list();
    }

    public List<DeskHolder> holders(UUID desk) {
        return jdbc.sql(HOLDER + """
                        WHERE h.desk_id = :desk
                        ORDER BY h.valid_to IS NOT NULL, h.substitute, h.valid_from DESC, h.id
                        """)
                .param("desk", desk)
                .query(DeskQueries::holder)
                .list();
    }

    public List<UUID> holdersOn(UUID desk, LocalDate day) {
        return jdbc.sql("SELECT DISTINCT h.account_id FROM desk_holder h WHERE h.desk_id = :desk AND " + HOLDS_ON)
                .param("desk", desk)
                .param("day", day)
                .query(UUID.class)
                .list();
    }

    /** @return whether the desk was new; false where the region has one already */
    public boolean insert(Desk desk) {
        return jdbc.sql("""
                        INSERT INTO desk (id, level, region, name, superior_id)
                        VALUES (:id, :level, :region, :name, :superior)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", desk.id())
                        .param("level", desk.level().name())
                        .param("region", desk.region())
                        .param("name", desk.name())
                        .param("superior", desk.superior())
                        .update()
                == 1;
    }

    public void insertHolder(UUID desk, UUID account, boolean substitute, LocalDate from, LocalDate to) {
        jdbc.sql("""
                        INSERT INTO desk_holder (id, desk_id, account_id, substitute, valid_from, valid_to)
                        VALUES (:id, :desk, :account, :substitute, :from, :to)
                        """)
                .param("id", UUID.randomUUID())
                .param("desk", desk)
                .param("account", account)
                .param("substitute", substitute)
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** Ends a holding now: yesterday becomes its last day. */
    public void endHolding(UUID holding, LocalDate today) {
        jdbc.sql("""
                        UPDATE desk_holder
                        SET valid_to = greatest(valid_from - 1, CAST(:today AS date) - 1)
                        WHERE id = :id AND (valid_to IS NULL OR valid_to >= :today)
                        """).param("id", holding).param("today", today).update();
    }

    /** Keeps the desk open, and free of arrivals, for the rest of the transaction. Empty where it is closed. */
    public Optional<Desk> lock(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM desk d WHERE d.id = :id AND d.closed_at IS NULL FOR UPDATE")
                .param("id", id)
                .query(DeskQueries::desk)
                .optional();
    }

    public void close(UUID desk, Instant at, UUID by, String reason) {
        jdbc.sql("UPDATE desk SET closed_at = :at, closed_by = :by, closed_reason = :reason WHERE id = :id")
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("reason", reason)
                .param("id", desk)
                .update();
    }

    /** Ends what anybody but a substitute holds of a desk on the day before {@code from}; what begins later never does. */
    public void endBefore(UUID desk, LocalDate from) {
        jdbc.sql("""
                        UPDATE desk_holder
                        SET valid_to = greatest(valid_from - 1, CAST(:from AS date) - 1)
                        WHERE desk_id = :desk AND NOT substitute AND (valid_to IS NULL OR valid_to >= :from)
                        """).param("desk", desk).param("from", from).update();
    }

    /** @return what an account holds on the day or will hold later */
    public List<DeskHolder> openHoldings(UUID account, LocalDate day) {
        return jdbc.sql(HOLDER + """
                        WHERE h.account_id = :account AND (h.valid_to IS NULL OR h.valid_to >= :day)
                          AND h.valid_to IS DISTINCT FROM h.valid_from - 1
                        """)
                .param("account", account)
                .param("day", day)
                .query(DeskQueries::holder)
                .list();
    }

    /** @return whether somebody holds a desk on the day or will hold it later */
    public boolean heldFrom(UUID desk, LocalDate day) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM desk_holder
                                       WHERE desk_id = :desk AND (valid_to IS NULL OR valid_to >= :day)
                                         AND valid_to IS DISTINCT FROM valid_from - 1)
                        """)
                .param("desk", desk)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** Gives a grant or takes it back; twice is once. */
    public void setGrant(UUID desk, String grant, boolean given) {
        jdbc.sql("""
                        UPDATE desk
                        SET grants = array_remove(grants, :grant)
                                || CASE WHEN :given THEN ARRAY[:grant]::text[] ELSE '{}'::text[] END
                        WHERE id = :desk
                        """)
                .param("desk", desk)
                .param("grant", grant)
                .param("given", given)
                .update();
    }

    /** @return the desk somebody's holding belongs to */
    public Optional<UUID> deskOfHolding(UUID holding) {
        return jdbc.sql("SELECT desk_id FROM desk_holder WHERE id = :id")
                .param("id", holding)
                .query(UUID.class)
                .optional();
    }

    /** @return whose a holding is */
    public Optional<UUID> accountOfHolding(UUID holding) {
        return jdbc.sql("SELECT account_id FROM desk_holder WHERE id = :id")
                .param("id", holding)
                .query(UUID.class)
                .optional();
    }

    private static DeskHolder holder(ResultSet row, int number) throws SQLException {
        return new DeskHolder(
                row.getObject("id", UUID.class),
                row.getObject("desk_id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("login_name"),
                row.getBoolean("substitute"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }

    private static Desk desk(ResultSet row, int number) throws SQLException {
        return new Desk(
                row.getObject("id", UUID.class),
                DeskLevel.valueOf(row.getString("level")),
                row.getString("region"),
                row.getString("name"),
                row.getObject("superior_id", UUID.class),
                texts(row.getArray("grants")));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).collect(Collectors.toUnmodifiableSet());
    }
}
