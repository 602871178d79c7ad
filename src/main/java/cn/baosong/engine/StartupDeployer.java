package cn.baosong.engine;

import cn.baosong.engine.PackedModels.PackedModel;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys the models and forms packed with the application, before the first page is served. Replaces only what it
 * deployed itself: a model that a process owner changed since stays, and is reported as an available update. Any number
 * of nodes may start at once.
 */
@Component
public class StartupDeployer implements SmartInitializingSingleton {

    static final String DEPLOYMENT = "baosong";

    /** Key of the database lock under which one node at a time deploys. */
    private static final long LOCK = 0x62616f736f6e67L;

    private static final Logger LOG = LoggerFactory.getLogger(StartupDeployer.class);

    private final PackedModels packed;
    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile List<GuardFinding> refused = List.of();

    @Autowired
    StartupDeployer(
            EngineConfiguration.Settings settings,
            RepositoryService repository,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this(new PackedModels(settings.models()), repository, jdbc, transactions, clock);
    }

    StartupDeployer(
            PackedModels packed,
            RepositoryService repository,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.packed = packed;
        this.repository = repository;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * A packed file that was not deployed, because a process owner changed what it would replace.
     *
     * @param file name of the packed file
     * @param newer whether the packed file is another than the one the process owner started from
     */
    public record AvailableUpdate(String file, boolean newer) {}

    private enum Decision {
        DEPLOY,
        UP_TO_DATE,
        KEEP
    }

    /** A refusal stops no start: what was deployed before goes on, and health and log say what is wrong. */
    @Override
    public void afterSingletonsInstantiated() {
        try {
            deploy();
        } catch (ModelRefused refusal) {
            refused = refusal.findings();
            LOG.error("The models packed with the application were not deployed; {}", refusal.getMessage());
        }
    }

    /** @return what the guard found in the packed models at this start; empty where they stand */
    public List<GuardFinding> refused() {
        return refused;
    }

    /**
     * @return names of the files deployed by this call
     * @throws ModelRefused with none of them deployed
     */
    List<String> deploy() {
        List<PackedModel> models = packed.read();
        return transaction.execute(status -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((row, number) -> 0)
                    .single();
            List<PackedModel> changed = new ArrayList<>();
            for (PackedModel model : models) {
                switch (decide(model)) {
                    case DEPLOY -> changed.add(model);
                    case UP_TO_DATE -> remember(model, null);
                    case KEEP -> {}
                }
            }
            if (!changed.isEmpty()) {
                DeploymentBuilder deployment =
                        repository.createDeployment().name(DEPLOYMENT).source(DEPLOYMENT);
                changed.forEach(model -> deployment.addInputStream(model.name(), model.stream()));
                String id = deployment.deploy().getId();
                changed.forEach(model -> remember(model, id));
            }
            return changed.stream().map(PackedModel::name).toList();
        });
    }

    /** @return packed files held back because a process owner changed what they would replace, as it stands now */
    public List<AvailableUpdate> updatesAvailable() {
        return packed.read().stream()
                .filter(model -> decide(model) == Decision.KEEP)
                .map(model ->
                        new AvailableUpdate(model.name(), !remembered(model).equals(Optional.of(model.sha256()))))
                .toList();
    }

    private Decision decide(PackedModel model) {
        Optional<String> newest = newest(model);
        if (newest.isEmpty()) {
            return Decision.DEPLOY;
        }
        if (newest.get().equals(model.sha256())) {
            return Decision.UP_TO_DATE;
        }
        return newest.equals(remembered(model)) ? Decision.DEPLOY : Decision.KEEP;
    }

    /** What is deployed now is found by what the file defines, so that an owner's file may have another name. */
    private Optional<String> newest(PackedModel model) {
        return jdbc.sql("""
                        SELECT content.bytes_ FROM %s definition
                        JOIN act_ge_bytearray content ON content.deployment_id_ = definition.deployment_id_
                                                     AND content.name_ = definition.resource_name_
                        WHERE definition.key_ = :key
                        ORDER BY definition.version_ DESC LIMIT 1
                        """.formatted(model.kind().table()))
                .param("key", model.key())
                .query((row, number) -> PackedModels.sha256(row.getBytes(1)))
                .optional();
    }

    private Optional<String> remembered(PackedModel model) {
        return jdbc.sql("SELECT sha256 FROM packed_model WHERE name = :name")
                .param("name", model.name())
                .query(String.class)
                .optional();
    }

    private void remember(PackedModel model, String deploymentId) {
        jdbc.sql("""
                        INSERT INTO packed_model (name, sha256, deployment_id, deployed_at)
                        VALUES (:name, :sha256, :deployment, :now)
                        ON CONFLICT (name) DO UPDATE
                        SET sha256 = excluded.sha256, deployment_id = excluded.deployment_id,
                            deployed_at = excluded.deployed_at
                        WHERE packed_model.sha256 <> excluded.sha256
                        """)
                .param("name", model.name())
                .param("sha256", model.sha256())
                .param("deployment", deploymentId)
                .param("now", OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC))
                .update();
    }
}
