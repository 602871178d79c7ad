package cn.baosong.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.Account;
import cn.baosong.administration.EnterpriseEvent.Kind;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingScenario;
import cn.baosong.filing.FilingStatus;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskLevel;
import cn.baosong.testing.ModelFixture;
import cn.baosong.testing.Together;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** 变更审核员: what moves, where it goes on, who may do it (ADM-06 to 08). */
class ReviewerChangesTest extends FilingScenario {

    @Autowired
    private ReviewerChanges changes;

    @Autowired
    private MonitoredEnterprises monitored;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ModelFixture models;

    private Account account;
    private Account province;
    private UUID id;

    @BeforeEach
    void anEnterpriseInYuhang() {
        account = fixture.enterprise();
        id = enterpriseOf(account).id();
        province = desks.holder(desks.zhejiang());
        desks.holder(desks.hangzhou());
    }

    private ReviewerChange change(Account administrator, Desk desk, UUID... ids) {
        return actors.as(administrator, () -> changes.change(List.of(ids), desk.id()));
    }

    /** What the engine believes of the desk, in the process the review waits in. */
    private String flagged(Filing filing) {
        return jdbc.sql("""
                        SELECT v.text_ FROM review_item i
                        JOIN act_ru_task t ON t.id_ = i.task_id
                        JOIN act_ru_variable v ON v.proc_inst_id_ = t.proc_inst_id_ AND v.name_ = 'desk'
                        WHERE i.subject_id = :id
                        """).param("id", filing.id()).query(String.class).single();
    }

    @Test
    void whatWaitsAtTheDirectDeskMovesAndGoesOnFromThere() {
        var waiting = fixture.submitted(account, MONTH);
        var another = fixture.submitted(account, MONTH.minusMonths(1));
        var passed = fixture.submitted(account, MONTH.minusMonths(2));
        fixture.acceptAt(desks.yuhang(), passed);
        fixture.acceptAt(desks.hangzhou(), passed);

        var change = change(province, desks.hangzhou(), id);

        assertThat(change.left()).isEmpty();
        assertThat(change.moved()).singleElement().satisfies(moved -> {
            assertThat(moved.reviews()).isEqualTo(2);
            assertThat(moved.from()).isEqualTo(desks.yuhang().id());
        });
        for (var moved : List.of(waiting, another)) {
            assertThat(waitsAt(moved)).isEqualTo(desks.hangzhou().id());
            assertThat(flagged(moved)).isEqualTo(desks.hangzhou().id().toString());
        }
        assertThat(waitsAt(passed))
                .as("what was accepted below stays")
                .isEqualTo(desks.zhejiang().id());
        assertProblem("review.error.handed-over", () -> fixture.acceptAt(desks.yuhang(), waiting));

        fixture.acceptAt(desks.hangzhou(), waiting);
        assertThat(waitsAt(waiting)).isEqualTo(desks.zhejiang().id());

        actors.as(account, () -> filings.withdraw(another.id()));
        assertThat(waitsAt(another)).isNull();
        submit(account, another);
        assertThat(waitsAt(another))
                .as("submitted anew")
                .isEqualTo(desks.hangzhou().id());
        assertThat(waitsAt(fixture.submitted(account, MONTH.minusMonths(3))))
                .as("every month to come")
                .isEqualTo(desks.hangzhou().id());

        assertThat(actors.as(province, () -> monitored.find(id)).orElseThrow()).satisfies(now -> {
            assertThat(now.desk()).isEqualTo(desks.hangzhou().id());
            assertThat(now.set()).isTrue();
        });
        assertThat(actors.as(desks.holder(desks.yuhang()), () -> monitored.find(id)))
                .as("the county sees it no more")
                .isEmpty();
        assertThat(actors.as(province, () -> monitored.events(id)))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.kind()).isEqualTo(Kind.REVIEWER_CHANGED);
                    assertThat(event.account()).isEqualTo(province.id());
                    assertThat(event.detail())
                            .contains(desks.yuhang().name(), desks.hangzhou().name());
                });
        assertThat(told(account)).contains("reviewer-changed");
        assertThat(told(desks.holder(desks.yuhang()))).contains("reviewer-changed-desk");
        assertThat(told(desks.holder(desks.hangzhou()))).contains("reviewer-changed-desk");
    }

    private List<String> told(Account person) {
        return jdbc.sql("SELECT template FROM personal_message WHERE recipient = :id")
                .param("id", person.id())
                .query(String.class)
                .list();
    }

    @Test
    void atTheEndOfTheChainOneAcceptanceIsEnough() {
        var waiting = fixture.submitted(account, MONTH);
        change(desks.holder(desks.nation()), desks.nation(), id);
        fixture.acceptAt(desks.nation(), waiting);
        assertThat(status(waiting)).isEqualTo(FilingStatus.ACCEPTED);
    }

    @Test
    void whoMayChooseWhatAndWhatStaysIsSaid() {
        var waiting = fixture.submitted(account, MONTH);
        assertProblem("administration.error.desk", () -> change(desks.holder(desks.yuhang()), desks.hangzhou(), id));
        assertProblem("administration.error.desk", () -> change(desks.holder(desks.ningbo()), desks.hangzhou(), id));
        assertProblem("administration.error.nothing-ticked", () -> change(province, desks.hangzhou()));
        assertThatThrownBy(() -> change(account, desks.hangzhou(), id)).isInstanceOf(AccessDeniedException.class);
        var vacant = desks.under(desks.hangzhou(), DeskLevel.COUNTY, desks.freshCounty("3301"));
        assertProblem("administration.error.desk-vacant", () -> change(province, vacant, id));

        var foreign = change(desks.holder(desks.ningbo()), desks.haishu(), id, UUID.randomUUID());
        assertThat(foreign.moved()).isEmpty();
        assertThat(foreign.left()).hasSize(2).allSatisfy(left -> {
            assertThat(left.name()).isNull();
            assertThat(left.why().key()).isEqualTo("administration.error.not-found");
        });

        desks.newHolder(vacant);
        var outside = change(province, vacant, id);
        assertThat(outside.left()).singleElement().satisfies(left -> {
            assertThat(left.name()).isEqualTo(enterpriseOf(account).name());
            assertThat(left.why().key()).isEqualTo("administration.error.desk-region");
        });
        assertThat(waitsAt(waiting)).isEqualTo(desks.yuhang().id());

        var ticked = actors.as(province, () -> monitored.find(id)).orElseThrow();
        assertThat(actors.as(province, () -> changes.candidates(List.of(ticked))))
                .extracting(Desk::id)
                .contains(
                        desks.zhejiang().id(),
                        desks.hangzhou().id(),
                        desks.yuhang().id())
                .doesNotContain(vacant.id(), desks.nation().id(), desks.haishu().id());
    }

    @Test
    void backToByRegionMovesWhatWaitsAndEveryMonthToCome() {
        var waiting = fixture.submitted(account, MONTH);
        assertThat(byRegion(province, id).left())
                .extracting(left -> left.why().key())
                .containsExactly("administration.error.by-region-already");
        change(province, desks.hangzhou(), id);
        assertThat(byRegion(desks.holder(desks.haishu()), id).left())
                .extracting(left -> left.why().key())
                .containsExactly("administration.error.not-found");
        assertProblem("administration.error.nothing-ticked", () -> byRegion(province));
        assertThatThrownBy(() -> byRegion(account, id)).isInstanceOf(AccessDeniedException.class);
        assertThat(waitsAt(waiting)).isEqualTo(desks.hangzhou().id());

        var change = byRegion(desks.holder(desks.hangzhou()), id);

        assertThat(change.left()).isEmpty();
        assertThat(change.desk()).isNull();
        assertThat(change.reviews()).isEqualTo(1);
        assertThat(waitsAt(waiting)).isEqualTo(desks.yuhang().id());
        assertThat(flagged(waiting)).isEqualTo(desks.yuhang().id().toString());
        assertThat(actors.as(province, () -> monitored.find(id)).orElseThrow().set())
                .isFalse();
        assertThat(waitsAt(fixture.submitted(account, MONTH.minusMonths(1))))
                .isEqualTo(desks.yuhang().id());
    }

    private ReviewerChange byRegion(Account administrator, UUID... ids) {
        return actors.as(administrator, () -> changes.byRegion(List.of(ids)));
    }

    /**
     * A report is held as its submission holds it, before the enterprise is asked for: a change that held the enterprise
     * already would wait for the report, and the submission for the enterprise.
     */
    @Test
    void aChangeThatMeetsASubmissionWaitsForItAndTakesItAlong() throws InterruptedException {
        var waiting = fixture.submitted(account, MONTH);
        var held = new CountDownLatch(1);
        var blocked = new CountDownLatch(1);
        var arrived = new CountDownLatch(1);
        var another = new AtomicReference<Filing>();
        var next = new AtomicInteger();
        var outcomes = Together.run(3, () -> switch (next.getAndIncrement()) {
            case 0 ->
                transaction.execute(status -> {
                    repository.lock(waiting.id());
                    held.countDown();
                    assertThat(somebodyWaitsForMe())
                            .as("the change waits for the report")
                            .isTrue();
                    blocked.countDown();
                    await(arrived);
                    return enterprises.holdSetDesk(id).isEmpty() ? "submitted" : "submitted elsewhere";
                });
            case 1 -> {
                await(held);
                yield change(province, desks.hangzhou(), id);
            }
            default -> {
                await(blocked);
                another.set(fixture.submitted(account, MONTH.minusMonths(1)));
                arrived.countDown();
                yield "another";
            }
        });
        assertThat(outcomes).as(outcomes.toString()).contains("submitted", "another");
        assertThat(outcomes)
                .filteredOn(ReviewerChange.class::isInstance)
                .singleElement()
                .satisfies(change -> {
                    assertThat(((ReviewerChange) change).left()).isEmpty();
                    assertThat(((ReviewerChange) change).reviews()).isEqualTo(2);
                });
        assertThat(waitsAt(waiting)).isEqualTo(desks.hangzhou().id());
        assertThat(waitsAt(another.get()))
                .as("it came to its desk while the change waited")
                .isEqualTo(desks.hangzhou().id());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Asks the database until another connection waits for this one's lock. */
    private boolean somebodyWaitsForMe() {
        for (var look = 0; look < 20_000; look++) {
            if (jdbc.sql("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted"
                            + " AND pg_backend_pid() = ANY (pg_blocking_pids(pid)))")
                    .query(Boolean.class)
                    .single()) {
                return true;
            }
        }
        return false;
    }

    @Test
    void ofAChangeAnAcceptanceAndAWithdrawalEachReportIsInOnePlace() throws InterruptedException {
        for (var round = 0; round < 5; round++) {
            var owner = fixture.enterprise();
            var enterprise = enterpriseOf(owner).id();
            var filing = fixture.submitted(owner, MONTH);
            var next = new AtomicInteger();
            var outcomes = Together.run(3, () -> {
                switch (next.getAndIncrement()) {
                    case 0 -> {
                        var change = change(province, desks.hangzhou(), enterprise);
                        return change.left().isEmpty() ? "changed" : "left " + change.left();
                    }
                    case 1 -> {
                        fixture.acceptAt(desks.yuhang(), filing);
                        return "accepted";
                    }
                    default -> {
                        actors.as(owner, () -> filings.withdraw(filing.id()));
                        return "withdrawn";
                    }
                }
            });
            assertThat(outcomes).as(outcomes.toString()).contains("changed");
            assertThat(outcomes.contains("accepted") && outcomes.contains("withdrawn"))
                    .as(outcomes.toString())
                    .isFalse();
            if (outcomes.contains("withdrawn")) {
                assertThat(status(filing)).as(outcomes.toString()).isEqualTo(FilingStatus.EDITING);
                assertThat(waitsAt(filing)).isNull();
            } else {
                assertThat(status(filing)).as(outcomes.toString()).isEqualTo(FilingStatus.UNDER_REVIEW);
                assertThat(waitsAt(filing)).isEqualTo(desks.hangzhou().id());
                assertThat(flagged(filing)).isEqualTo(desks.hangzhou().id().toString());
            }
            assertThat(enterpriseOf(owner).directDesk())
                    .isEqualTo(desks.hangzhou().id());
        }
    }

    @Test
    void theLimitIsTheOneOfTheTable() {
        models.changed(
                "processes/administration/administration-limits.dmn", table -> table.replace(">500<", ">1<"), () -> {
                    assertProblem(
                            "administration.error.too-many",
                            () -> change(province, desks.hangzhou(), id, UUID.randomUUID()));
                    assertThat(change(province, desks.hangzhou(), id).moved()).hasSize(1);
                    return null;
                });
    }
}
