package cn.baosong.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reviews that wait, as the engine has them: the truth that every list of them is compared with. */
@Component
public class WaitingReviews {

    /**
     * A review task of the engine.
     *
     * @param subject business key of the root instance; text, for a key that is no id is worth seeing too
     * @param rootInstance id of the root process instance
     * @param desk value of the flag {@code desk} in the process the task waits in, null where there is none
     */
    public record Waiting(String taskId, String taskDefinitionKey, String subject, String rootInstance, String desk) {}

    /**
     * Some of the engine's user tasks.
     *
     * @param reviews those with the extension property {@code review} = {@code true}
     * @param last id of the last task looked at; null where there was none
     */
    public record Page(List<Waiting> reviews, String last) {}

    private record Row(Waiting waiting, String definition) {}

    private record Place(String definition, String key, String rootDefinition) {}

    private final JdbcClient jdbc;
    private final RepositoryServiceImpl repository;

    WaitingReviews(JdbcClient jdbc, RepositoryService repository) {
        this.jdbc = jdbc;
        this.repository = (RepositoryServiceImpl) repository;
    }

    /**
     * @param after only tasks behind this id, in their order; an empty text for the first
     * @param limit how many tasks to look at, reviews or not
     */
    public Page page(String after, int limit) {
        var reviews = new HashMap<String, Boolean>();
        var rows = jdbc.sql("""
                        SELECT task.id_, task.task_def_key_, task.proc_def_id_, root.business_key_, root.id_ AS root_id,
                               desk.text_ AS desk
                        FROM act_ru_task task
                        JOIN act_ru_execution own ON own.id_ = task.proc_inst_id_
                        JOIN act_ru_execution root ON root.id_ = own.root_proc_inst_id_
                        LEFT JOIN act_ru_variable desk ON desk.execution_id_ = own.id_ AND desk.name_ = 'desk'
                        WHERE task.id_ > :after
                        ORDER BY task.id_
                        LIMIT :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Row(
                        new Waiting(
                                row.getString("id_"),
                                row.getString("task_def_key_"),
                                row.getString("business_key_"),
                                row.getString("root_id"),
                                row.getString("desk")),
                        row.getString("proc_def_id_")))
                .list();
        return new Page(
                rows.stream()
                        .filter(row -> reviews.computeIfAbsent(
                                row.definition() + "#" + row.waiting().taskDefinitionKey(), key -> isReview(row)))
                        .map(Row::waiting)
                        .toList(),
                rows.isEmpty() ? null : rows.get(rows.size() - 1).waiting().taskId());
    }

    private boolean isReview(Row row) {
        return "true"
                .equals(settings(row.definition(), row.waiting().taskDefinitionKey())
                        .get("review"));
    }

    /** @return those of the ids that are tasks of the engine */
    public Set<String> ids(Collection<String> among) {
        return among.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("SELECT id_ FROM act_ru_task WHERE id_ IN (:among)")
                        .param("among", among)
                        .query(String.class)
                        .list());
    }

    /** @return whether the engine has such a task */
    public boolean waits(String taskId) {
        return place(taskId).isPresent();
    }

    /** @return an extension property of the task itself, as the model it waits in says it; empty for none */
    public Optional<String> taskSetting(String taskId, String name) {
        return place(taskId)
                .map(place -> settings(place.definition(), place.key()).get(name));
    }

    /** @return an extension property of the task's root process; empty for none */
    public Optional<String> processSetting(String taskId, String name) {
        return place(taskId).map(place -> ModelSettings.of(definition(place.rootDefinition()))
                .get(name));
    }

    private Map<String, String> settings(String definition, String activity) {
        var drawn = definition(definition).findActivity(activity);
        return drawn == null ? Map.of() : ModelSettings.of(drawn);
    }

    private ProcessDefinitionEntity definition(String id) {
        return (ProcessDefinitionEntity) repository.getDeployedProcessDefinition(id);
    }

    private Optional<Place> place(String taskId) {
        return jdbc.sql("""
                        SELECT task.proc_def_id_, task.task_def_key_, root.proc_def_id_ AS root_definition
                        FROM act_ru_task task
                        JOIN act_ru_execution own ON own.id_ = task.proc_inst_id_
                        JOIN act_ru_execution root ON root.id_ = own.root_proc_inst_id_
                        WHERE task.id_ = :task
                        """)
                .param("task", taskId)
                .query((row, number) -> new Place(
                        row.getString("proc_def_id_"),
                        row.getString("task_def_key_"),
                        row.getString("root_definition")))
                .optional();
    }
}
