package cn.baosong.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.common.Problem;
import cn.baosong.engine.EngineTestBeans.NoteStep;
import cn.baosong.engine.EngineTestBeans.Observer;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class FlowTest {

    @Autowired
    private Flow flow;

    @Autowired
    private SchemeRevisions revisions;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private NoteStep noteStep;

    @Autowired
    private Observer observer;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final UUID subject = UUID.randomUUID();
    private String instance;

    @BeforeEach
    void aSubjectBeingFilledIn() {
        TestModels.deployScheme(repository);
        instance = flow.start(revisions.newest(TestModels.SCHEME, YearMonth.of(2026, 1)), subject);
    }

    @Test
    void theStepKnowsTheSubjectAndTheSettingsOfElementAndProcess() {
        flow.completeStep(subject, "fill", Map.of());

        assertThat(noteStep.of(subject)).singleElement().satisfies(note -> {
            assertThat(note.rootInstance()).isEqualTo(instance);
            assertThat(note.activity()).isEqualTo("note");
            assertThat(note.colour()).as("own property before the process's").isEqualTo("green");
            assertThat(note.size()).as("property of the process").isEqualTo("large");
            assertThat(note.edition()).isNull();
        });
    }

    @Test
    void aStepInACalledProcessStillBelongsToTheRootsSubjectAndSettings() {
        reviewed("accepted");

        assertThat(noteStep.of(subject))
                .filteredOn(note -> note.activity().equals("nested-note"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.rootInstance()).isEqualTo(instance);
                    assertThat(note.colour()).isEqualTo("red");
                });
        assertThat(running()).isZero();
    }

    @Test
    void aReturnedSubjectWaitsForItsStepAgain() {
        reviewed("returned");

        flow.completeStep(subject, "fill", Map.of());
        assertThat(Observer.of(observer.created, subject)).hasSize(2);
    }

    @Test
    void aReviewIsToldWhenItBeginsToWaitAndWhenItIsDone() {
        flow.completeStep(subject, "fill", Map.of());
        WaitingTask waiting = Observer.of(observer.created, subject).get(0);
        assertThat(waiting.taskDefinitionKey()).isEqualTo("review");
        assertThat(waiting.rootInstance()).isEqualTo(instance);
        assertThat(waiting.settings()).containsEntry("level", "direct");
        assertThat(waiting.completed()).isFalse();
        assertThat(Observer.of(observer.ended, subject)).isEmpty();

        flow.completeTask(waiting.taskId(), Map.of("decision", "accepted"));

        assertThat(Observer.of(observer.ended, subject)).singleElement().satisfies(ended -> {
            assertThat(ended.taskId()).isEqualTo(waiting.taskId());
            assertThat(ended.completed()).isTrue();
            assertThat(ended.flags()).containsEntry("decision", "accepted");
        });
        assertThat(Observer.of(observer.created, subject))
                .as("the task without review=true is nobody's review")
                .hasSize(1);
    }

    @Test
    void aMessageToTheRootEndsTheReviewInsideTheCalledProcess() {
        flow.completeStep(subject, "fill", Map.of());

        flow.send("engine-test-cancel", subject);

        assertThat(Observer.of(observer.ended, subject)).singleElement().satisfies(ended -> {
            assertThat(ended.completed()).isFalse();
            assertThat(ended.rootInstance()).isEqualTo(instance);
        });
        assertThat(running()).isZero();
    }

    @Test
    void deletingTheInstanceEndsTheReviewEvenWhereCustomListenersAreSkipped() {
        flow.completeStep(subject, "fill", Map.of());

        runtime.deleteProcessInstance(instance, "test", true);

        assertThat(Observer.of(observer.ended, subject)).hasSize(1);
    }

    @Test
    void aFailingObserverRollsTheStepBack() {
        observer.refusing = subject;
        try {
            assertThatThrownBy(() -> flow.completeStep(subject, "fill", Map.of()))
                    .hasStackTraceContaining("refused by the observer");
        } finally {
            observer.refusing = null;
        }
        assertThat(tasks.createTaskQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getTaskDefinitionKey())
                .isEqualTo("fill");
    }

    @Test
    void theStepAndTheCallersRowsCommitTogetherOrNotAtAll() {
        jdbc.sql("INSERT INTO packed_model (name, sha256, deployed_at) VALUES (:name, 'before', now())")
                .param("name", subject.toString())
                .update();
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    jdbc.sql("UPDATE packed_model SET sha256 = 'after' WHERE name = :name")
                            .param("name", subject.toString())
                            .update();
                    flow.completeStep(subject, "fill", Map.of());
                    throw new IllegalStateException("the caller gives up");
                }))
                .hasMessage("the caller gives up");

        assertThat(jdbc.sql("SELECT sha256 FROM packed_model WHERE name = :name")
                        .param("name", subject.toString())
                        .query(String.class)
                        .single())
                .isEqualTo("before");
        assertThat(tasks.createTaskQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getTaskDefinitionKey())
                .isEqualTo("fill");
    }

    @Test
    void whatDoesNotWaitIsRefusedInWords() {
        UUID stranger = UUID.randomUUID();
        assertProblem("engine.error.already-running", () -> flow.start(newest(), subject));
        assertProblem("engine.error.nothing-waits", () -> flow.completeStep(stranger, "fill", Map.of()));
        assertProblem("engine.error.nothing-waits", () -> flow.completeStep(subject, "review", Map.of()));
        assertProblem("engine.error.task-gone", () -> flow.completeTask("no-such-task", Map.of()));
        assertProblem("engine.error.message-not-expected", () -> flow.send("engine-test-cancel", stranger));
        assertProblem("engine.error.message-not-expected", () -> flow.send("unknown", subject));
    }

    @Test
    void completingOneTaskTwiceIsRefused() {
        flow.completeStep(subject, "fill", Map.of());
        String review = Observer.of(observer.created, subject).get(0).taskId();
        flow.completeTask(review, Map.of("decision", "accepted"));
        assertProblem("engine.error.task-gone", () -> flow.completeTask(review, Map.of("decision", "returned")));
    }

    @Test
    void aStepOfACalledProcessIsNotTheRootsStep() {
        flow.completeStep(subject, "fill", Map.of());
        assertProblem("engine.error.nothing-waits", () -> flow.completeStep(subject, "review", Map.of()));
    }

    @Test
    void flagsTakeNoReportData() {
        Map<String, Object> none = new HashMap<>();
        none.put("decision", null);
        flow.completeStep(subject, "fill", none);
        String review = Observer.of(observer.created, subject).get(0).taskId();
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of("decision", "x".repeat(256)),
                Map.of("decision", List.of("a")),
                Map.of("decision", 1.5),
                Map.of("engineTestNestedVersion", 7),
                Map.of("not a name", true))) {
            assertThatThrownBy(() -> flow.completeTask(review, bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not-an-id", "1-1-1-1-1"})
    void aStepWithoutAUsableSubjectIsRefused(String businessKey) {
        TestModels.deploy(repository, "scheme", List.of("engine-test-nested.bpmn"));
        assertProblem(
                "engine.error.no-subject",
                () -> runtime.startProcessInstanceByKey(
                        "engine-test-nested", businessKey.isEmpty() ? null : businessKey));
    }

    @Test
    void nobodyOutsideTheEngineMakesAStep() {
        assertThat(Step.class.getConstructors()).isEmpty();
        assertThat(Step.class.getDeclaredConstructors()).allMatch(constructor -> constructor.getModifiers() == 0);
        assertThat(java.lang.reflect.Modifier.isFinal(Step.class.getModifiers()))
                .isTrue();
    }

    private SchemeRevision newest() {
        return revisions.newest(TestModels.SCHEME, YearMonth.of(2026, 1));
    }

    private void reviewed(String decision) {
        flow.completeStep(subject, "fill", Map.of());
        flow.completeTask(Observer.of(observer.created, subject).get(0).taskId(), Map.of("decision", decision));
    }

    private long running() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(subject.toString())
                .count();
    }

    static void assertProblem(String key, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key())
                .isEqualTo(key));
    }
}
