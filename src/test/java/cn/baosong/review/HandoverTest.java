package cn.baosong.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.baosong.organization.Desk;
import cn.baosong.review.query.HandoverQueries;
import cn.baosong.testing.Agreement;
import cn.baosong.testing.Together;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** A review comes to another desk without a decision, inside the same task (REV-09, ADM-06, CON-05). */
class HandoverTest extends ReviewScenario {

    @Autowired
    private Handover handover;

    @Autowired
    private Agreement agreement;

    @Autowired
    private HandoverQueries handed;

    @Autowired
    private TransactionTemplate transaction;

    private Optional<ReviewItem> move(Subject subject, Desk desk, HandoverCause cause) {
        return transaction.execute(status -> handover.move(subject.id(), desk.id(), cause));
    }

    @Test
    void theTaskStaysTheDeskChangesAndTheEnterpriseCanStillWithdraw() {
        var subject = probe.submitted(YUHANG);
        var before = record.waiting(subject.id()).orElseThrow();

        var after = move(subject, desks.hangzhou(), HandoverCause.OVERDUE).orElseThrow();

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.taskId()).isEqualTo(before.taskId());
        assertThat(after.desk()).isEqualTo(desks.hangzhou().id());
        assertThat(after.level()).isEqualTo(desks.hangzhou().level());
        assertThat(after.since()).isEqualTo(before.since());
        assertThat(after.due()).isAfter(before.due());
        assertThat(after.directDesk()).isEqualTo(desks.yuhang().id());
        assertThat(handed.of(subject.id())).singleElement().satisfies(row -> {
            assertThat(row.from()).isEqualTo(desks.yuhang().id());
            assertThat(row.to()).isEqualTo(desks.hangzhou().id());
            assertThat(row.cause()).isEqualTo(HandoverCause.OVERDUE);
            assertThat(row.account()).isNull();
            assertThat(row.wasDue()).isEqualTo(before.due());
        });
        assertThat(move(subject, desks.hangzhou(), HandoverCause.OVERDUE))
                .as("it is there already")
                .isEmpty();

        probe.withdraw(subject);
        assertThat(process(subject)).isWaitingAt("fill-probe");
        assertThat(probe.waitsAt(subject)).isNull();
    }

    @Test
    void itGoesOnFromTheDeskItCameToAndWhoHadItIsToldWhere() {
        var subject = probe.submitted(YUHANG);
        var process = process(subject);
        var seen = record.waiting(subject.id()).orElseThrow();
        move(subject, desks.hangzhou(), HandoverCause.OVERDUE);

        assertProblem(
                "review.error.handed-over", () -> actors.as(desks.holder(desks.yuhang()), () -> reviews.accept(seen)));
        accept(desks.holder(desks.hangzhou()), subject);
        assertThat(probe.waitsAt(subject)).isEqualTo(desks.zhejiang().id());
        move(subject, desks.nation(), HandoverCause.OVERDUE);
        accept(desks.holder(desks.nation()), subject);
        assertThat(process)
                .as("the chain ends where it came to")
                .hasPassed("probe-accepted")
                .isEnded();
    }

    @Test
    void anotherReviewerBecomesTheDirectDeskAndTakesOverWhatIsNotAccepted() {
        var waiting = probe.submitted(YUHANG);
        var accepted = probe.submitted(YUHANG);
        accept(desks.holder(desks.yuhang()), accepted);

        move(waiting, desks.haishu(), HandoverCause.REASSIGNED);
        assertThat(move(accepted, desks.haishu(), HandoverCause.REASSIGNED)).isEmpty();

        assertThat(record.waiting(waiting.id())).hasValueSatisfying(item -> {
            assertThat(item.desk()).isEqualTo(desks.haishu().id());
            assertThat(item.directDesk()).isEqualTo(desks.haishu().id());
        });
        assertThat(record.waiting(accepted.id())).hasValueSatisfying(item -> {
            assertThat(item.desk()).isEqualTo(desks.hangzhou().id());
            assertThat(item.directDesk()).isEqualTo(desks.haishu().id());
        });
        accept(desks.holder(desks.haishu()), waiting);
        assertThat(probe.waitsAt(waiting)).isEqualTo(desks.ningbo().id());
    }

    @Test
    void whatCannotBeMovedIsNot() {
        var unsent = probe.opened(YUHANG);
        assertThat(move(unsent, desks.hangzhou(), HandoverCause.OVERDUE)).isEmpty();
        var subject = probe.submitted(YUHANG);
        assertProblem(
                "review.error.no-such-desk",
                () -> transaction.execute(
                        status -> handover.move(subject.id(), UUID.randomUUID(), HandoverCause.OVERDUE)));
        assertThatThrownBy(() -> handover.move(subject.id(), desks.hangzhou().id(), HandoverCause.OVERDUE))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(probe.waitsAt(subject)).isEqualTo(desks.yuhang().id());
    }

    @Test
    void ofAnAcceptanceAndAHandoverOneWins() throws InterruptedException {
        var reviewer = desks.holder(desks.yuhang());
        for (var round = 0; round < 8; round++) {
            var subject = probe.submitted(YUHANG);
            var seen = record.waiting(subject.id()).orElseThrow();
            var next = new AtomicInteger();
            var outcomes = Together.run(2, () -> {
                if (next.getAndIncrement() == 0) {
                    return transaction.execute(
                            status -> handover.move(seen, desks.zhejiang().id(), HandoverCause.OVERDUE));
                }
                actors.as(reviewer, () -> reviews.accept(seen));
                return "accepted";
            });
            var item = record.waiting(subject.id()).orElseThrow();
            if (outcomes.contains("accepted")) {
                assertThat(item.taskKey()).isEqualTo("review-upper");
                assertThat(item.desk()).isEqualTo(desks.hangzhou().id());
                assertThat(handed.of(subject.id())).isEmpty();
            } else {
                assertThat(item.taskKey()).isEqualTo("review-direct");
                assertThat(item.desk()).isEqualTo(desks.zhejiang().id());
                assertThat(record.actions(subject.id())).isEmpty();
                assertThat(outcomes).anySatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(cn.baosong.common.Problem.class, told -> assertThat(told.key())
                                .isEqualTo("review.error.handed-over")));
            }
            agreement.holdsFor(subject.id());
            probe.delete(subject);
        }
    }
}
