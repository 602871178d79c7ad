package cn.baosong.review.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.baosong.account.Account;
import cn.baosong.common.Problem;
import cn.baosong.messaging.PersonalMessages;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskLevel;
import cn.baosong.organization.Desks;
import cn.baosong.review.InboxAddress;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.ReviewRecord;
import cn.baosong.review.Reviews;
import cn.baosong.review.Screening;
import cn.baosong.review.Subject;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.ModelFixture;
import cn.baosong.testing.ProbeSubjects;
import cn.baosong.testing.ReviewProbe;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Bulk review from the preview to the last item, with everybody in the way who can be (REV-03, 05, 06, 07). */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BulkReviewsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final InboxAddress LIST = InboxAddress.of(ReviewFilter.all(ProbeSubjects.KIND));

    @Autowired
    private Actors actors;

    @Autowired
    private DeskFixture fixture;

    @Autowired
    private Desks desks;

    @Autowired
    private ReviewProbe probe;

    @Autowired
    private ProbeSubjects subjects;

    @Autowired
    private Reviews reviews;

    @Autowired
    private ReviewRecord record;

    @Autowired
    private BulkReviews bulk;

    @Autowired
    private PersonalMessages messages;

    @Autowired
    private ModelFixture models;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Desk province;
    private Desk city;
    private Desk county;
    private Account countyHolder;
    private Account cityHolder;

    /** A city and a county of this test's own, below 四川省. */
    @BeforeEach
    void setUpDesks() {
        province = fixture.under(fixture.nation(), DeskLevel.PROVINCE, "51");
        city = fixture.under(province, DeskLevel.CITY, fixture.freshCounty("51"));
        county = fixture.under(city, DeskLevel.COUNTY, fixture.freshCounty(city.region()));
        cityHolder = fixture.holder(city);
        countyHolder = fixture.holder(county);
    }

    private List<Subject> submitted(int number) {
        return IntStream.range(0, number)
                .mapToObj(each -> probe.submitted(county.region()))
                .toList();
    }

    private Set<UUID> items(Collection<Subject> waiting) {
        return waiting.stream()
                .map(subject -> record.waiting(subject.id()).orElseThrow().id())
                .collect(Collectors.toSet());
    }

    private UUID prepared(Account who, BulkAction action, Collection<Subject> waiting) {
        var items = items(waiting);
        return actors.as(who, () -> bulk.prepare(action, LIST, items));
    }

    private UUID confirmed(Account who, BulkAction action, Collection<Subject> waiting, String reason) {
        var id = prepared(who, action, waiting);
        actors.as(who, () -> bulk.confirm(id, reason));
        return id;
    }

    private BulkOperation now(Account who, UUID id) {
        return actors.as(who, () -> bulk.find(id)).orElseThrow();
    }

    private void endWindow(Account who, UUID id) {
        var management = engine.getManagementService();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(now(who, id).processInstance())
                .timers()
                .singleResult()
                .getId());
    }

    private BulkOperation done(Account who, UUID id) {
        await().atMost(PATIENCE).until(() -> now(who, id).state() == BulkState.DONE);
        return now(who, id);
    }

    private Set<UUID> subjectsOf(Account who, UUID id, BulkResult result) {
        return actors.as(who, () -> bulk.items(id, result, 0, 10_000)).stream()
                .map(BulkItem::subject)
                .collect(Collectors.toSet());
    }

    private static Set<UUID> ids(Collection<Subject> some) {
        return some.stream().map(Subject::id).collect(Collectors.toSet());
    }

    /** Engine and inbox say the same, and each subject has as many acceptances as desks have accepted it. */
    private void assertAgree(Collection<Subject> all, UUID operation, int decidedByIt) {
        var ids = all.stream().map(subject -> subject.id().toString()).toArray(String[]::new);
        assertThat(jdbc.sql("""
                        SELECT count(*) FROM unnest(CAST(:ids AS uuid[])) AS subject (id)
                        WHERE (SELECT array_agg(task_id) FROM review_item WHERE subject_id = subject.id)
                              IS DISTINCT FROM
                              (SELECT array_agg(task.id_::text) FROM act_ru_task task
                               JOIN act_ru_execution root ON root.id_ = (
                                        SELECT root_proc_inst_id_ FROM act_ru_execution WHERE id_ = task.proc_inst_id_)
                               WHERE root.business_key_ = subject.id::text AND task.task_def_key_ LIKE 'review-%')
                        """).param("ids", ids).query(Integer.class).single())
                .as("engine and inbox")
                .isZero();
        assertThat(jdbc.sql("""
                        SELECT count(*) AS acts, count(DISTINCT subject_id) AS subjects
                        FROM review_action WHERE operation_id = :operation
                        """)
                        .param("operation", operation)
                        .query((row, number) -> List.of(row.getInt("acts"), row.getInt("subjects")))
                        .single())
                .as("actions and their subjects")
                .isEqualTo(List.of(decidedByIt, decidedByIt));
    }

    private static void assertProblem(String key, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key())
                .isEqualTo(key));
    }

    @Test
    void everyItemIsDecidedOnceWhoeverIsInTheWay() {
        var all = submitted(120);
        var id = prepared(countyHolder, BulkAction.ACCEPT, all);
        var preview = actors.as(countyHolder, () -> bulk.preview(id));
        assertThat(preview.leftOut()).isEmpty();
        assertThat(preview.directDesks()).containsExactlyEntriesOf(java.util.Map.of(county.name(), 120));

        var withdrawn = all.get(3);
        probe.withdraw(withdrawn);
        var decided = all.get(60);
        var other = fixture.newHolder(county);
        actors.as(other, () -> reviews.accept(ProbeSubjects.KIND, decided.id()));
        actors.as(countyHolder, () -> bulk.confirm(id, "  "));
        assertThat(now(countyHolder, id).state()).isEqualTo(BulkState.WINDOW);
        assertThat(now(countyHolder, id).reason()).isNull();
        assertThat(actors.as(countyHolder, () -> bulk.mine()))
                .extracting(BulkOperation::id)
                .contains(id);

        var locked = actors.as(countyHolder, () -> bulk.items(id, null, 49, 1)).get(0);
        var release = new CountDownLatch(1);
        var taken = new CountDownLatch(1);
        var holding = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            subjects.lock(locked.subject());
            taken.countDown();
            awaitQuietly(release);
        }));
        awaitQuietly(taken);
        endWindow(countyHolder, id);
        await().atMost(PATIENCE)
                .until(() -> actors.as(countyHolder, () -> bulk.items(id, null, 0, 1))
                                .get(0)
                                .result()
                        != BulkResult.PENDING);
        release.countDown();
        holding.join();

        var done = done(countyHolder, id);
        assertThat(done.count(BulkResult.DONE)).isEqualTo(118);
        assertThat(subjectsOf(countyHolder, id, BulkResult.WITHDRAWN)).containsExactly(withdrawn.id());
        assertThat(actors.as(countyHolder, () -> bulk.items(id, BulkResult.DECIDED_BY_OTHER, 0, 10)))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.subject()).isEqualTo(decided.id());
                    assertThat(item.said()).isEqualTo(other.loginName());
                    assertThat(item.saidAt()).isNotNull();
                });
        assertAgree(all, id, 118);
        assertThat(all).allSatisfy(subject -> assertThat(probe.waitsAt(subject))
                .isEqualTo(subject.equals(withdrawn) ? null : city.id()));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void isCancelledByAnyHolderOfTheDeskWhileTheWindowIsOpenAndNotAfterwards() {
        var all = submitted(2);
        var id = confirmed(countyHolder, BulkAction.ACCEPT, all, null);
        assertProblem(
                "review.bulk.error.confirmed-already", () -> actors.as(countyHolder, () -> bulk.confirm(id, null)));
        assertProblem("review.bulk.error.unknown", () -> actors.as(cityHolder, () -> bulk.cancel(id)));
        var other = fixture.newHolder(county);
        actors.as(other, () -> bulk.cancel(id));
        var cancelled = now(countyHolder, id);
        assertThat(cancelled.state()).isEqualTo(BulkState.CANCELLED);
        assertThat(cancelled.cancelledBy()).isEqualTo(other.loginName());
        assertThat(all).allSatisfy(subject -> assertThat(probe.waitsAt(subject)).isEqualTo(county.id()));

        var second = confirmed(countyHolder, BulkAction.ACCEPT, all, null);
        endWindow(countyHolder, second);
        assertProblem("review.bulk.error.too-late", () -> actors.as(countyHolder, () -> bulk.cancel(second)));
        done(countyHolder, second);
        assertAgree(all, second, 2);
    }

    @Test
    void onlyWhatWaitsAtADeskOfMineIsTakenAndAPreviewIsSeenByWhoeverPreparedIt() {
        var mine = submitted(2);
        var elsewhere = probe.submitted("330110");
        var id = prepared(countyHolder, BulkAction.ACCEPT, List.of(mine.get(0), mine.get(1), elsewhere));
        assertThat(now(countyHolder, id).size()).isEqualTo(2);
        assertThat(actors.as(countyHolder, () -> bulk.preview(id)).leftOut())
                .containsExactlyEntriesOf(java.util.Map.of(LeftOut.NOT_WAITING, 1));
        var other = fixture.newHolder(county);
        assertThat(actors.as(other, () -> bulk.find(id))).isEmpty();
        assertProblem("review.bulk.error.unknown", () -> actors.as(other, () -> bulk.confirm(id, null)));
        assertProblem("review.bulk.error.unknown", () -> actors.as(cityHolder, () -> bulk.items(id, null, 0, 10)));
        var none = prepared(cityHolder, BulkAction.ACCEPT, mine);
        assertProblem("review.bulk.error.empty", () -> actors.as(cityHolder, () -> bulk.confirm(none, null)));
    }

    @Test
    void stopsWithAClearResultWhenWhoeverConfirmedItHoldsTheDeskNoMore() {
        var all = submitted(2);
        var leaving = fixture.newHolder(county);
        var id = confirmed(leaving, BulkAction.ACCEPT, all, null);
        actors.as(cityHolder, () -> desks.holders(county.id()).stream()
                .filter(holder -> holder.account().equals(leaving.id()))
                .forEach(holder -> desks.release(holder.id())));
        endWindow(countyHolder, id);
        assertThat(done(countyHolder, id).count(BulkResult.NOT_ALLOWED)).isEqualTo(2);
        assertAgree(all, id, 0);
        assertThat(actors.as(leaving, () -> bulk.find(id))).isEmpty();
    }

    @Test
    void aBulkReturnNeedsAReasonAndGivesItToEach() {
        var all = submitted(3);
        var id = prepared(countyHolder, BulkAction.RETURN, all);
        assertProblem("review.error.reason", () -> actors.as(countyHolder, () -> bulk.confirm(id, " ")));
        assertProblem("review.error.reason", () -> actors.as(countyHolder, () -> bulk.confirm(id, "字".repeat(151))));
        actors.as(countyHolder, () -> bulk.confirm(id, "请核对从业人员数"));
        endWindow(countyHolder, id);
        done(countyHolder, id);
        assertThat(all).allSatisfy(subject -> assertThat(record.actions(subject.id()))
                .singleElement()
                .satisfies(action -> assertThat(action.reason()).isEqualTo("请核对从业人员数")));
        assertAgree(all, id, 3);
    }

    @Test
    void twoOverlappingOperationsDecideEachItemOnce() {
        var all = submitted(30);
        var other = fixture.newHolder(county);
        var first = prepared(countyHolder, BulkAction.ACCEPT, all);
        var second = prepared(other, BulkAction.ACCEPT, all);
        actors.as(countyHolder, () -> bulk.confirm(first, null));
        var third = prepared(countyHolder, BulkAction.ACCEPT, all);
        assertThat(actors.as(countyHolder, () -> bulk.preview(third)).leftOut())
                .containsExactlyEntriesOf(java.util.Map.of(LeftOut.IN_OTHER_OPERATION, 30));
        actors.as(other, () -> bulk.confirm(second, null));
        Stream.of(first, second).parallel().forEach(each -> endWindow(countyHolder, each));
        var one = done(countyHolder, first);
        var two = done(countyHolder, second);
        assertThat(one.count(BulkResult.DONE) + two.count(BulkResult.DONE)).isEqualTo(30);
        assertThat(one.count(BulkResult.DECIDED_BY_OTHER) + two.count(BulkResult.DECIDED_BY_OTHER))
                .isEqualTo(30);
        assertAgree(all, first, one.count(BulkResult.DONE));
        assertAgree(all, second, two.count(BulkResult.DONE));
        assertThat(all)
                .allSatisfy(subject -> assertThat(record.actions(subject.id())).hasSize(1));
    }

    @Test
    void oneClickTakesWhatCameFromBelowAndNothingElse() {
        var fromBelow = submitted(2);
        fromBelow.forEach(subject -> actors.as(countyHolder, () -> reviews.accept(ProbeSubjects.KIND, subject.id())));
        var stillBelow = submitted(1);
        var direct = probe.submitted(fixture.freshCounty(city.region()));
        assertThat(probe.waitsAt(direct)).isEqualTo(city.id());

        assertThat(offered(cityHolder, BulkAction.ONE_CLICK)).isFalse();
        assertProblem(
                "review.bulk.error.not-granted",
                () -> actors.as(cityHolder, () -> bulk.prepareGranted(BulkAction.ONE_CLICK, ProbeSubjects.KIND)));
        assertProblem(
                "organization.error.not-yours",
                () -> actors.as(cityHolder, () -> desks.setGrant(city.id(), Desk.ONE_CLICK, true)));
        actors.as(fixture.holder(province), () -> desks.setGrant(city.id(), Desk.ONE_CLICK, true));

        assertThat(offered(cityHolder, BulkAction.ONE_CLICK)).isTrue();
        assertThat(actors.as(cityHolder, () -> bulk.count(BulkAction.ONE_CLICK, ProbeSubjects.KIND)))
                .isEqualTo(2);
        var id = actors.as(cityHolder, () -> bulk.prepareGranted(BulkAction.ONE_CLICK, ProbeSubjects.KIND));
        assertThat(subjectsOf(cityHolder, id, null)).isEqualTo(ids(fromBelow));
        assertThat(actors.as(cityHolder, () -> bulk.preview(id)).leftOut())
                .containsExactlyEntriesOf(java.util.Map.of(LeftOut.NOT_FROM_BELOW, 1));
        actors.as(cityHolder, () -> bulk.confirm(id, null));
        endWindow(cityHolder, id);
        done(cityHolder, id);
        assertThat(fromBelow)
                .allSatisfy(subject -> assertThat(probe.waitsAt(subject)).isEqualTo(province.id()));
        assertThat(probe.waitsAt(stillBelow.get(0))).isEqualTo(county.id());
        assertThat(probe.waitsAt(direct)).isEqualTo(city.id());
        assertAgree(fromBelow, id, 2);
    }

    @Test
    void skipLevelTakesWhatPassedInTheProvinceStraightToTheNation() {
        var skipping = fixture.under(fixture.nation(), DeskLevel.PROVINCE, "64");
        var its = fixture.under(skipping, DeskLevel.CITY, fixture.freshCounty("64"));
        var holder = fixture.holder(skipping);
        var passedOver = fixture.holder(its);
        var passed = probe.submitted(its.region(), Screening.PASSED);
        var atProvince = probe.submitted(its.region(), Screening.PASSED);
        actors.as(passedOver, () -> reviews.accept(ProbeSubjects.KIND, atProvince.id()));
        var failed = probe.submitted(its.region(), Screening.NOT_PASSED);
        var incomparable = probe.submitted(its.region(), Screening.NOT_COMPARABLE);
        var elsewhere = probe.submitted(county.region(), Screening.PASSED);

        var nation = fixture.holder(fixture.nation());
        assertProblem(
                "organization.error.grant-level",
                () -> actors.as(holder, () -> desks.setGrant(its.id(), Desk.SKIP_LEVEL, true)));
        assertThat(offered(holder, BulkAction.SKIP_LEVEL)).isFalse();
        actors.as(nation, () -> desks.setGrant(skipping.id(), Desk.SKIP_LEVEL, true));

        assertThat(actors.as(holder, () -> bulk.count(BulkAction.SKIP_LEVEL, ProbeSubjects.KIND)))
                .isEqualTo(2);
        var id = actors.as(holder, () -> bulk.prepareGranted(BulkAction.SKIP_LEVEL, ProbeSubjects.KIND));
        assertThat(subjectsOf(holder, id, null)).isEqualTo(ids(List.of(passed, atProvince)));
        assertThat(actors.as(holder, () -> bulk.preview(id)).leftOut())
                .isEqualTo(java.util.Map.of(LeftOut.NOT_PASSED, 1, LeftOut.NOT_COMPARABLE, 1));
        actors.as(holder, () -> bulk.confirm(id, null));
        endWindow(holder, id);
        done(holder, id);

        assertThat(List.of(passed, atProvince)).allSatisfy(subject -> {
            assertThat(probe.waitsAt(subject)).isEqualTo(fixture.nation().id());
            var actions = record.actions(subject.id());
            assertThat(actions.get(actions.size() - 1).desk()).isEqualTo(skipping.id());
        });
        assertThat(probe.waitsAt(failed)).isEqualTo(its.id());
        assertThat(probe.waitsAt(incomparable)).isEqualTo(its.id());
        assertThat(probe.waitsAt(elsewhere)).isEqualTo(county.id());
        assertAgree(List.of(passed, atProvince), id, 2);
        assertThat(messages.newest(passedOver.id(), false, 0, 10, Locale.CHINESE))
                .as("one digest for the desk that was passed over")
                .filteredOn(message -> message.text().contains("越级接收"))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains(skipping.name() + "（省级）", "1 份", "说明：无"));
    }

    @Test
    void howManyAtOnceStandsInTheModel() {
        var items = items(submitted(2));
        models.changed(
                "processes/review/bulk-review.bpmn",
                model -> model.replace("\"mostItems\" value=\"20000\"", "\"mostItems\" value=\"1\""),
                () -> {
                    assertProblem(
                            "review.bulk.error.too-many",
                            () -> actors.as(countyHolder, () -> bulk.prepare(BulkAction.ACCEPT, LIST, items)));
                    assertProblem(
                            "review.bulk.error.too-many",
                            () -> actors.as(countyHolder, () -> bulk.prepareMatching(BulkAction.ACCEPT, LIST)));
                    return null;
                });
        assertThat(actors.as(countyHolder, () -> bulk.prepareMatching(BulkAction.ACCEPT, LIST)))
                .isNotNull();
    }

    @Test
    void howLongAPreviewCanBeConfirmedStandsInTheModel() {
        var items = items(submitted(1));
        models.changed(
                "processes/review/bulk-review.bpmn",
                model -> model.replace("\"previewKept\" value=\"PT1H\"", "\"previewKept\" value=\"PT0S\""),
                () -> {
                    var preview = actors.as(countyHolder, () -> bulk.prepare(BulkAction.ACCEPT, LIST, items));
                    assertProblem(
                            "review.bulk.error.preview-old",
                            () -> actors.as(countyHolder, () -> bulk.confirm(preview, "")));
                    return null;
                });
        var preview = actors.as(countyHolder, () -> bulk.prepare(BulkAction.ACCEPT, LIST, items));
        assertThat(actors.as(countyHolder, () -> bulk.preview(preview))).isNotNull();
    }

    private boolean offered(Account who, BulkAction action) {
        return actors.as(who, () -> bulk.offered(action, ProbeSubjects.KIND));
    }
}
