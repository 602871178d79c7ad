package cn.baosong.review.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.baosong.account.Account;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskLevel;
import cn.baosong.organization.Desks;
import cn.baosong.review.InboxAddress;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.ReviewRecord;
import cn.baosong.review.Reviews;
import cn.baosong.review.Subject;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.ModelFixture;
import cn.baosong.testing.OwnerSql;
import cn.baosong.testing.ProbeSubjects;
import cn.baosong.testing.ReviewProbe;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much one bulk operation takes, and what becomes of a chunk that loses the database. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BulkChunksTest {

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
    private Reviews reviews;

    @Autowired
    private ReviewRecord record;

    @Autowired
    private BulkReviews bulk;

    @Autowired
    private ModelFixture models;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient jdbc;

    private Desk province;
    private Desk city;
    private Desk county;
    private Account cityHolder;
    private Account countyHolder;

    /** A city and a county of this test's own, below 云南省. */
    @BeforeEach
    void setUpDesks() {
        province = fixture.under(fixture.nation(), DeskLevel.PROVINCE, "53");
        city = fixture.under(province, DeskLevel.CITY, fixture.freshCounty("53"));
        county = fixture.under(city, DeskLevel.COUNTY, fixture.freshCounty(city.region()));
        cityHolder = fixture.holder(city);
        countyHolder = fixture.holder(county);
    }

    @AfterEach
    void goOn() {
        engine.getManagementService().activateJobDefinitionByProcessDefinitionKey(BulkProcess.CHUNK, true);
    }

    private List<Subject> submitted(int number) {
        return Stream.generate(() -> probe.submitted(county.region()))
                .limit(number)
                .toList();
    }

    /** Confirmed, and the time to cancel it is over. */
    private void confirm(Account who, UUID id) {
        actors.as(who, () -> bulk.confirm(id, null));
        var management = engine.getManagementService();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(now(who, id).processInstance())
                .timers()
                .singleResult()
                .getId());
    }

    private BulkOperation now(Account who, UUID id) {
        return actors.as(who, () -> bulk.find(id)).orElseThrow();
    }

    private void done(Account who, UUID id) {
        await().atMost(Duration.ofMinutes(1)).until(() -> now(who, id).state() == BulkState.DONE);
    }

    private List<UUID> subjects(Account who, UUID id) {
        return actors.as(who, () -> bulk.items(id, null, 0, 100)).stream()
                .map(BulkItem::subject)
                .toList();
    }

    @Test
    void whatIsTooMuchForOneClickStaysForTheNext() {
        var all = submitted(3);
        all.forEach(subject -> actors.as(countyHolder, () -> reviews.accept(ProbeSubjects.KIND, subject.id())));
        actors.as(fixture.holder(province), () -> desks.setGrant(city.id(), Desk.ONE_CLICK, true));
        models.changed(
                "processes/review/bulk-review.bpmn",
                model -> model.replace("\"mostItems\" value=\"20000\"", "\"mostItems\" value=\"2\""),
                () -> {
                    var first = oneClick();
                    assertThat(subjects(cityHolder, first))
                            .as("who waits longest")
                            .containsExactlyInAnyOrder(
                                    all.get(0).id(), all.get(1).id());
                    assertThat(leftOut(first)).isEqualTo(Map.of(LeftOut.NEXT_TIME, 1));
                    confirm(cityHolder, first);
                    done(cityHolder, first);

                    var second = oneClick();
                    assertThat(subjects(cityHolder, second))
                            .containsExactly(all.get(2).id());
                    assertThat(leftOut(second)).isEmpty();
                    return null;
                });
        assertThat(all.stream().map(probe::waitsAt)).containsExactly(province.id(), province.id(), city.id());
    }

    private UUID oneClick() {
        return actors.as(cityHolder, () -> bulk.prepareGranted(BulkAction.ONE_CLICK, ProbeSubjects.KIND));
    }

    private Map<LeftOut, Integer> leftOut(UUID id) {
        return actors.as(cityHolder, () -> bulk.preview(id)).leftOut();
    }

    /** The database is away while the chunk is decided together: nothing of it has moved, and the engine tries again. */
    @Test
    void aChunkThatLosesTheDatabaseIsDecidedAgainAsAWhole() {
        var all = submitted(3);
        var id = waitingChunk(all);
        var last = subjects(countyHolder, id).get(2);

        OwnerSql.refusing("review_action", "NEW.subject_id = '" + last + "'", "57P01", () -> assertThatThrownBy(
                        () -> decideChunk(id))
                .isInstanceOf(RuntimeException.class));

        assertThat(now(countyHolder, id).results()).isEqualTo(Map.of(BulkResult.PENDING, 3));
        assertThat(all).allSatisfy(subject -> assertThat(probe.waitsAt(subject)).isEqualTo(county.id()));
        decideChunk(id);
        done(countyHolder, id);
        assertThat(now(countyHolder, id).results()).isEqualTo(Map.of(BulkResult.DONE, 3));
        assertOnce(all);
    }

    /** It is away in the middle, when the chunk goes item by item: what is decided stands, only the rest is tried again. */
    @Test
    void whatWasDecidedBeforeTheDatabaseWasLostStands() {
        var all = submitted(3);
        var id = waitingChunk(all);
        var inOrder = subjects(countyHolder, id);

        refusing(inOrder.get(1), inOrder.get(2), () -> assertThatThrownBy(() -> decideChunk(id))
                .isInstanceOf(RuntimeException.class));

        assertThat(now(countyHolder, id).results())
                .isEqualTo(Map.of(BulkResult.DONE, 1, BulkResult.FAILED, 1, BulkResult.PENDING, 1));
        decideChunk(id);
        done(countyHolder, id);
        assertThat(now(countyHolder, id).results()).isEqualTo(Map.of(BulkResult.DONE, 2, BulkResult.FAILED, 1));
        var moved = all.stream()
                .filter(subject -> !subject.id().equals(inOrder.get(1)))
                .toList();
        assertOnce(moved);
        assertThat(all).filteredOn(subject -> !moved.contains(subject)).allSatisfy(subject -> {
            assertThat(probe.waitsAt(subject)).isEqualTo(county.id());
            assertThat(record.actions(subject.id())).isEmpty();
        });
    }

    /** @return an operation whose one chunk is decided by {@link #decideChunk} alone */
    private UUID waitingChunk(List<Subject> all) {
        engine.getManagementService().suspendJobDefinitionByProcessDefinitionKey(BulkProcess.CHUNK, true);
        var items = all.stream()
                .map(subject -> record.waiting(subject.id()).orElseThrow().id())
                .collect(Collectors.toSet());
        var id = actors.as(countyHolder, () -> bulk.prepare(BulkAction.ACCEPT, LIST, items));
        confirm(countyHolder, id);
        return id;
    }

    private void decideChunk(UUID operation) {
        var instance = jdbc.sql("SELECT process_instance FROM bulk_chunk WHERE operation_id = :id")
                .param("id", operation)
                .query(String.class)
                .single();
        var management = engine.getManagementService();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId());
    }

    /** While some work is done, one subject cannot be decided, and the database goes away when another one is. */
    private static void refusing(UUID failing, UUID cutting, Runnable work) {
        OwnerSql.run("""
                CREATE FUNCTION refuse_or_cut() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NEW.subject_id = '%s' THEN RAISE EXCEPTION 'refused' USING ERRCODE = 'P0001'; END IF;
                    IF NEW.subject_id = '%s' THEN RAISE EXCEPTION 'cut off' USING ERRCODE = '57P01'; END IF;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER refuse_or_cut BEFORE INSERT ON review_action
                    FOR EACH ROW EXECUTE FUNCTION refuse_or_cut()
                """.formatted(failing, cutting));
        try {
            work.run();
        } finally {
            OwnerSql.run("DROP TRIGGER refuse_or_cut ON review_action; DROP FUNCTION refuse_or_cut()");
        }
    }

    /** Each went one desk up, by one decision. */
    private void assertOnce(Collection<Subject> decided) {
        assertThat(decided).allSatisfy(subject -> {
            assertThat(probe.waitsAt(subject)).isEqualTo(city.id());
            assertThat(record.actions(subject.id())).hasSize(1);
        });
    }
}
