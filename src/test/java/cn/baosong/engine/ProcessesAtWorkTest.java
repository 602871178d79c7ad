package cn.baosong.engine;

import static cn.baosong.engine.FlowTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.engine.EngineTestBeans.Observer;
import cn.baosong.engine.InstanceMigration.Outcome;
import cn.baosong.engine.InstanceMigration.Step;
import cn.baosong.engine.ModelVersions.Load;
import cn.baosong.engine.ProcessInstances.Flag;
import cn.baosong.engine.ProcessInstances.Instance;
import cn.baosong.engine.ProcessInstances.Search;
import cn.baosong.engine.ProcessInstances.State;
import cn.baosong.engine.ProcessInstances.Visit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the workbench is told of running processes, and what it can do to them. */
@EngineTest
class ProcessesAtWorkTest {

    private static final String ROOT = "engine-test-scheme";

    /** Its job is due long after the test: no other application of the build takes it. */
    private static final String WAITING = """
            <bpmn:intermediateCatchEvent id="task"><bpmn:timerEventDefinition>
              <bpmn:timeDuration>P1000D</bpmn:timeDuration>
            </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
            """;

    @Autowired
    private Flow flow;

    @Autowired
    private SchemeRevisions revisions;

    @Autowired
    private ModelVersions versions;

    @Autowired
    private ProcessInstances instances;

    @Autowired
    private ProcessSwitch processSwitch;

    @Autowired
    private FailedJobs failedJobs;

    @Autowired
    private InstanceMigration migration;

    @Autowired
    private ModelLabels labels;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private Observer observer;

    private final UUID subject = UUID.randomUUID();
    private SchemeRevision revision;
    private int version;

    @BeforeEach
    void aProcessAtItsFirstStep() {
        TestModels.deployScheme(repository);
        revision = revisions.newest(TestModels.SCHEME, YearMonth.of(2026, 1));
        version =
                repository.getProcessDefinition(revision.processDefinitionId()).getVersion();
    }

    @Test
    void whatRunsIsCountedByVersionAndStep() {
        flow.start(revision, subject);
        flow.start(revision, UUID.randomUUID());
        assertThat(versions.load(ROOT, version)).containsExactly(new Load("fill", 2, 0));
        flow.completeStep(subject, "fill", Map.of());

        assertThat(versions.load(ROOT, version)).containsExactly(new Load("call-review", 1, 0), new Load("fill", 1, 0));
        var newest = versions.of(ROOT).get(0);
        assertThat(newest.number()).isEqualTo(version);
        assertThat(newest.running()).isEqualTo(2);
        assertThat(newest.revisions()).isEqualTo(TestModels.SCHEME + " " + revision.number());
        assertThat(newest.deployedBy()).isNull();
        var model = versions.find(ROOT).orElseThrow();
        assertThat(model.name()).isEqualTo("引擎测试");
        assertThat(model.running()).isGreaterThanOrEqualTo(2);
        assertThat(versions.all()).contains(model);
        assertThat(versions.find("nobody")).isEmpty();
        assertThat(versions.of("nobody")).isEmpty();
    }

    @Test
    void anInstanceIsFoundByWhereItStandsAndWhatItIsAbout() {
        var id = flow.start(revision, subject);
        flow.completeStep(subject, "fill", Map.of("decision", "x"));
        var other = flow.start(revision, UUID.randomUUID());

        assertThat(ids(new Search(ROOT, version, null, false, ""))).containsExactlyInAnyOrder(id, other);
        assertThat(ids(new Search(ROOT, version, "call-review", false, ""))).containsExactly(id);
        assertThat(ids(new Search(ROOT, null, null, false, subject.toString()))).containsExactly(id);
        assertThat(ids(new Search(ROOT, version, null, true, ""))).isEmpty();
        var found = instances.find(id).orElseThrow();
        assertThat(found.subject()).isEqualTo(subject.toString());
        assertThat(found.state()).isEqualTo(State.RUNNING);
        assertThat(found.root()).isEqualTo(id);
        assertThat(instances.standing(id)).containsExactly("call-review");
        assertThat(instances.flags(id))
                .contains(new Flag("decision", "x"))
                .extracting(Flag::name)
                .contains("engineTestReviewVersion");
        var visits = instances.visits(id);
        assertThat(visits).extracting(Visit::activity).containsExactly("started", "fill", "note", "call-review");
        var called = visits.get(3).called();
        assertThat(instances.find(called).orElseThrow().caller()).isEqualTo(id);
        assertThat(labels.of(found.definition(), "fill", Locale.CHINESE)).isEqualTo("填写");
        assertThat(labels.of(found.definition(), "unheard-of", Locale.ENGLISH)).isEqualTo("unheard-of");

        flow.completeTask(Observer.of(observer.created, subject).get(0).taskId(), Map.of("decision", "accepted"));
        assertThat(instances.find(id).orElseThrow().state()).isEqualTo(State.ENDED);
        assertThat(instances.standing(id)).isEmpty();
    }

    private List<String> ids(Search search) {
        var found = instances.page(search, 0, 100).stream().map(Instance::id).toList();
        assertThat(instances.count(search)).isEqualTo(found.size());
        return found;
    }

    @Test
    void aSuspendedInstanceStandsStillWithAllItCalled() {
        var id = flow.start(revision, subject);
        flow.completeStep(subject, "fill", Map.of());
        var review = Observer.of(observer.created, subject).get(0).taskId();

        assertThat(processSwitch.instance(id, true)).isEqualTo(2);
        assertThat(instances.find(id).orElseThrow().state()).isEqualTo(State.SUSPENDED);
        assertProblem("engine.error.suspended", () -> flow.completeTask(review, Map.of("decision", "accepted")));
        assertProblem("engine.error.suspended", () -> flow.send("engine-test-cancel", subject));

        assertThat(processSwitch.instance(id, false)).isEqualTo(2);
        flow.completeTask(review, Map.of("decision", "accepted"));
        assertThat(instances.find(id).orElseThrow().state()).isEqualTo(State.ENDED);
        assertProblem("engine.error.instance-ended", () -> processSwitch.instance(id, true));
    }

    @Test
    void inASuspendedVersionNothingBeginsAndWhatRunsGoesOn() {
        flow.start(revision, subject);
        processSwitch.version(revision.processDefinitionId(), true, false);
        try {
            assertThat(versions.of(ROOT).get(0).suspended()).isTrue();
            assertProblem("engine.error.suspended", () -> flow.start(revision, UUID.randomUUID()));
            flow.startSweep(ROOT);
            flow.completeStep(subject, "fill", Map.of());
            flow.completeTask(Observer.of(observer.created, subject).get(0).taskId(), Map.of("decision", "returned"));

            processSwitch.version(revision.processDefinitionId(), true, true);
            assertProblem("engine.error.suspended", () -> flow.completeStep(subject, "fill", Map.of()));
        } finally {
            processSwitch.version(revision.processDefinitionId(), false, true);
        }
        flow.completeStep(subject, "fill", Map.of());
        assertThat(versions.of(ROOT).get(0).suspended()).isFalse();
        assertProblem("engine.error.no-such-model", () -> processSwitch.version("nobody:1:1", true, false));
    }

    /** The engine would suspend the jobs that instances of a suspended version make from then on. */
    @Test
    void instancesOfASuspendedVersionKeepTheirJobs() {
        var key = "at-work-" + UUID.randomUUID();
        repository.createDeployment().addString("work.bpmn", twoSteps(key)).deploy();
        var id = runtime.startProcessInstanceByKey(key, subject.toString()).getId();
        processSwitch.version(instances.find(id).orElseThrow().definition(), true, false);
        flow.completeStep(subject, "task", Map.of());

        var job = management.createJobQuery().processInstanceId(id).singleResult();
        assertThat(job.isSuspended()).isFalse();
    }

    private static String twoSteps(String key) {
        return TestModels.process(
                key, "camunda:historyTimeToLive=\"P30D\"", """
                <bpmn:startEvent id="started" />
                <bpmn:sequenceFlow id="to-task" sourceRef="started" targetRef="task" />
                <bpmn:userTask id="task" />
                <bpmn:sequenceFlow id="to-work" sourceRef="task" targetRef="work" />
                """ + WAITING.replace("\"task\"", "\"work\""));
    }

    @Test
    void aJobGivenUpSaysWhyAndIsTriedOnceMore() {
        var key = "failing-" + UUID.randomUUID();
        repository
                .createDeployment()
                .addString("failing.bpmn", TestModels.withTask(key, WAITING + """
                        <bpmn:sequenceFlow id="to-work" sourceRef="task" targetRef="work" />
                        <bpmn:serviceTask id="work" name="记录" camunda:delegateExpression="${noteStep}" />
                        """))
                .deploy();
        // The step asks for a subject, and this is none.
        var id = runtime.startProcessInstanceByKey(key, "nothing").getId();
        var job =
                management.createJobQuery().processInstanceId(id).singleResult().getId();
        assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("engine.error.no-subject");
        assertThat(failedJobs.of(id)).as("the engine tries again by itself").isEmpty();
        management.setJobRetries(job, 0);
        management.setJobDuedate(job, Date.from(Instant.parse("2999-01-01T00:00:00Z")));

        assertThat(failedJobs.of(id)).singleElement().satisfies(failed -> {
            assertThat(failed.id()).isEqualTo(job);
            assertThat(failed.key()).isEqualTo(key);
            assertThat(failed.activity()).isEqualTo("work");
            assertThat(failed.message()).contains("engine.error.no-subject").doesNotContain("\n");
            assertThat(failed.failedAt()).isNotNull();
            assertThat(failed.subject()).isEqualTo("nothing");
        });
        assertThat(failedJobs.page(0, failedJobs.count()))
                .contains(failedJobs.of(id).get(0));
        assertThat(versions.load(key, null)).containsExactly(new Load("task", 1, 0), new Load("work", 0, 1));
        assertThat(instances.count(new Search(key, null, null, true, ""))).isEqualTo(1);
        assertThat(instances.find(id).orElseThrow().failed()).isEqualTo(1);

        assertThat(failedJobs.retry(List.of(job, "nobody"))).hasSize(1);
        assertThat(failedJobs.of(id)).isEmpty();
        assertThat(management.createJobQuery().jobId(job).singleResult().getRetries())
                .isEqualTo(1);
        assertProblem("engine.error.job-gone", () -> failedJobs.retry(List.of(job)));
        assertProblem("engine.error.job-gone", () -> failedJobs.retry(List.of()));
        assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("engine.error.no-subject");
        assertThat(failedJobs.of(id)).as("given up again at once").hasSize(1);
    }

    @Test
    void whatFitsMovesToTheNewerVersionAndTheRestStays() {
        var key = "moving-" + UUID.randomUUID();
        deploy(key, "task", "later");
        var fits = runtime.startProcessInstanceByKey(key, subject.toString()).getId();
        var other = UUID.randomUUID();
        var stays = runtime.startProcessInstanceByKey(key, other.toString()).getId();
        flow.completeStep(other, "later", Map.of());
        deploy(key, "other", "later");

        var preview = migration.preview(key, 1, 2);
        assertThat(preview.steps()).containsExactly(new Step("later", 1, true), new Step("task", 1, false));
        assertThat(preview.fitting()).isEqualTo(1);
        assertThat(preview.staying()).isEqualTo(1);
        assertThat(instances.find(fits).orElseThrow().version()).isEqualTo(1);

        var moved = new ArrayList<String>();
        assertThat(migration.move(key, 1, 2, 200, moved::add)).isEqualTo(new Outcome(1, 0));
        assertThat(moved).containsExactly(fits);
        assertThat(instances.find(fits).orElseThrow().version()).isEqualTo(2);
        assertThat(instances.find(stays).orElseThrow().version()).isEqualTo(1);
        flow.completeStep(subject, "later", Map.of());
        assertThat(instances.standing(fits)).containsExactly("other");
        assertProblem("engine.error.no-such-model", () -> migration.preview(key, 1, 3));
    }

    /** A report's form and checks stay with its revision, so its process does. */
    @Test
    void nothingOfASchemeIsMovedAlone() {
        flow.start(revision, subject);
        repository
                .createDeployment()
                .addString(
                        "engine-test-scheme.bpmn",
                        new String(revisions.process(revision.processDefinitionId()), StandardCharsets.UTF_8)
                                .replace("填写", "填报"))
                .deploy();
        for (var key : List.of(ROOT, "engine-test-review", "engine-test-nested")) {
            assertThat(migration.isPinned(key)).as(key).isTrue();
        }
        assertProblem("engine.error.migration-pinned", () -> migration.move(ROOT, version, version + 1, 1, id -> {}));
        assertProblem("engine.error.migration-pinned", () -> migration.preview(ROOT, version, version + 1));
    }

    private void deploy(String key, String second, String first) {
        repository
                .createDeployment()
                .addString("moving.bpmn", TestModels.process(key, "camunda:historyTimeToLive=\"P30D\"", """
                        <bpmn:startEvent id="started" />
                        <bpmn:sequenceFlow id="to-first" sourceRef="started" targetRef="%1$s" />
                        <bpmn:userTask id="%1$s" />
                        <bpmn:sequenceFlow id="to-second" sourceRef="%1$s" targetRef="%2$s" />
                        <bpmn:userTask id="%2$s" />
                        """.formatted(
                                first, second)))
                .deploy();
    }
}
