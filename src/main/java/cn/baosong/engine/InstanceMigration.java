package cn.baosong.engine;

import cn.baosong.common.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves running instances from one version of a process to another: each in a transaction of its own, at the step of the
 * same id. Only of processes that belong to no scheme: what a scheme runs is held to its revision, and its form, tables and
 * called processes with it. Timers that run keep their time. Who may is for the caller to hold.
 */
@Component
public class InstanceMigration {

    /**
     * A step of the older version.
     *
     * @param standing how many wait there
     * @param fits whether the newer version has it
     */
    public record Step(String step, long standing, boolean fits) {}

    /**
     * What a move would do.
     *
     * @param fitting instances of which every step is in the newer version too
     * @param staying instances that would stay as they are
     */
    public record Preview(List<Step> steps, long fitting, long staying) {}

    /** How a move went: instances moved, and those that moved on by themselves or that the engine would not move. */
    public record Outcome(int moved, int stayed) {}

    private final JdbcClient jdbc;
    private final RuntimeService runtime;
    private final ModelVersions versions;
    private final OwnTransaction own;

    InstanceMigration(JdbcClient jdbc, RuntimeService runtime, ModelVersions versions, OwnTransaction own) {
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.versions = versions;
        this.own = own;
    }

    /** @return whether a scheme has ever run, or called, the process: its instances are then moved by none */
    public boolean isPinned(String key) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM scheme_revision revision
                                       LEFT JOIN act_re_procdef own ON own.id_ = revision.process_definition_id
                                       WHERE own.key_ = :key OR revision.called ->> :key IS NOT NULL)
                        """).param("key", key).query(Boolean.class).single();
    }

    /**
     * Moves nothing.
     *
     * @throws Problem {@code engine.error.no-such-model} where one of the versions is not there, {@code
     *     engine.error.migration-pinned} for the process of a scheme
     */
    public Preview preview(String key, int from, int to) {
        MigrationPlan plan = plan(key, from, to);
        Set<String> mapped = mapped(plan);
        List<Step> steps = versions.load(key, from).stream()
                .map(load -> new Step(load.step(), load.standing(), mapped.contains(load.step())))
                .toList();
        long fitting = fitting(plan, Integer.MAX_VALUE).size();
        long all = versions.of(key).stream()
                .filter(version -> version.number() == from)
                .mapToLong(ModelVersions.Version::running)
                .sum();
        return new Preview(steps, fitting, all - fitting);
    }

    /**
     * Moves those that fit, at most {@code most}; another order moves the next ones. Call it outside of a transaction.
     *
     * @param alongside gets the id of each instance, in the transaction that moves it
     * @throws Problem as {@link #preview}
     */
    public Outcome move(String key, int from, int to, int most, Consumer<String> alongside) {
        MigrationPlan plan = plan(key, from, to);
        int moved = 0;
        int stayed = 0;
        for (String instance : fitting(plan, most)) {
            try {
                own.run(() -> {
                    runtime.newMigration(plan).processInstanceIds(instance).execute();
                    alongside.accept(instance);
                });
                moved++;
            } catch (MigratingProcessInstanceValidationException
                    | BadUserRequestException
                    | ConcurrencyFailureException stays) {
                stayed++;
            }
        }
        return new Outcome(moved, stayed);
    }

    private MigrationPlan plan(String key, int from, int to) {
        String source = definition(key, from);
        String target = definition(key, to);
        if (from == to) {
            throw new Problem("engine.error.no-such-model");
        }
        if (isPinned(key)) {
            throw new Problem("engine.error.migration-pinned");
        }
        return runtime.createMigrationPlan(source, target).mapEqualActivities().build();
    }

    private String definition(String key, int number) {
        return versions.of(key).stream()
                .filter(version -> version.number() == number)
                .map(ModelVersions.Version::definition)
                .findFirst()
                .orElseThrow(() -> new Problem("engine.error.no-such-model"));
    }

    private static Set<String> mapped(MigrationPlan plan) {
        return plan.getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(Collectors.toSet());
    }

    private List<String> fitting(MigrationPlan plan, int limit) {
        List<String> mapped = new ArrayList<>(mapped(plan));
        // A list of nothing is no SQL.
        mapped.add("");
        return jdbc.sql("""
                        SELECT instance.id_ FROM act_ru_execution instance
                        WHERE instance.proc_def_id_ = :source AND instance.parent_id_ IS NULL
                          AND instance.super_exec_ IS NULL
                          AND NOT EXISTS (SELECT 1 FROM act_ru_execution place
                                          WHERE place.proc_inst_id_ = instance.id_ AND place.act_id_ IS NOT NULL
                                            AND place.is_event_scope_ IS NOT TRUE AND place.act_id_ NOT IN (:mapped)
                                            AND NOT EXISTS (SELECT 1 FROM act_ru_execution inner_place
                                                            WHERE inner_place.parent_id_ = place.id_))
                        ORDER BY instance.id_
                        LIMIT :limit
                        """)
                .param("source", plan.getSourceProcessDefinitionId())
                .param("mapped", mapped)
                .param("limit", limit)
                .query(String.class)
                .list();
    }
}
