package cn.baosong.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.baosong.account.Account;
import cn.baosong.common.Problem;
import cn.baosong.testing.ModelFixture;
import cn.baosong.testing.ProbeSubjects;
import cn.baosong.testing.ReviewProbe;
import cn.baosong.testing.Together;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every way through {@code multi-level-review}, withdrawals and skipped levels included (REV-02 to 06, HIS-05, 10). */
class MultiLevelReviewTest extends ReviewScenario {

    /** Each way is walked, and together they pass every node of the drawing. */
    @TestFactory
    Stream<DynamicTest> theWaysThroughTheModel() {
        var passed = new TreeSet<String>();
        var ways = new LinkedHashMap<String, Supplier<ProcessInstance>>();
        ways.put("accepted from desk to desk up to the nation", this::acceptedUpToTheNation);
        ways.put("returned by the direct desk", this::returnedByTheDirectDesk);
        ways.put("returned by an upper desk", this::returnedByAnUpperDesk);
        ways.put("withdrawn before anybody acted", this::withdrawn);
        ways.put("skipped from the direct desk", this::skippedFromTheDirectDesk);
        ways.put("skipped from an upper desk", this::skippedFromAnUpperDesk);
        ways.put("skipped where a skip ends the review", this::skippedForGood);
        var walks = ways.entrySet().stream()
                .map(way -> DynamicTest.dynamicTest(
                        way.getKey(), () -> passed.addAll(nodes(way.getValue().get()))));
        return Stream.concat(walks, Stream.of(DynamicTest.dynamicTest("every node was passed", () -> assertThat(passed)
                .isEqualTo(drawn()))));
    }

    private ProcessInstance acceptedUpToTheNation() {
        var subject = probe.submitted(YUHANG);
        var process = process(subject);
        var review = review(subject);
        assertThat(atTheDirectDesk(subject)).isTrue();
        for (var desk : List.of(desks.yuhang(), desks.hangzhou(), desks.zhejiang(), desks.nation())) {
            assertThat(probe.waitsAt(subject)).isEqualTo(desk.id());
            accept(desks.holder(desk), subject);
            assertThat(atTheDirectDesk(subject)).isFalse();
        }
        assertThat(review)
                .hasPassedInOrder(
                        "review-direct",
                        "assign-superior-desk",
                        "upper-desk-assigned",
                        "review-upper",
                        "record-accepted")
                .hasNotPassed("assign-nation-desk", "record-withdrawn")
                .isEnded();
        assertThat(process).hasPassed("probe-accepted").isEnded();
        assertThat(probe.waitsAt(subject)).isNull();
        return review;
    }

    private ProcessInstance returnedByTheDirectDesk() {
        var subject = probe.submitted(YUHANG);
        var review = review(subject);
        sendBack(desks.holder(desks.yuhang()), subject, "请核对");
        assertThat(review).hasPassed("record-returned", "review-returned").isEnded();
        assertThat(process(subject)).isWaitingAt("fill-probe");
        return review;
    }

    private ProcessInstance returnedByAnUpperDesk() {
        var subject = probe.submitted(YUHANG);
        var review = review(subject);
        accept(desks.holder(desks.yuhang()), subject);
        sendBack(desks.holder(desks.hangzhou()), subject, "请核对");
        assertThat(review)
                .hasPassedInOrder("review-upper", "record-returned", "review-returned")
                .isEnded();
        assertThat(process(subject)).isWaitingAt("fill-probe");
        return review;
    }

    private ProcessInstance withdrawn() {
        var subject = probe.submitted(YUHANG);
        var review = review(subject);
        probe.withdraw(subject);
        assertThat(review)
                .hasPassedInOrder("withdraw", "record-withdrawn", "review-withdrawn")
                .isEnded();
        assertThat(process(subject)).isWaitingAt("fill-probe");
        assertThat(probe.waitsAt(subject)).as("the row of the inbox is gone").isNull();
        assertThat(atTheDirectDesk(subject)).isFalse();
        assertThat(record.actions(subject.id())).isEmpty();

        probe.submit(subject);
        assertThat(probe.waitsAt(subject))
                .as("HIS-10: to the direct desk again")
                .isEqualTo(desks.yuhang().id());
        assertThat(atTheDirectDesk(subject)).isTrue();
        return review;
    }

    private ProcessInstance skippedFromTheDirectDesk() {
        var subject = probe.submitted(YUHANG);
        var process = process(subject);
        var review = review(subject);
        probe.skipLevel(subject);
        assertThat(review)
                .hasPassedInOrder("skip-level-direct", "assign-nation-desk", "upper-desk-assigned")
                .isWaitingAt("review-upper");
        goesOnAtTheNation(subject);
        assertThat(process).hasPassed("probe-accepted").isEnded();
        return review;
    }

    private ProcessInstance skippedFromAnUpperDesk() {
        var subject = probe.submitted(YUHANG);
        var process = process(subject);
        var review = review(subject);
        accept(desks.holder(desks.yuhang()), subject);
        probe.skipLevel(subject);
        assertThat(review)
                .hasPassedInOrder("review-upper", "skip-level-upper", "assign-nation-desk")
                .isWaitingAt("review-upper");
        goesOnAtTheNation(subject);
        assertThat(process).hasPassed("probe-accepted").isEnded();
        return review;
    }

    /** The flag stands as the direct desk's assignment leaves it where the scheme says so. */
    private ProcessInstance skippedForGood() {
        var subject = probe.submitted(YUHANG);
        var process = process(subject);
        var review = review(subject);
        engine.getRuntimeService().setVariable(review.getId(), ReviewProcess.SKIP_ENDS_REVIEW, true);
        probe.skipLevel(subject);
        assertThat(review)
                .hasPassedInOrder("skip-level-direct", "skip-ends-review", "record-skipped")
                .hasNotPassed("assign-nation-desk")
                .isEnded();
        assertThat(process).hasPassed("probe-accepted").isEnded();
        return review;
    }

    private void goesOnAtTheNation(Subject subject) {
        var item = record.waiting(subject.id()).orElseThrow();
        assertThat(item.desk()).isEqualTo(desks.nation().id());
        assertThat(item.taskKey()).isEqualTo("review-upper");
        assertThat(item.detail()).isEqualTo("2026-10");
        assertThat(atTheDirectDesk(subject)).isFalse();
        assertProblem("engine.error.message-not-expected", () -> probe.withdraw(subject));
        assertThat(actors.as(desks.holder(desks.yuhang()), () -> reviews.waitingFor(subject.id())))
                .isEmpty();
        accept(desks.holder(desks.nation()), subject);
        assertThat(probe.waitsAt(subject)).isNull();
    }

    private boolean atTheDirectDesk(Subject subject) {
        return record.waiting(subject.id())
                .filter(item -> item.taskKey().equals("review-direct"))
                .isPresent();
    }

    private TreeSet<String> nodes(ProcessInstance review) {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(review.getId())
                .finished()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> drawn() {
        var file = ModelFixture.read(ReviewProbe.MODEL).getBytes(StandardCharsets.UTF_8);
        return Bpmn.readModelFromStream(new ByteArrayInputStream(file)).getModelElementsByType(FlowNode.class).stream()
                .map(FlowNode::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void afterAnAcceptanceAWithdrawalIsTooLateAndSaysWhoWasQuicker() {
        var before = clock.instant();
        var subject = probe.submitted(YUHANG);
        assertThat(record.decidedSince(subject.id(), ProbeSubjects.KIND, before))
                .isEmpty();
        accept(desks.holder(desks.yuhang()), subject);

        assertProblem("engine.error.message-not-expected", () -> probe.withdraw(subject));

        assertThat(probe.waitsAt(subject)).isEqualTo(desks.hangzhou().id());
        assertThat(record.decidedSince(subject.id(), ProbeSubjects.KIND, before))
                .hasValueSatisfying(action -> {
                    assertThat(action.decision()).isEqualTo(Decision.ACCEPTED);
                    assertThat(action.deskName()).isEqualTo(desks.yuhang().name());
                    assertThat(action.detail()).isEqualTo("2026-10");
                    assertThat(record.decidedSince(subject.id(), ProbeSubjects.KIND, action.at()))
                            .isPresent();
                    assertThat(record.decidedSince(
                                    subject.id(),
                                    ProbeSubjects.KIND,
                                    action.at().plusMillis(1)))
                            .isEmpty();
                });
        assertThat(record.decidedSince(subject.id(), "registration", before)).isEmpty();
        assertThat(record.decidedSince(subject.id(), "' OR '1'='1", before)).isEmpty();
        assertThat(record.decidedSince(subject.id(), ProbeSubjects.KIND, null)).isEmpty();
    }

    @Test
    void aWithdrawalComesOnceAndOnlyWhileItWaits() {
        var subject = probe.opened(YUHANG);
        assertProblem("engine.error.message-not-expected", () -> probe.withdraw(subject));
        probe.submit(subject);
        var seen = record.waiting(subject.id()).orElseThrow();
        probe.withdraw(subject);
        assertProblem("engine.error.message-not-expected", () -> probe.withdraw(subject));
        assertProblem("engine.error.message-not-expected", () -> probe.skipLevel(subject));

        probe.submit(subject);
        assertProblem(
                "review.error.not-waiting", () -> actors.as(desks.holder(desks.yuhang()), () -> reviews.accept(seen)));
        assertThat(atTheDirectDesk(subject))
                .as("what was seen before the withdrawal counts no more")
                .isTrue();
    }

    @Test
    void aProcessThatIsDeletedLeavesNothingInTheInbox() {
        var subject = probe.submitted(YUHANG);
        probe.delete(subject);
        assertThat(probe.waitsAt(subject)).isNull();
    }

    @Test
    void ofAWithdrawalAndAnAcceptanceOneWins() throws InterruptedException {
        var reviewer = desks.holder(desks.yuhang());
        for (var round = 0; round < 20; round++) {
            var before = clock.instant();
            var subject = probe.submitted(YUHANG);
            var seen = record.waiting(subject.id()).orElseThrow();
            var outcomes = Together.run(2, oneWithdrawsAndOneAccepts(subject, seen, reviewer));

            assertThat(outcomes.stream().filter(String.class::isInstance))
                    .as(outcomes.toString())
                    .hasSize(1);
            var told = (Problem) outcomes.stream()
                    .filter(Problem.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            if (outcomes.contains("accepted")) {
                assertThat(told.key()).isEqualTo("engine.error.message-not-expected");
                assertThat(record.decidedSince(subject.id(), ProbeSubjects.KIND, before))
                        .isPresent();
                assertThat(probe.waitsAt(subject)).isEqualTo(desks.hangzhou().id());
            } else {
                assertThat(told.key()).isEqualTo("review.error.not-waiting");
                assertThat(record.actions(subject.id())).isEmpty();
                assertThat(probe.waitsAt(subject)).isNull();
                assertThat(process(subject)).isWaitingAt("fill-probe");
            }
        }
    }

    private Callable<String> oneWithdrawsAndOneAccepts(Subject subject, ReviewItem seen, Account reviewer) {
        var next = new AtomicInteger();
        return () -> {
            if (next.getAndIncrement() == 0) {
                probe.withdraw(subject);
                return "withdrawn";
            }
            actors.as(reviewer, () -> reviews.accept(seen));
            return "accepted";
        };
    }

    /** The desk's own listener is taken out of the way, so that the delegates alone are asked. */
    @Test
    void noDelegateWorksForAProcessThatIsNotTheSubjectsOwn() {
        var subject = probe.opened(YUHANG);
        for (var delegate : List.of("assignDirectDesk", "assignNationDesk", "assignSeniorDesk")) {
            models.changed(
                    ReviewProbe.MODEL,
                    model -> model.replace("${assignDirectDesk}", "${" + delegate + "}")
                            .replace("name=\"review\" value=\"true\"", "name=\"review\" value=\"false\""),
                    () -> {
                        var own = probe.submitted(YUHANG);
                        assertThat(review(own)).isWaitingAt("review-direct");
                        assertThatThrownBy(() -> probe.submitForeign(subject))
                                .as(delegate)
                                .hasStackTraceContaining("the process instance does not belong to its subject");
                        return null;
                    });
        }
        assertThat(process(subject)).isWaitingAt("fill-probe");
        assertThat(probe.waitsAt(subject)).isNull();
    }
}
