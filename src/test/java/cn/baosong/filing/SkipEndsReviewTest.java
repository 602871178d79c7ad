package cn.baosong.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import cn.baosong.review.ReviewRecord;
import cn.baosong.review.bulk.BulkAction;
import cn.baosong.review.bulk.BulkReviews;
import cn.baosong.review.bulk.BulkState;
import cn.baosong.testing.ModelFixture;
import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A process owner sets {@code skipEndsReview}: what the province skips levels with is accepted for good (REV-06). */
class SkipEndsReviewTest extends FilingScenario {

    private static final String REPORT = "processes/monthly-report/monthly-report.bpmn";

    @Autowired
    private ModelFixture models;

    @Autowired
    private BulkReviews bulk;

    @Autowired
    private Desks posts;

    @Autowired
    private ReviewRecord record;

    @Autowired
    private ProcessEngine engine;

    static String withSkipsThatEnd(String model) {
        return model.replace("name=\"skipEndsReview\" value=\"false\"", "name=\"skipEndsReview\" value=\"true\"");
    }

    @BeforeEach
    void granted() {
        grant(true);
    }

    @AfterEach
    void takenBack() {
        grant(false);
    }

    private void grant(boolean given) {
        actors.as(
                desks.holder(desks.nation()),
                () -> posts.setGrant(desks.zhejiang().id(), Desk.SKIP_LEVEL, given));
    }

    @Test
    void theProvincesSkipIsTheLastAcceptance() {
        var account = fixture.enterprise();
        fixture.accepted(account, MONTH.minusYears(1));
        fixture.accepted(account, MONTH.minusMonths(1));
        var filing = models.changed(
                REPORT,
                SkipEndsReviewTest::withSkipsThatEnd,
                () -> fixture.now(fixture.filled(account, MONTH).id()));
        submit(account, filing);

        var province = desks.holder(desks.zhejiang());
        var id = actors.as(province, () -> bulk.prepareGranted(BulkAction.SKIP_LEVEL, FilingSubjects.KIND));
        actors.as(province, () -> bulk.confirm(id, null));
        var jobs = engine.getManagementService();
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(
                        actors.as(province, () -> bulk.find(id)).orElseThrow().processInstance())
                .timers()
                .singleResult()
                .getId());
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        actors.as(province, () -> bulk.find(id)).orElseThrow().state() == BulkState.DONE);

        assertThat(fixture.now(filing.id()).status()).isEqualTo(FilingStatus.ACCEPTED);
        assertThat(waitsAt(filing)).isNull();
        assertThat(record.actions(filing.id())).singleElement().satisfies(action -> assertThat(action.desk())
                .isEqualTo(desks.zhejiang().id()));
    }
}
