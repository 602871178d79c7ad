package cn.baosong.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.Account;
import cn.baosong.engine.Flow;
import cn.baosong.engine.Step;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.filing.repository.KeyFieldChangeRepository;
import cn.baosong.review.ReviewProcess;
import cn.baosong.testing.Drawn;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.ModelFixture;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Drawings of a process owner that leave out what must not be left out: they stop, and forge nothing. */
class HostileReportModelTest extends FilingScenario {

    private static final String REPORT = "processes/monthly-report/monthly-report.bpmn";
    private static final String CHANGE = "processes/monthly-report/key-field-change.bpmn";
    private static final String REVIEW = "processes/review/multi-level-review.bpmn";
    private static final String CHANGE_KIND = "key-field-change";

    @Autowired
    private ModelFixture models;

    @Autowired
    private FilingSteps steps;

    @Autowired
    private KeyFieldChangeSteps changeSteps;

    @Autowired
    private KeyFieldChangeRepository changes;

    @Autowired
    private Periods periods;

    @Autowired
    private FilingRepository repository;

    @Autowired
    private Flow flow;

    @Autowired
    private TransactionTemplate transaction;

    private Account account;

    @BeforeEach
    void anEnterprise() {
        account = fixture.enterprise();
    }

    /** Opens and fills in a report while the arrow {@code flow} leads to {@code target}. */
    private Filing drawn(String file, String flow, String target) {
        return models.changed(
                file,
                model -> model.replaceAll(
                        "(<bpmn:sequenceFlow id=\"" + flow + "\"[^>]*targetRef=\")[^\"]*", "$1" + target),
                () -> fixture.now(fixture.filled(account, MONTH).id()));
    }

    private void acceptUpTo(Filing filing) {
        for (var desk : List.of(desks.yuhang(), desks.hangzhou(), desks.zhejiang())) {
            fixture.acceptAt(desk, filing);
        }
    }

    @Test
    void withoutTheCheckNothingIsSealed() {
        var filing = drawn(REPORT, "key-fields-changed-to-check-filing", "seal-version");
        var missing = new HashMap<String, Object>();
        missing.put("revenue.cumulative", null);
        type(account, filing, FilingFixture.INDICATORS, missing);

        assertProblem("filing.error.check", () -> submit(account, filing));

        assertUntouched(filing);
    }

    /** The check may be left out of the drawing; sealing checks by itself. */
    @Test
    void withoutTheCheckWhatIsRightIsSealed() {
        var filing = drawn(REPORT, "key-fields-changed-to-check-filing", "seal-version");
        assertThat(submit(account, filing).passed()).isTrue();
        assertThat(path(filing)).containsExactly(FilingStatus.UNDER_REVIEW);
    }

    @Test
    void changedKeyFieldsAreNotSealedEvenIfNobodyCompares() {
        var filing = drawn(REPORT, "fill-report-to-compare-key-fields", "seal-version");
        type(account, filing, FilingFixture.BASIC, Map.of("industry", "6513"));

        assertProblem("filing.error.check", () -> actors.as(account, () -> filings.freeze(filing.id())));

        assertUntouched(filing);
        assertThat(enterpriseOf(account).industry()).isEqualTo("3489");
    }

    private void assertUntouched(Filing filing) {
        assertThat(fixture.now(filing.id())).isEqualTo(filing);
        assertThat(path(filing)).isEmpty();
        assertThat(waitsAt(filing)).isNull();
    }

    @Test
    void withoutAReviewNothingIsAccepted() {
        var filing = drawn(REPORT, "seal-version-to-review-report", "record-acceptance");

        assertThatThrownBy(() -> submit(account, filing)).hasStackTraceContaining("nobody has reviewed");

        assertUntouched(filing);
        assertThat(facts(filing)).isZero();
    }

    /** The model lets a skip of levels end the review; the platform lets only the granted province make it. */
    @Test
    void aSkipNobodyWasGrantedToMakeEndsNoReview() {
        var filing = models.changed(
                REPORT,
                SkipEndsReviewTest::withSkipsThatEnd,
                () -> fixture.now(fixture.filled(account, MONTH).id()));
        submit(account, filing);
        acceptUpTo(filing);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    repository.lock(filing.id());
                    flow.send(ReviewProcess.SKIP_LEVEL, filing.id());
                }))
                .hasStackTraceContaining("the review ended before its chain did");

        assertStillWaitsAt(filing, desks.nation().id());
    }

    @Test
    void whatWasReturnedIsNotAccepted() {
        var filing = drawn(REPORT, "review-outcome-to-return-filing", "record-acceptance");
        submit(account, filing);

        assertThatThrownBy(() -> fixture.returnAt(desks.yuhang(), filing, "请核对"))
                .hasStackTraceContaining("did not decide ACCEPTED");

        assertStillWaitsAt(filing, desks.yuhang().id());
    }

    @Test
    void whatWasAcceptedIsNotReturned() {
        var filing = drawn(REPORT, "review-outcome-to-record-acceptance", "return-filing");
        submit(account, filing);
        acceptUpTo(filing);

        assertThatThrownBy(() -> fixture.acceptAt(desks.nation(), filing))
                .hasStackTraceContaining("did not decide RETURNED");

        assertStillWaitsAt(filing, desks.nation().id());
    }

    @Test
    void whatWasAcceptedIsNotWithdrawn() {
        var filing = drawn(REPORT, "review-outcome-to-record-acceptance", "withdraw-filing");
        submit(account, filing);
        acceptUpTo(filing);

        assertThatThrownBy(() -> fixture.acceptAt(desks.nation(), filing))
                .hasStackTraceContaining("a reviewer has acted");

        assertStillWaitsAt(filing, desks.nation().id());
    }

    @Test
    void aChainThatIsCutShortAcceptsNothing() {
        var filing = drawn(REVIEW, "at-chain-end-to-assign-superior-desk", "record-accepted");
        submit(account, filing);

        assertThatThrownBy(() -> fixture.acceptAt(desks.yuhang(), filing))
                .hasStackTraceContaining("the review ended before its chain did");

        assertStillWaitsAt(filing, desks.yuhang().id());
    }

    private void assertStillWaitsAt(Filing filing, UUID desk) {
        assertThat(path(filing)).containsExactly(FilingStatus.UNDER_REVIEW);
        assertThat(waitsAt(filing)).isEqualTo(desk);
        assertThat(facts(filing)).isZero();
    }

    @Test
    void aReturnedChangeIsNotPutInForce() {
        var filing = drawn(CHANGE, "change-accepted-to-change-not-in-force", "change-in-force");
        type(account, filing, FilingFixture.BASIC, Map.of("industry", "6513"));
        actors.as(account, () -> filings.freeze(filing.id()));

        assertThatThrownBy(() -> actors.as(
                        desks.holder(desks.nation()), () -> reviews.sendBack(CHANGE_KIND, filing.id(), "请先变更登记")))
                .hasStackTraceContaining("the change was returned");

        assertThat(path(filing)).containsExactly(FilingStatus.FROZEN);
        assertThat(waitsAt(filing)).isEqualTo(desks.nation().id());
        assertThat(changes.newest(filing.id()).orElseThrow().state()).isEqualTo(KeyFieldChange.State.WAITING);
        assertThat(enterpriseOf(account).industry()).isEqualTo("3489");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkFiling",
                "compareKeyFields",
                "sealVersion",
                "recordAcceptance",
                "returnFiling",
                "withdrawFiling",
                "notifyFiler",
                "freezeFiling",
                "applyKeyFieldChange",
                "returnKeyFieldChange",
                "assignSeniorDesk"
            })
    void aForgedProcessWithTheSameKeyMovesNothing(String delegate) {
        var filing = fixture.submitted(account, MONTH);
        engine.getRepositoryService()
                .createDeployment()
                .addString("forged-report.bpmn", Drawn.complete(forged(delegate)))
                .deploy();

        assertThatThrownBy(() -> engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                "forged-report", filing.id().toString(), Map.of("subjectKind", (Object)
                                        FilingSubjects.KIND)))
                .hasStackTraceContaining("does not belong to");

        assertThat(fixture.now(filing.id())).isEqualTo(filing);
        assertStillWaitsAt(filing, desks.yuhang().id());
    }

    private static String forged(String delegate) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    id="definitions" targetNamespace="http://baosong.cn/test">
                  <bpmn:process id="forged-report" name="伪造" isExecutable="true" camunda:historyTimeToLive="P30D">
                    <bpmn:startEvent id="started" />
                    <bpmn:sequenceFlow id="to-task" sourceRef="started" targetRef="task" />
                    <bpmn:serviceTask id="task" camunda:delegateExpression="${%s}" />
                    <bpmn:sequenceFlow id="to-end" sourceRef="task" targetRef="done" />
                    <bpmn:endEvent id="done" />
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(delegate);
    }

    @Test
    void withoutAStepNothingMoves() {
        var filing = fixture.submitted(account, MONTH);
        var at = Instant.parse("2026-01-01T00:00:00Z");
        Step none = null;
        var id = filing.id();
        for (var attempt : List.<Runnable>of(
                () -> repository.accept(none, id, at),
                () -> repository.sendBack(none, id, "x", at),
                () -> repository.withdraw(none, id, at),
                () -> repository.freeze(none, id, at),
                () -> repository.unfreeze(none, id, at),
                () -> repository.thaw(none, id, at),
                () -> steps.seal(none),
                () -> steps.accept(none),
                () -> steps.sendBack(none),
                () -> steps.withdraw(none),
                () -> changeSteps.freeze(none),
                () -> changeSteps.apply(none),
                () -> changeSteps.sendBack(none),
                () -> periods.open(none))) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> attempt.run()))
                    .isInstanceOf(NullPointerException.class);
        }
        assertThatThrownBy(() -> steps.accept(none)).isInstanceOf(IllegalTransactionStateException.class);
        assertThat(fixture.now(id)).isEqualTo(filing);
        assertStillWaitsAt(filing, desks.yuhang().id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE filing_step SET status = 'ACCEPTED'",
                "DELETE FROM filing_step",
                "TRUNCATE filing_step",
                "TRUNCATE filing CASCADE"
            })
    void theApplicationsRoleIsRefused(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update()).hasStackTraceContaining("permission denied");
    }

    private int facts(Filing filing) {
        return jdbc.sql("SELECT count(*) FROM fact WHERE enterprise_id = :enterprise AND month = :month")
                .param("enterprise", filing.enterprise())
                .param("month", filing.month().atDay(1))
                .query(Integer.class)
                .single();
    }
}
