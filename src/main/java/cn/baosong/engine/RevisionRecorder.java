package cn.baosong.engine;

import cn.baosong.engine.SchemeRevision.Pinned;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Runs last in every deployment and writes a revision for each scheme that came out different. A scheme whose parts do
 * not all stand is refused, and the deployment with it: a revision is always complete.
 */
final class RevisionRecorder implements Deployer {

    private final ObjectProvider<SchemeRevisionRows> revisionRows;
    private final Clock clock;
    private final Map<String, ProcessFacts> facts = new ConcurrentHashMap<>();

    RevisionRecorder(ObjectProvider<SchemeRevisionRows> revisionRows, Clock clock) {
        this.revisionRows = revisionRows;
        this.clock = clock;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        // The definitions of this deployment wait in the engine's session; our SQL must see them.
        Context.getCommandContext().getDbEntityManager().flush();
        Set<String> deployed = deployment.getDeployedProcessDefinitions() == null
                ? Set.of()
                : deployment.getDeployedProcessDefinitions().stream()
                        .map(ProcessDefinition::getId)
                        .collect(Collectors.toSet());
        new Recording(revisionRows.getObject(), deployed).run(deployment.getId());
    }

    private final class Recording {
        private final SchemeRevisionRows rows;
        private final Set<String> deployed;
        private final Map<String, Pinned> processes;
        private final Map<String, Pinned> decisions;
        private final Map<String, Pinned> forms;
        private final List<GuardFinding> findings = new ArrayList<>();
        private final Map<String, String> owners = new TreeMap<>();

        Recording(SchemeRevisionRows rows, Set<String> deployed) {
            this.rows = rows;
            this.deployed = deployed;
            this.processes = rows.newestProcesses();
            this.decisions = rows.newestDecisions();
            this.forms = rows.newestForms();
        }

        void run(String deploymentId) {
            List<SchemeRevision> changed = new ArrayList<>();
            processes.forEach((key, process) -> {
                String scheme = facts(key, process).settings().get(ProcessFacts.SCHEME);
                if (scheme != null) {
                    revise(scheme, key, process).ifPresent(changed::add);
                }
            });
            if (!findings.isEmpty()) {
                throw new ModelRefused(findings);
            }
            changed.forEach(revision -> rows.insert(revision, deploymentId));
        }

        private ProcessFacts facts(String key, Pinned process) {
            // A definition's file never changes. One whose deployment is rolled back leaves an entry nobody asks for.
            return facts.computeIfAbsent(process.id(), id -> ProcessFacts.read(rows.processFile(id), key));
        }

        private Optional<SchemeRevision> revise(String scheme, String key, Pinned process) {
            String owner = owners.putIfAbsent(scheme, key);
            if (owner != null) {
                findings.add(finding(key, "scheme-taken", scheme, owner));
                return Optional.empty();
            }
            List<GuardFinding> missing = new ArrayList<>();
            Map<String, Pinned> called = new TreeMap<>();
            Map<String, Pinned> usedDecisions = new TreeMap<>();
            Map<String, Pinned> usedForms = new TreeMap<>();
            gather(key, process, called, usedDecisions, usedForms, missing);
            if (!missing.isEmpty()) {
                // A scheme that broke earlier, by a deleted deployment, must not stop everybody else's deployments.
                if (deployed.contains(process.id())
                        || called.values().stream().map(Pinned::id).anyMatch(deployed::contains)) {
                    findings.addAll(missing);
                }
                return Optional.empty();
            }
            Map<String, String> settings = facts(key, process).settings();
            Optional<SchemeRevision> before = rows.latest(scheme);
            SchemeRevision revision = new SchemeRevision(
                    UUID.randomUUID(),
                    scheme,
                    before.map(SchemeRevision::number).orElse(0) + 1,
                    process.id(),
                    called,
                    usedDecisions,
                    usedForms,
                    settings,
                    holdsFrom(settings),
                    Instant.now(clock).truncatedTo(ChronoUnit.MICROS));
            return before.filter(old -> same(old, revision)).isPresent() ? Optional.empty() : Optional.of(revision);
        }

        private void gather(
                String key,
                Pinned process,
                Map<String, Pinned> called,
                Map<String, Pinned> usedDecisions,
                Map<String, Pinned> usedForms,
                List<GuardFinding> missing) {
            ProcessFacts own = facts(key, process);
            own.decisions().forEach(id -> use(key, id, decisions, usedDecisions, "decision-missing", missing));
            own.forms().forEach(id -> use(key, id, forms, usedForms, "form-missing", missing));
            for (String next : own.called()) {
                if (!called.containsKey(next) && use(key, next, processes, called, "called-missing", missing)) {
                    gather(next, processes.get(next), called, usedDecisions, usedForms, missing);
                }
            }
        }

        private boolean use(
                String key,
                String id,
                Map<String, Pinned> known,
                Map<String, Pinned> used,
                String rule,
                List<GuardFinding> missing) {
            Pinned pinned = known.get(id);
            if (pinned == null) {
                missing.add(finding(key, rule, id));
                return false;
            }
            used.put(id, pinned);
            return true;
        }

        private static GuardFinding finding(String processKey, String rule, String... arguments) {
            return new GuardFinding("", processKey, "", rule, List.of(arguments));
        }

        private boolean same(SchemeRevision old, SchemeRevision now) {
            return old.processDefinitionId().equals(now.processDefinitionId())
                    && old.called().equals(now.called())
                    && old.decisions().equals(now.decisions())
                    && old.forms().equals(now.forms());
        }
    }

    /** @return first period of the setting {@code holdsFrom}, null without one; the guard has refused other texts */
    static YearMonth holdsFrom(Map<String, String> settings) throws DateTimeException {
        String text = settings.get(ProcessFacts.HOLDS_FROM);
        return text == null || text.isBlank() ? null : YearMonth.parse(text);
    }
}
