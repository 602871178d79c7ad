package cn.baosong.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where a process stands and which way it came, for a picture of it: from the engine's history, and for what waits to be
 * tried again from its executions. Whose process somebody may look at is for the caller to hold.
 */
@Component
public class FlowPosition {

    /**
     * One process in its newest run.
     *
     * @param definition id to fetch the file by, see {@link SchemeRevisions#process}
     * @param name as the model says it, its key where it says none
     * @param current ids of the activities it stands at now; none where it has ended
     * @param walked ids of the activities it has left behind and does not stand at
     */
    public record Place(String definition, String key, String name, Set<String> current, Set<String> walked) {}

    private record Run(String instance, String definition, String key, String name) {}

    private record Visit(String instance, String activity, boolean here) {}

    private final JdbcClient jdbc;

    FlowPosition(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param rootInstance id of the root process instance
     * @return the root process first, then the newest run of every process it called, in the order they began; empty for an
     *     instance nobody knows
     */
    public List<Place> of(String rootInstance) {
        var visits = visits(rootInstance).stream().collect(Collectors.groupingBy(Visit::instance));
        return runs(rootInstance).stream().map(run -> place(run, visits)).toList();
    }

    private static Place place(Run run, Map<String, List<Visit>> visits) {
        var current = new LinkedHashSet<String>();
        var walked = new LinkedHashSet<String>();
        visits.getOrDefault(run.instance(), List.of())
                .forEach(visit -> (visit.here() ? current : walked).add(visit.activity()));
        walked.removeAll(current);
        return new Place(run.definition(), run.key(), run.name(), current, walked);
    }

    private List<Run> runs(String root) {
        return jdbc.sql("""
                        SELECT run.id_, run.proc_def_id_, run.proc_def_key_, run.start_time_,
                               coalesce(model.name_, run.proc_def_key_) AS name
                        FROM (SELECT DISTINCT ON (proc_def_key_) *
                              FROM act_hi_procinst WHERE root_proc_inst_id_ = :root
                              ORDER BY proc_def_key_, start_time_ DESC, id_ DESC) run
                        JOIN act_re_procdef model ON model.id_ = run.proc_def_id_
                        ORDER BY run.id_ <> :root, run.start_time_
                        """)
                .param("root", root)
                .query((row, number) -> new Run(
                        row.getString("id_"),
                        row.getString("proc_def_id_"),
                        row.getString("proc_def_key_"),
                        row.getString("name")))
                .list();
    }

    private List<Visit> visits(String root) {
        return jdbc.sql("""
                        SELECT proc_inst_id_, act_id_, bool_or(here) AS here, min(started) AS started
                        FROM (SELECT proc_inst_id_, act_id_, end_time_ IS NULL AS here, start_time_ AS started
                              FROM act_hi_actinst WHERE root_proc_inst_id_ = :root
                              UNION ALL
                              SELECT proc_inst_id_, act_id_, true, NULL
                              FROM act_ru_execution
                              WHERE root_proc_inst_id_ = :root AND act_id_ IS NOT NULL AND is_active_) visit
                        GROUP BY proc_inst_id_, act_id_
                        ORDER BY started NULLS LAST, act_id_
                        """)
                .param("root", root)
                .query((row, number) ->
                        new Visit(row.getString("proc_inst_id_"), row.getString("act_id_"), row.getBoolean("here")))
                .list();
    }
}
