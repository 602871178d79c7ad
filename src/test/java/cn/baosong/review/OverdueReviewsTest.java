package cn.baosong.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.baosong.account.Account;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.messaging.PersonalMessages;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskLevel;
import cn.baosong.organization.Desks;
import cn.baosong.review.overdue.OverdueProcess;
import cn.baosong.review.query.HandoverQueries;
import cn.baosong.testing.Agreement;
import cn.baosong.testing.Sweeps;
import cn.baosong.testing.Together;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The daily sweep over reviews nobody decided in time (REV-09, ROLE-02, GAP-02). */
class OverdueReviewsTest extends ReviewScenario {

    @Autowired
    private Sweeps sweeps;

    @Autowired
    private Agreement agreement;

    @Autowired
    private HandoverQueries handed;

    @Autowired
    private Desks deskService;

    @Autowired
    private PersonalMessages messages;

    @Autowired
    private JdbcClient jdbc;

    private Desk city;
    private Desk county;
    private Account holder;

    @BeforeEach
    void aCountyOfItsOwn() {
        city = desks.under(desks.zhejiang(), DeskLevel.CITY, "3307");
        county = desks.under(city, DeskLevel.COUNTY, desks.freshCounty("3307"));
        desks.holder(city);
        holder = desks.holder(county);
    }

    private Subject dueSince(Duration ago) {
        var subject = probe.submitted(county.region());
        dueSince(subject, ago);
        return subject;
    }

    private void dueSince(Subject subject, Duration ago) {
        jdbc.sql("UPDATE review_item SET due_at = :due WHERE subject_id = :subject")
                .param("due", Timestamp.from(clock.instant().minus(ago)))
                .param("subject", subject.id())
                .update();
    }

    private void sweep() throws Exception {
        sweeps.run(OverdueProcess.KEY);
    }

    /** The desk may be told again, as on another day. */
    private void anotherDay() {
        jdbc.sql("UPDATE review_digest SET day = day - 1, sent_at = sent_at - INTERVAL '1 second'")
                .update();
    }

    private List<String> told(Account account) {
        return messages.newest(account.id(), false, 0, 20, Texts.CHINESE).stream()
                .map(message -> message.text())
                .filter(text -> text.contains("逾期待审"))
                .toList();
    }

    private Instant due(Subject subject) {
        return record.waiting(subject.id()).orElseThrow().due();
    }

    @Test
    void firstTheDeskIsToldThenItGoesToTheDeskAbove() throws Exception {
        var inTime = probe.submitted(county.region());
        var late = dueSince(Duration.ofDays(1));
        sweep();
        assertThat(probe.waitsAt(late)).isEqualTo(county.id());
        assertThat(told(holder)).singleElement().asString().startsWith(county.name() + "（县级）：逾期待审 1 项；由其他岗位转入 0 项");

        dueSince(late, Duration.ofDays(3).plusMinutes(1));
        anotherDay();
        sweep();

        assertThat(probe.waitsAt(late)).isEqualTo(city.id());
        assertThat(due(late)).isAfter(clock.instant().plus(Duration.ofDays(4)));
        assertThat(probe.waitsAt(inTime)).isEqualTo(county.id());
        assertThat(handed.of(late.id())).singleElement().satisfies(row -> {
            assertThat(row.cause()).isEqualTo(HandoverCause.OVERDUE);
            assertThat(row.from()).isEqualTo(county.id());
            assertThat(row.to()).isEqualTo(city.id());
        });
        assertThat(told(holder))
                .as("who was passed by is told to whom it went")
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("转出 1 项，接办岗位：" + city.name()));
        assertThat(told(desks.holder(city))).anySatisfy(text -> assertThat(text).contains("转入 1 项"));

        probe.withdraw(late);
        assertThat(process(late)).isWaitingAt("fill-probe");
    }

    @Test
    void aSecondSweepOfTheDayChangesNothingNorDoTwoAtOnce() throws Exception {
        var late = dueSince(Duration.ofDays(4));
        sweeps.byHand(OverdueProcess.KEY, () -> {
            sweeps.sweep(OverdueProcess.KEY);
            sweeps.sweep(OverdueProcess.KEY);
            assertThat(handed.of(late.id())).hasSize(1);
            assertThat(told(holder)).hasSize(1);

            anotherDay();
            var atOnce = dueSince(Duration.ofDays(4));
            var outcomes = Together.run(2, () -> sweeps.sweep(OverdueProcess.KEY));
            assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Integer.class));
            assertThat(handed.of(atOnce.id())).hasSize(1);
            assertThat(probe.waitsAt(atOnce)).isEqualTo(city.id());
            assertThat(told(holder)).hasSize(2);
            return null;
        });
    }

    @Test
    void whoStandsInAtTheDeskHasItBeforeTheDeskAbove() throws Exception {
        var substitute = actors.account();
        actors.as(
                desks.holder(city),
                () -> deskService.assign(
                        county.id(),
                        substitute.loginName(),
                        true,
                        null,
                        LocalDate.now(clock).plusDays(20)));
        var late = dueSince(Duration.ofDays(4));
        sweep();
        assertThat(probe.waitsAt(late)).isEqualTo(county.id());
        assertThat(due(late)).isAfter(clock.instant());
        assertThat(handed.of(late.id())).singleElement().satisfies(row -> assertThat(row.cause())
                .isEqualTo(HandoverCause.SUBSTITUTE));
        assertThat(told(substitute)).singleElement().asString().contains("交代理人办理 1 项");

        dueSince(late, Duration.ofDays(4));
        sweep();
        assertThat(probe.waitsAt(late)).isEqualTo(city.id());
    }

    @Test
    void whatWaitsAtADeskNobodyHoldsGoesToTheNextThatIsHeldAtOnce() throws Exception {
        var waiting = probe.submitted(county.region());
        var holding = actors.as(desks.holder(city), () -> deskService.holders(county.id())).stream()
                .findFirst()
                .orElseThrow();
        actors.as(desks.holder(city), () -> deskService.release(holding.id()));
        sweep();
        assertThat(probe.waitsAt(waiting)).isEqualTo(city.id());
        assertThat(handed.of(waiting.id())).singleElement().satisfies(row -> assertThat(row.cause())
                .isEqualTo(HandoverCause.VACANT));
        accept(desks.holder(city), waiting);
        assertThat(probe.waitsAt(waiting)).isEqualTo(desks.zhejiang().id());
    }

    @Test
    void atTheNationItStays() throws Exception {
        var late = dueSince(Duration.ofDays(4));
        probe.skipLevel(late);
        dueSince(late, Duration.ofDays(40));
        sweep();
        assertThat(probe.waitsAt(late)).isEqualTo(desks.nation().id());
        assertThat(handed.of(late.id())).isEmpty();
        accept(desks.holder(desks.nation()), late);
    }

    @Test
    void ofAnAcceptanceAndTheReleaseOfWhoAcceptsOneWins() throws InterruptedException {
        for (var round = 0; round < 6; round++) {
            var reviewer = desks.newHolder(county);
            var superior = desks.holder(city);
            var holding = actors.as(superior, () -> deskService.holders(county.id())).stream()
                    .filter(held -> held.account().equals(reviewer.id()))
                    .findFirst()
                    .orElseThrow();
            var subject = probe.submitted(county.region());
            var seen = record.waiting(subject.id()).orElseThrow();
            var next = new AtomicInteger();
            var outcomes = Together.run(2, () -> {
                if (next.getAndIncrement() == 0) {
                    actors.as(superior, () -> deskService.release(holding.id()));
                    return "released";
                }
                actors.as(reviewer, () -> reviews.accept(seen));
                return "accepted";
            });
            assertThat(outcomes).contains("released");
            if (outcomes.contains("accepted")) {
                assertThat(probe.waitsAt(subject)).isEqualTo(city.id());
                assertThat(record.actions(subject.id())).hasSize(1);
            } else {
                assertThat(outcomes).anySatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Problem.class, told -> assertThat(told.key()).isEqualTo("review.error.not-yours")));
                assertThat(probe.waitsAt(subject)).isEqualTo(county.id());
                assertThat(record.actions(subject.id())).isEmpty();
            }
            agreement.holdsFor(subject.id());
            probe.delete(subject);
        }
    }

    @Test
    void ofTwoReviewersAtOneDeskOneWinsAndTheOtherIsTold() throws InterruptedException {
        var other = desks.newHolder(county);
        var subject = probe.submitted(county.region());
        var seen = record.waiting(subject.id()).orElseThrow();
        var next = new AtomicInteger();
        var outcomes = Together.run(2, () -> {
            if (next.getAndIncrement() == 0) {
                actors.as(holder, () -> reviews.accept(seen));
                return holder.loginName();
            }
            actors.as(other, () -> reviews.sendBack(seen, "请核对"));
            return other.loginName();
        });
        var action = record.actions(subject.id());
        assertThat(action).hasSize(1);
        assertThat(outcomes).contains(action.get(0).actor());
        assertThat(outcomes).anySatisfy(outcome -> assertThat(outcome)
                .isInstanceOfSatisfying(Problem.class, told -> assertThat(told.arguments())
                        .as("who and when")
                        .hasSize(2)
                        .contains(action.get(0).actor())));
        agreement.holdsFor(subject.id());
    }
}
