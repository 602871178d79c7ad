package cn.baosong.workbench;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.engine.FailedJobs;
import cn.baosong.engine.FailedJobs.FailedJob;
import cn.baosong.engine.ProcessInstances;
import cn.baosong.engine.ProcessInstances.Flag;
import cn.baosong.engine.ProcessInstances.Instance;
import cn.baosong.engine.ProcessInstances.Search;
import cn.baosong.engine.ProcessInstances.Visit;
import cn.baosong.engine.ProcessSwitch;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.review.ReviewAction;
import cn.baosong.review.ReviewRecord;
import cn.baosong.workbench.Intervention.Kind;
import cn.baosong.workbench.repository.InterventionTable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Running processes, for process owners and operators: where each stands and what failed in it. It tells ids, steps and
 * flags, nothing of what is reported: neither of the two has a region.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROCESS_OWNER', 'OPERATOR')")
public class InstanceDesk {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceDesk.class);

    private final ProcessInstances instances;
    private final FailedJobs failed;
    private final ProcessSwitch processSwitch;
    private final SchemeRevisions files;
    private final ReviewRecord reviews;
    private final InterventionTable interventions;
    private final CurrentUser user;
    private final Clock clock;

    InstanceDesk(
            ProcessInstances instances,
            FailedJobs failed,
            ProcessSwitch processSwitch,
            SchemeRevisions files,
            ReviewRecord reviews,
            InterventionTable interventions,
            CurrentUser user,
            Clock clock) {
        this.instances = instances;
        this.failed = failed;
        this.processSwitch = processSwitch;
        this.files = files;
        this.reviews = reviews;
        this.interventions = interventions;
        this.user = user;
        this.clock = clock;
    }

    private record Place(String process, int version, String instance) {}

    /** @return how many running instances a list shows */
    public int count(Search search) {
        return instances.count(search);
    }

    /** @return a part of the list, the newest first */
    public List<Instance> page(Search search, int offset, int limit) {
        return instances.page(search, offset, limit);
    }

    /** @return running or ended; empty for an id nobody knows */
    public Optional<Instance> find(String id) {
        return instances.find(id);
    }

    /** @return the BPMN file it runs by */
    public String file(Instance instance) {
        return new String(files.process(instance.definition()), StandardCharsets.UTF_8);
    }

    /** @return ids of the activities at which it stands */
    public Set<String> standing(Instance instance) {
        return instances.standing(instance.id());
    }

    /** @return the steps it came to, oldest first */
    public List<Visit> visits(Instance instance) {
        return instances.visits(instance.id());
    }

    /** @return its routing flags, by name */
    public List<Flag> flags(Instance instance) {
        return instances.flags(instance.id());
    }

    /** @return who decided what about its subject, oldest first */
    public List<ReviewAction> decisions(Instance instance) {
        try {
            return instance.subject() == null ? List.of() : reviews.actions(UUID.fromString(instance.subject()));
        } catch (IllegalArgumentException noSubject) {
            return List.of();
        }
    }

    /** @return what was given up in it, the newest first */
    public List<FailedJob> failedIn(Instance instance) {
        return failed.of(instance.id());
    }

    /** @return how many jobs were given up in all processes */
    public int failedCount() {
        return failed.count();
    }

    /** @return jobs that were given up, the newest first */
    public List<FailedJob> failed(int offset, int limit) {
        return failed.page(offset, limit);
    }

    /** @return what was done to the instance on top of it, the newest first */
    public List<Intervention> interventions(Instance instance) {
        return interventions.ofInstance(instance.root());
    }

    /**
     * Lets jobs that were given up be tried once more.
     *
     * @return how many wait to be tried now
     * @throws Problem when none of them was given up, or there are too many
     */
    @Transactional
    public int retry(Collection<String> jobs) {
        var me = user.requireAccount();
        var retried = failed.retry(jobs);
        var now = now();
        retried.stream()
                .collect(Collectors.groupingBy(
                        job -> new Place(job.key(), job.version(), root(job)), Collectors.counting()))
                .forEach((place, number) -> interventions.insert(new Intervention(
                        UUID.randomUUID(),
                        me,
                        "",
                        now,
                        Kind.RETRY,
                        place.process(),
                        place.version(),
                        place.instance(),
                        number.intValue(),
                        "")));
        LOG.info("Account {} has {} jobs tried again", me, retried.size());
        return retried.size();
    }

    private String root(FailedJob job) {
        return job.instance() == null
                ? null
                : instances.find(job.instance()).map(Instance::root).orElse(job.instance());
    }

    /**
     * Suspends or activates a process with all that it called, or that called it.
     *
     * @param id of any instance of these
     * @param reason kept with what was done, up to {@value ModelDesk#LONGEST_REASON} characters
     * @return how many instances were switched
     * @throws Problem when it runs no longer, or no reason is given
     */
    @Transactional
    @PreAuthorize("hasRole('PROCESS_OWNER')")
    public int switchInstance(String id, boolean suspend, String reason) {
        var me = user.requireAccount();
        var why = ModelDesk.reason(reason);
        var root = instances
                .find(id)
                .flatMap(instance -> instances.find(instance.root()))
                .orElseThrow(() -> new Problem("engine.error.instance-ended"));
        var switched = processSwitch.instance(root.id(), suspend);
        interventions.insert(new Intervention(
                UUID.randomUUID(),
                me,
                "",
                now(),
                suspend ? Kind.SUSPEND_INSTANCE : Kind.ACTIVATE_INSTANCE,
                root.key(),
                root.version(),
                root.id(),
                switched,
                why));
        LOG.info("Account {} {} instance {}", me, suspend ? "suspended" : "activated", root.id());
        return switched;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
