package cn.baosong.engine;

import cn.baosong.engine.ModelRules.OfferedScheme;
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
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Runs last in every deployment and writes a revision for each scheme that came out different. A scheme whose parts do
 * not all stand is refused, and the deployment with it: a revision is always complete.
 */
final class RevisionRecorder implements Deployer {

    private final ObjectProvider<SchemeRevisionRows> revisionRows;
    private final ObjectProvider<ModelRules> rules;
    private final Clock clock;
    private final Map<String, ProcessFacts> facts = new ConcurrentHashMap<>();

    RevisionRecorder(ObjectProvider<SchemeRevisionRows> revisionRows, ObjectProvider<ModelRules> rules, Clock clock) {
        this.revisionRows = revisionRows;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        new Recording(revisionRows.getObject(), deployment).run();
    }

    private final class Recording {
        private final SchemeRevisionRows rows;
        private final DeploymentEntity deployment;
        private final Map<String, String> offered = new TreeMap<>();
        private final Map<String, Pinned> processes;
        private final Map<String, Pinned> decisions;
        private final Map<String, Pinned> forms;
        private final List<GuardFinding> findings = new ArrayList<>();
        private final Map<String, String> owners = new TreeMap<>();

        /** What stands in the tables, and over it what this deployment is about to add when the engine's command ends. */
        Recording(SchemeRevisionRows rows, DeploymentEntity deployment) {
            this.rows = rows;
            this.deployment = deployment;
            this.processes = rows.newestProcesses();
            this.decisions = rows.newestDecisions();
            this.forms = rows.newestForms();
            deployed(ProcessDefinitionEntity.class).forEach(process -> {
                processes.put(process.getKey(), new Pinned(process.getId(), process.getVersion()));
                offered.put(process.getId(), process.getResourceName());
            });
            deployed(DecisionDefinitionEntity.class).forEach(decision -> {
                decisions.put(decision.getKey(), new Pinned(decision.getId(), decision.getVersion()));
                offered.put(decision.getId(), decision.getResourceName());
            });
            deployed(CamundaFormDefinitionEntity.class).forEach(form -> {
                forms.put(form.getKey(), new Pinned(form.getId(), form.getVersion()));
                offered.put(form.getId(), form.getResourceName());
            });
        }

        private <T> List<T> deployed(Class<T> type) {
            List<T> artifacts = deployment.getDeployedArtifacts(type);
            return artifacts == null ? List.of() : artifacts;
        }

        void run() {
            List<SchemeRevision> changed = new ArrayList<>();
            processes.forEach((key, process) -> {
                String scheme = facts(key, process).settings().get(ProcessFacts.SCHEME);
                if (scheme != null) {
                    revise(scheme, key, process).ifPresent(changed::add);
                } else if (offered.containsKey(process.id())) {
                    Parts parts = new Parts();
                    gather(key, process, parts);
                    findings.addAll(parts.missing);
                }
            });
            if (!findings.isEmpty()) {
                throw new ModelRefused(findings);
            }
            changed.forEach(revision -> rows.insert(revision, deployment.getId()));
        }

        private ProcessFacts facts(String key, Pinned process) {
            // A definition's file never changes. One whose deployment is rolled back leaves an entry nobody asks for.
            return facts.computeIfAbsent(process.id(), id -> {
                String file = offered.get(id);
                return ProcessFacts.read(
                        file == null
                                ? rows.processFile(id)
                                : deployment.getResource(file).getBytes(),
                        key);
            });
        }

        private Optional<SchemeRevision> revise(String scheme, String key, Pinned process) {
            String owner = owners.putIfAbsent(scheme, key);
            if (owner != null) {
                boolean newcomer = offered.containsKey(process.id());
                findings.add(finding(newcomer ? key : owner, "scheme-taken", scheme, newcomer ? owner : key));
                return Optional.empty();
            }
            Parts parts = new Parts();
            gather(key, process, parts);
            if (!parts.missing.isEmpty()) {
                // A scheme that broke earlier, by a deleted deployment, must not stop everybody else's deployments.
                if (offered.containsKey(process.id())
                        || parts.called.values().stream().map(Pinned::id).anyMatch(offered::containsKey)) {
                    findings.addAll(parts.missing);
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
                    parts.called,
                    parts.decisions,
                    parts.forms,
                    parts.pins,
                    settings,
                    holdsFrom(settings),
                    Instant.now(clock).truncatedTo(ChronoUnit.MICROS),
                    deployer());
            if (before.filter(old -> same(old, revision)).isPresent()) {
                return Optional.empty();
            }
            OfferedScheme offer = new OfferedScheme(
                    scheme,
                    key,
                    offered.getOrDefault(process.id(), ""),
                    settings,
                    files(parts.forms, rows::formFile),
                    files(parts.decisions, rows::decisionFile));
            rules.orderedStream().forEach(rule -> findings.addAll(rule.ofScheme(offer)));
            return Optional.of(revision);
        }

        /** @return the file of each part by its id; one deployed earlier bears that id as its name */
        private Map<String, ModelFile> files(Map<String, Pinned> parts, Function<String, byte[]> stored) {
            Map<String, ModelFile> files = new TreeMap<>();
            parts.forEach((id, pinned) -> {
                String name = offered.get(pinned.id());
                files.put(
                        id,
                        name == null
                                ? new ModelFile(id, stored.apply(pinned.id()))
                                : new ModelFile(
                                        name, deployment.getResource(name).getBytes()));
            });
            return files;
        }

        /** @return the account that {@link ModelDeployer} deploys for, null at the start of the application */
        private static UUID deployer() {
            String account = Context.getCommandContext().getAuthenticatedUserId();
            return account == null ? null : UUID.fromString(account);
        }

        private void gather(String key, Pinned process, Parts parts) {
            ProcessFacts own = facts(key, process);
            own.decisions().forEach(id -> use(key, id, decisions, parts.decisions, "decision-missing", parts));
            own.rules().forEach(id -> pin(id, decisions, parts));
            own.forms().forEach(id -> use(key, id, forms, parts.forms, "form-missing", parts));
            for (String next : own.called()) {
                if (!parts.called.containsKey(next)
                        && use(key, next, processes, parts.called, "called-missing", parts)) {
                    pin(next, processes, parts);
                    gather(next, processes.get(next), parts);
                }
            }
        }

        private boolean use(
                String key, String id, Map<String, Pinned> known, Map<String, Pinned> used, String rule, Parts parts) {
            Pinned pinned = known.get(id);
            if (pinned == null) {
                parts.missing.add(finding(key, rule, id));
                return false;
            }
            used.put(id, pinned);
            return true;
        }

        private void pin(String id, Map<String, Pinned> known, Parts parts) {
            Pinned pinned = known.get(id);
            if (pinned != null) {
                parts.pins.put(Pins.variable(id), pinned.version());
            }
        }

        private GuardFinding finding(String processKey, String rule, String... arguments) {
            Pinned process = processes.get(processKey);
            String file = process == null ? "" : offered.getOrDefault(process.id(), "");
            return new GuardFinding(file, processKey, "", rule, List.of(arguments));
        }

        private boolean same(SchemeRevision old, SchemeRevision now) {
            return old.processDefinitionId().equals(now.processDefinitionId())
                    && old.called().equals(now.called())
                    && old.decisions().equals(now.decisions())
                    && old.forms().equals(now.forms());
        }
    }

    /** What a scheme is put together of, and what of it is not there. */
    private static final class Parts {
        private final Map<String, Pinned> called = new TreeMap<>();
        private final Map<String, Pinned> decisions = new TreeMap<>();
        private final Map<String, Pinned> forms = new TreeMap<>();
        private final Map<String, Integer> pins = new TreeMap<>();
        private final List<GuardFinding> missing = new ArrayList<>();
    }

    /** @return first period of the setting {@code holdsFrom}, null without one; the guard has refused other texts */
    static YearMonth holdsFrom(Map<String, String> settings) throws DateTimeException {
        String text = settings.get(ProcessFacts.HOLDS_FROM);
        return text == null || text.isBlank() ? null : YearMonth.parse(text);
    }
}
