package cn.baosong.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.Account;
import cn.baosong.account.Role;
import cn.baosong.common.Problem;
import cn.baosong.testing.ProbeSubjects;
import cn.baosong.testing.Together;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

/** 请求退回: an enterprise that may not withdraw any more asks whoever holds its subject now (REV-04, CON-22). */
class ReturnRequestsTest extends ReviewScenario {

    private static final String WHY = "指标填错了";

    @Autowired
    private ReturnRequests requests;

    @Autowired
    private ProbeSubjects subjects;

    private Account enterprise;
    private Subject subject;

    @BeforeEach
    void somethingWaits() {
        enterprise = actors.account(Role.ENTERPRISE);
        subject = probe.submitted(YUHANG);
    }

    private void ask(UUID about, String reason) {
        actors.as(enterprise, () -> requests.ask(about, reason));
    }

    @Test
    void aRequestIsShownToTheDeskAndReplacedByTheNext() {
        ask(subject.id(), "  第一次 ");
        ask(subject.id(), WHY);

        assertThat(requests.open(subject.id())).hasValueSatisfying(open -> {
            assertThat(open.reason()).isEqualTo(WHY);
            assertThat(open.askedBy()).isEqualTo(enterprise.id());
            assertThat(open.askedAt()).isBeforeOrEqualTo(clock.instant());
        });
        actors.as(desks.holder(desks.yuhang()), () -> {
            var filter = new ReviewFilter(ProbeSubjects.KIND, subject.title());
            assertThat(reviews.waiting(filter, 0, 10)).singleElement().satisfies(item -> assertThat(item.requested())
                    .isEqualTo(WHY));
            assertThat(reviews.countWaiting(filter)).isEqualTo(1);
        });
    }

    @Test
    void reasonsThatAreNoneAreRefused() {
        for (var bad : Arrays.asList(null, "", "   \n\t", "\u0000\u200b", "\u3000\u00a0", "长".repeat(151))) {
            assertProblem("review.error.request-reason", () -> ask(subject.id(), bad));
        }
        assertThat(requests.open(subject.id())).isEmpty();

        ask(subject.id(), "\u0000 😀" + "长".repeat(149) + "\u202e ");
        assertThat(requests.open(subject.id()).orElseThrow().reason()).isEqualTo("😀" + "长".repeat(149));
        var hostile = "'); DELETE FROM return_request; -- <b>{0} ${1+1}";
        ask(subject.id(), hostile);
        assertThat(requests.open(subject.id()).orElseThrow().reason()).isEqualTo(hostile);
    }

    @Test
    void onlyWhatWaitsCanBeAskedFor() {
        assertProblem("review.error.not-waiting", () -> ask(UUID.randomUUID(), WHY));
        var unsent = probe.opened(YUHANG);
        assertProblem("review.error.not-waiting", () -> ask(unsent.id(), WHY));
        sendBack(desks.holder(desks.yuhang()), subject, "请核对");
        assertProblem("review.error.not-waiting", () -> ask(subject.id(), WHY));
    }

    @Test
    void nobodyAsksForWhatIsNotTheirs() {
        subjects.own(subject.id(), enterprise.id());
        var stranger = actors.account(Role.ENTERPRISE);
        assertProblem("review.error.not-waiting", () -> actors.as(stranger, () -> requests.ask(subject.id(), WHY)));
        assertThat(requests.open(subject.id())).isEmpty();
        ask(subject.id(), WHY);
        assertThat(requests.open(subject.id())).isPresent();
    }

    @Test
    void onlyEnterprisesAsk() {
        for (var role : List.of(Role.APPLICANT, Role.REVIEWER, Role.OPERATOR, Role.PROCESS_OWNER)) {
            var other = actors.account(role);
            assertThatThrownBy(() -> actors.as(other, () -> requests.ask(subject.id(), WHY)))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> requests.ask(subject.id(), WHY))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        assertThat(requests.open(subject.id())).isEmpty();
    }

    @Test
    void itGoesOnToTheNextDeskAndIsGoneWithTheReturn() {
        ask(subject.id(), WHY);
        accept(desks.holder(desks.yuhang()), subject);
        assertThat(requests.open(subject.id())).isPresent();
        assertThat(actors.as(desks.holder(desks.hangzhou()), () -> reviews.waitingFor(subject.id()))
                        .orElseThrow()
                        .requested())
                .isEqualTo(WHY);

        sendBack(desks.holder(desks.hangzhou()), subject, WHY);
        assertThat(requests.open(subject.id())).isEmpty();

        probe.submit(subject);
        assertThat(record.waiting(subject.id()).orElseThrow().requested()).isNull();
    }

    @Test
    void itGoesOnWhenLevelsAreSkippedAndIsGoneWithTheLastAcceptance() {
        ask(subject.id(), WHY);
        probe.skipLevel(subject);
        assertThat(record.waiting(subject.id()).orElseThrow().requested()).isEqualTo(WHY);
        accept(desks.holder(desks.nation()), subject);
        assertThat(requests.open(subject.id())).isEmpty();
    }

    @Test
    void itIsGoneWithAWithdrawalAndWithTheProcess() {
        ask(subject.id(), WHY);
        probe.withdraw(subject);
        assertThat(requests.open(subject.id())).isEmpty();

        var other = probe.submitted(YUHANG);
        ask(other.id(), WHY);
        probe.delete(other);
        assertThat(requests.open(other.id())).isEmpty();
    }

    @Test
    void askingWhileItIsReturnedLeavesNothingBehind() throws InterruptedException {
        var reviewer = desks.holder(desks.yuhang());
        for (var round = 0; round < 10; round++) {
            var now = probe.submitted(YUHANG);
            var next = new AtomicInteger();
            var outcomes = Together.run(2, () -> {
                if (next.getAndIncrement() == 0) {
                    ask(now.id(), WHY);
                    return "asked";
                }
                sendBack(reviewer, now, "请核对");
                return "returned";
            });
            assertThat(outcomes).contains("returned");
            assertThat(outcomes).allSatisfy(outcome -> {
                if (outcome instanceof Exception) {
                    assertThat(outcome).isInstanceOfSatisfying(Problem.class, late -> assertThat(late.key())
                            .isEqualTo("review.error.not-waiting"));
                }
            });
            assertThat(requests.open(now.id())).isEmpty();
        }
    }

    @Test
    void askedFromTwoPagesAtOnceItIsOneRequest() throws InterruptedException {
        var outcomes = Together.run(4, () -> {
            ask(subject.id(), WHY);
            return "asked";
        });
        assertThat(outcomes).containsOnly("asked");
        assertThat(requests.open(subject.id())).isPresent();
    }
}
