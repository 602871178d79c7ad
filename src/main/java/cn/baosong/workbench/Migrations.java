package cn.baosong.workbench;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.engine.InstanceMigration;
import cn.baosong.engine.InstanceMigration.Outcome;
import cn.baosong.engine.InstanceMigration.Preview;
import cn.baosong.workbench.Intervention.Kind;
import cn.baosong.workbench.repository.InterventionTable;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Running instances moved to another version, for the process owner. What belongs to a scheme moves with its revision only
 * and is refused here.
 */
@Service
@PreAuthorize("hasRole('PROCESS_OWNER')")
public class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private final InstanceMigration migration;
    private final InterventionTable interventions;
    private final CurrentUser user;
    private final WorkbenchSettings settings;
    private final Clock clock;

    Migrations(
            InstanceMigration migration,
            InterventionTable interventions,
            CurrentUser user,
            WorkbenchSettings settings,
            Clock clock) {
        this.migration = migration;
        this.interventions = interventions;
        this.user = user;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return instances moved by one order */
    public int most() {
        return settings.instancesPerMigration();
    }

    /** @return whether the process belongs to a scheme, so that nothing of it can be moved here */
    public boolean isPinned(String key) {
        return migration.isPinned(key);
    }

    /**
     * @return what a move would do; nothing is moved
     * @throws Problem for the process of a scheme, or where a version is not there
     */
    public Preview preview(String key, int from, int to) {
        return migration.preview(key, from, to);
    }

    /**
     * Moves what fits, at most {@link #most} instances, each in a transaction with its row in the record.
     *
     * @param reason kept with every one, up to {@value ModelDesk#LONGEST_REASON} characters
     * @throws Problem as {@link #preview}, and where no reason is given
     */
    public Outcome move(String key, int from, int to, String reason) {
        var me = user.requireAccount();
        var why = ModelDesk.reason(reason);
        var outcome = migration.move(
                key,
                from,
                to,
                most(),
                instance -> interventions.insert(new Intervention(
                        UUID.randomUUID(),
                        me,
                        "",
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        Kind.MIGRATE,
                        key,
                        to,
                        instance,
                        1,
                        why)));
        LOG.info("Account {} moved {} instances of {} from version {} to {}", me, outcome.moved(), key, from, to);
        return outcome;
    }
}
