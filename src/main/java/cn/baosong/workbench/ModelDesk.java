package cn.baosong.workbench;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.engine.ModelDifference;
import cn.baosong.engine.ModelVersions;
import cn.baosong.engine.ModelVersions.Load;
import cn.baosong.engine.ModelVersions.Model;
import cn.baosong.engine.ModelVersions.Version;
import cn.baosong.engine.ProcessSwitch;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.workbench.Intervention.Kind;
import cn.baosong.workbench.repository.InterventionTable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deployed processes for the process owner: versions, what runs of them, what differs between two, and stopping one. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('PROCESS_OWNER')")
public class ModelDesk {

    /** Characters a reason may have, as for reasons everywhere (REG-41). */
    public static final int LONGEST_REASON = 150;

    private static final Logger LOG = LoggerFactory.getLogger(ModelDesk.class);

    private final ModelVersions versions;
    private final SchemeRevisions files;
    private final ProcessSwitch processSwitch;
    private final InterventionTable interventions;
    private final Accounts accounts;
    private final CurrentUser user;
    private final Clock clock;

    ModelDesk(
            ModelVersions versions,
            SchemeRevisions files,
            ProcessSwitch processSwitch,
            InterventionTable interventions,
            Accounts accounts,
            CurrentUser user,
            Clock clock) {
        this.versions = versions;
        this.files = files;
        this.processSwitch = processSwitch;
        this.interventions = interventions;
        this.accounts = accounts;
        this.user = user;
        this.clock = clock;
    }

    /** @return every process in its newest version, by name */
    public List<Model> models() {
        return versions.all();
    }

    /** @return empty for a key nobody knows */
    public Optional<Model> find(String key) {
        return versions.find(key);
    }

    /** @return the newest first */
    public List<Version> versions(String key) {
        return versions.of(key);
    }

    /** @return login name of who deployed a version; empty for the start of the application, or who is gone */
    public String deployer(Version version) {
        return version.deployedBy() == null
                ? ""
                : accounts.find(version.deployedBy()).map(Account::loginName).orElse("");
    }

    /**
     * @param version null for all versions
     * @return what stands at which step, and what failed there
     */
    public List<Load> load(String key, Integer version) {
        return versions.load(key, version);
    }

    /** @return the BPMN file of a version */
    public String file(Version version) {
        return new String(files.process(version.definition()), StandardCharsets.UTF_8);
    }

    /** @return what differs, element by element */
    public List<ModelDifference.Change> difference(Version before, Version after) {
        return ModelDifference.between(files.process(before.definition()), files.process(after.definition()));
    }

    /** @return what was done to its instances and versions, the newest first */
    public List<Intervention> interventions(String key) {
        return interventions.ofProcess(key);
    }

    /**
     * Suspends or activates a version: suspended, nothing begins in it.
     *
     * @param withInstances whether its own running instances follow
     * @param reason kept with what was done, up to {@value #LONGEST_REASON} characters
     * @throws Problem when there is no such version, or no reason is given
     */
    @Transactional
    public void switchVersion(String key, int number, boolean suspend, boolean withInstances, String reason) {
        var me = user.requireAccount();
        var why = reason(reason);
        var version = versions.of(key).stream()
                .filter(known -> known.number() == number)
                .findFirst()
                .orElseThrow(() -> new Problem("engine.error.no-such-model"));
        processSwitch.version(version.definition(), suspend, withInstances);
        interventions.insert(new Intervention(
                UUID.randomUUID(),
                me,
                "",
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                suspend ? Kind.SUSPEND_VERSION : Kind.ACTIVATE_VERSION,
                key,
                number,
                null,
                withInstances ? (int) version.running() : 0,
                why));
        LOG.info("Account {} {} version {} of {}", me, suspend ? "suspended" : "activated", number, key);
    }

    /** @throws Problem where there is none, or it is too long */
    static String reason(String text) {
        var reason = text == null ? "" : text.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new Problem("workbench.models.error.reason", LONGEST_REASON);
        }
        return reason;
    }
}
