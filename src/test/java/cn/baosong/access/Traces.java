package cn.baosong.access;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that the tables of the product say about some records, whichever table has a column that can hold an id. */
final class Traces {

    /** Delivered by workers while others go on. */
    private static final Set<String> MOVED_BY_WORKERS = Set.of("outbox_message", "outbox_resend");

    private static final int IDS_OF_A_TABLE = 2;

    /** A table, whether its rows have an id of their own, and the condition that a row names one of the ids. */
    private record Table(String name, boolean hasId, String condition) {}

    private final JdbcClient jdbc;
    private final List<Table> tables;

    Traces(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.tables = jdbc
                .sql("""
                        SELECT t.relname,
                               bool_or(c.attname = 'id' AND y.typname = 'uuid') AS has_id,
                               string_agg(CASE y.typname WHEN 'uuid' THEN format('%I = ANY (CAST(:ids AS uuid[]))', c.attname)
                                                         ELSE format('%I && CAST(:ids AS uuid[])', c.attname) END,
                                          ' OR ' ORDER BY c.attnum) AS condition
                        FROM pg_class t
                        JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped
                        JOIN pg_type y ON y.oid = c.atttypid
                        WHERE t.relnamespace = CAST(current_schema() AS regnamespace)
                          AND t.relkind IN ('r', 'p') AND NOT t.relispartition
                          AND y.typname IN ('uuid', '_uuid')
                          AND has_table_privilege(t.oid, 'SELECT')
                        GROUP BY t.relname
                        ORDER BY t.relname
                        """)
                .query((row, number) ->
                        new Table(row.getString("relname"), row.getBoolean("has_id"), row.getString("condition")))
                .list()
                .stream()
                .filter(table -> !MOVED_BY_WORKERS.contains(table.name()))
                .toList();
    }

    Set<String> tables() {
        return tables.stream().map(Table::name).collect(Collectors.toSet());
    }

    /** @return ids of the rows that name one of {@code seeds}, a few of each table, with the name of their table */
    Map<UUID, String> idsAround(Collection<UUID> seeds) {
        var found = new LinkedHashMap<UUID, String>();
        for (var table : tables) {
            if (table.hasId()) {
                jdbc.sql("SELECT id FROM %s WHERE %s LIMIT %d"
                                .formatted(table.name(), table.condition(), IDS_OF_A_TABLE))
                        .param("ids", array(seeds))
                        .query(UUID.class)
                        .list()
                        .forEach(id -> found.putIfAbsent(id, table.name()));
            }
        }
        return found;
    }

    /**
     * @param desks looked for in the tables of desks alone: whatever else names a desk belongs to others as well, who work on
     * @return by table, how many rows name one of the ids, and a hash of all that stands in them
     */
    Map<String, String> of(Collection<UUID> ids, Collection<UUID> desks) {
        var each = tables.stream()
                .map(table -> """
                        SELECT '%1$s' AS name,
                               count(*) || ' rows, ' || coalesce(sum(hashtextextended(CAST(t AS text), 0)), 0) AS said
                        FROM %1$s t WHERE %2$s
                        """.formatted(
                                table.name(),
                                table.name().startsWith("desk")
                                        ? table.condition().replace(":ids", ":withDesks")
                                        : table.condition()))
                .collect(Collectors.joining(" UNION ALL "));
        var said = new TreeMap<String, String>();
        var withDesks = Stream.concat(ids.stream(), desks.stream()).toList();
        jdbc.sql(each)
                .param("ids", array(ids))
                .param("withDesks", array(withDesks))
                .query(row -> {
                    said.put(row.getString("name"), row.getString("said"));
                });
        return said;
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
