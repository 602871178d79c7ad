package cn.baosong.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.baosong.account.Account;
import cn.baosong.check.Severity;
import cn.baosong.common.Problem;
import cn.baosong.form.FormValidator.Mode;
import cn.baosong.review.Screening;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.Together;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** The scenarios of {@code monthly-report}, told through the services. */
class FilingFlowTest extends FilingScenario {

    private Account account;

    @BeforeEach
    void anEnterprise() {
        account = fixture.enterprise();
    }

    @Test
    void aReportGoesUpToTheNation() {
        var filing = fixture.submitted(account, MONTH);
        var process = process(filing);
        assertThat(process).isWaitingAt("review-report");
        assertThat(filing.status()).isEqualTo(FilingStatus.UNDER_REVIEW);
        assertThat(filing.versions()).isEqualTo(1);
        assertThat(filing.late()).isTrue();
        assertThat(filing.screening()).isEqualTo(Screening.NOT_COMPARABLE);
        assertThat(waitsAt(filing)).isEqualTo(desks.yuhang().id());

        for (var desk : List.of(desks.yuhang(), desks.hangzhou(), desks.zhejiang())) {
            fixture.acceptAt(desk, filing);
            assertThat(status(filing)).isEqualTo(FilingStatus.UNDER_REVIEW);
        }
        assertThat(waitsAt(filing)).isEqualTo(desks.nation().id());
        fixture.acceptAt(desks.nation(), filing);

        assertThat(path(filing)).containsExactly(FilingStatus.UNDER_REVIEW, FilingStatus.ACCEPTED);
        assertThat(process)
                .hasPassedInOrder(
                        "fill-report",
                        "compare-key-fields",
                        "check-filing",
                        "seal-version",
                        "review-report",
                        "record-acceptance",
                        "notify-accepted",
                        "report-accepted")
                .isEnded();
        assertThat(facts(filing)).containsEntry("revenue", "800").containsEntry("totalAssets", "8000");
    }

    private Map<String, String> facts(Filing filing) {
        var facts = new HashMap<String, String>();
        jdbc.sql(
                        "SELECT field, c2 FROM fact WHERE form = 'economic-indicators' AND enterprise_id = :enterprise AND month = :month")
                .param("enterprise", filing.enterprise())
                .param("month", filing.month().atDay(1))
                .query(row -> {
                    facts.put(row.getString(1), row.getBigDecimal(2).toPlainString());
                });
        return facts;
    }

    @Test
    void whatFailsTheCheckStaysWithTheEnterprise() {
        var filing = fixture.filled(account, MONTH);
        var changed = new HashMap<String, Object>();
        changed.put("revenue.cumulative", null);
        type(account, filing, FilingFixture.INDICATORS, changed);

        var check = submit(account, filing);

        assertThat(check.passed()).isFalse();
        assertThat(check.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.MANDATORY);
            assertThat(finding.form()).isEqualTo(FilingFixture.INDICATORS);
            assertThat(finding.fields()).containsExactly("revenue.cumulative");
        });
        assertThat(process(filing))
                .isWaitingAt("fill-report")
                .hasPassed("check-filing")
                .hasNotPassed("seal-version");
        assertThat(path(filing)).isEmpty();
    }

    @Test
    void savingDoesNotAskForWhatIsMissing() {
        var filing = actors.as(account, () -> filings.open(ReportTask.monthly(MONTH)));
        var check = actors.as(account, () -> filings.check(filing.id(), Mode.SAVE));
        assertThat(check.findings()).isEmpty();
        assertThat(check.problems().values())
                .allSatisfy(problems -> assertThat(problems).isEmpty());
        type(account, filing, FilingFixture.INDICATORS, Map.of("revenue.cumulative", "-1"));
        assertThat(actors.as(account, () -> filings.check(filing.id(), Mode.SAVE))
                        .findings())
                .extracting(FilingFinding::severity)
                .containsExactly(Severity.MANDATORY);
    }

    @Test
    void aWarningNeedsAnExplanationThatSaysSomething() {
        var filing = fixture.filled(account, MONTH);
        type(account, filing, FilingFixture.INDICATORS, Map.of("revenue.lastYearCumulative", "1"));
        var check = submit(account, filing);
        assertThat(check.passed()).isFalse();
        var warning = check.findings().get(0);
        assertThat(warning.severity()).isEqualTo(Severity.WARNING);

        assertProblem("filing.error.explanation.says-nothing", () -> explain(filing, warning, "好好好好"));
        assertProblem("filing.error.explanation.empty", () -> explain(filing, warning, "。。！"));
        assertProblem("filing.error.explanation.rule-words", () -> explain(filing, warning, warning.message()));
        assertProblem("filing.error.explanation.long", () -> explain(filing, warning, "甲乙".repeat(101)));
        assertThat(submit(account, filing).passed()).isFalse();

        explain(filing, warning, "上年同期停产检修");
        assertThat(submit(account, filing).passed()).isTrue();
        assertThat(fixture.now(filing.id()).screening()).isEqualTo(Screening.NOT_PASSED);
        assertThat(fixture.now(filing.id()).findings())
                .extracting(FilingFinding::explanation)
                .containsExactly("上年同期停产检修");
    }

    private void explain(Filing filing, FilingFinding warning, String text) {
        actors.as(account, () -> filings.explain(filing.id(), warning.rule(), text));
    }

    @Test
    void aReturnedReportIsCorrectedAndGoesToTheDirectDeskAgain() {
        var filing = fixture.submitted(account, MONTH);
        fixture.acceptAt(desks.yuhang(), filing);
        fixture.returnAt(desks.hangzhou(), filing, "营业收入与上月相差太大");

        assertThat(status(filing)).isEqualTo(FilingStatus.RETURNED);
        assertThat(fixture.now(filing.id()).returnReason()).isEqualTo("营业收入与上月相差太大");
        assertThat(process(filing)).isWaitingAt("fill-report").hasPassed("return-filing", "notify-returned");

        type(account, filing, FilingFixture.INDICATORS, Map.of("revenue.cumulative", "801"));
        assertThat(submit(account, filing).passed()).isTrue();
        assertThat(waitsAt(filing)).isEqualTo(desks.yuhang().id());
        assertThat(fixture.now(filing.id()).versions()).isEqualTo(2);
        assertThat(fixture.now(filing.id()).returnReason()).isNull();
    }

    @Test
    void whatNobodyHasSeenCanBeWithdrawn() {
        var filing = fixture.submitted(account, MONTH);
        actors.as(account, () -> filings.withdraw(filing.id()));

        assertThat(path(filing)).containsExactly(FilingStatus.UNDER_REVIEW, FilingStatus.EDITING);
        assertThat(waitsAt(filing)).isNull();
        assertThat(process(filing)).isWaitingAt("fill-report").hasPassed("withdraw-filing");
        assertProblem("filing.withdraw.not-waiting", () -> actors.as(account, () -> filings.withdraw(filing.id())));
        assertThat(submit(account, filing).passed()).isTrue();
    }

    @Test
    void whatAReviewerHasActedOnCannot() {
        var filing = fixture.submitted(account, MONTH);
        fixture.acceptAt(desks.yuhang(), filing);
        assertProblem("filing.withdraw.acted", () -> actors.as(account, () -> filings.withdraw(filing.id())));
        assertThat(waitsAt(filing)).isEqualTo(desks.hangzhou().id());
    }

    @Test
    void aWithdrawalAgainstAnAcceptanceHasOneWinner() throws InterruptedException {
        for (var round = 0; round < 6; round++) {
            var filing = fixture.submitted(account, MONTH.plusMonths(round));
            var reviewer = desks.holder(desks.yuhang());
            var turn = new AtomicInteger();
            var outcomes = Together.run(2, () -> {
                if (turn.getAndIncrement() == 0) {
                    actors.as(account, () -> filings.withdraw(filing.id()));
                } else {
                    actors.as(reviewer, () -> reviews.accept("filing", filing.id()));
                }
                return "done";
            });
            assertThat(outcomes).containsOnlyOnce("done");
            assertThat(outcomes)
                    .filteredOn(outcome -> !"done".equals(outcome))
                    .singleElement()
                    .isInstanceOf(Problem.class);
            var waits = waitsAt(filing);
            assertThat(
                            status(filing) == FilingStatus.EDITING
                                    ? waits == null
                                    : waits.equals(desks.hangzhou().id()))
                    .isTrue();
        }
    }

    @Test
    void twoWindowsOpenOneReport() throws InterruptedException {
        var outcomes = Together.run(
                4,
                () -> actors.as(
                        account, () -> filings.open(ReportTask.monthly(MONTH)).id()));
        assertThat(outcomes.stream().distinct()).hasSize(1);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(outcomes.get(0).toString())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void onlyMonthsThatAreOpenCanBeFiled() {
        assertProblem(
                "filing.error.no-period",
                () -> actors.as(account, () -> filings.open(ReportTask.monthly(YearMonth.of(2018, 12)))));
        assertProblem(
                "filing.error.no-period",
                () -> actors.as(
                        account,
                        () -> filings.open(ReportTask.monthly(YearMonth.now().plusMonths(1)))));
    }

    @Test
    void nobodyReachesTheReportOfAnother() {
        var filing = fixture.filled(account, MONTH);
        var stranger = fixture.enterprise();
        assertProblem("filing.error.not-found", () -> actors.as(stranger, () -> filings.get(filing.id())));
        assertProblem("filing.error.not-found", () -> submit(stranger, filing));
        assertProblem(
                "filing.error.not-found",
                () -> type(stranger, filing, FilingFixture.INDICATORS, Map.of("revenue.cumulative", "1")));
        assertThatThrownBy(() -> actors.as(desks.holder(desks.yuhang()), () -> filings.get(filing.id())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatIsUnderReviewCannotBeChanged() {
        var filing = fixture.submitted(account, MONTH);
        assertProblem(
                "filing.error.not-editable",
                () -> type(account, filing, FilingFixture.INDICATORS, Map.of("revenue.cumulative", "1")));
        assertProblem("filing.error.not-editable", () -> submit(account, filing));
    }

    @Test
    void theNextMonthBeginsWithWhatIsKnown() {
        fixture.accepted(account, MONTH);
        var next = actors.as(account, () -> filings.open(ReportTask.monthly(MONTH.plusMonths(1))));
        var yearOn = actors.as(account, () -> filings.open(ReportTask.monthly(MONTH.plusYears(1))));
        assertThat(draft(next, FilingFixture.BASIC))
                .containsEntry("filler", "孙丙")
                .containsEntry("name", enterpriseOf(account).name());
        assertThat(draft(next, FilingFixture.INDICATORS)).isEmpty();
        assertThat(draft(yearOn, FilingFixture.INDICATORS))
                .containsEntry("revenue.lastYearCumulative", 800)
                .doesNotContainKey("revenue.cumulative");
    }

    private Map<String, Object> draft(Filing filing, String form) {
        return views.draft(
                filing,
                views.forms(filing).stream()
                        .filter(found -> found.id().equals(form))
                        .findFirst()
                        .orElseThrow());
    }

    @Autowired
    private FilingViews views;

    @Test
    void figuresAreComparedWithAcceptedReportsOnly() {
        fixture.submitted(account, MONTH.minusMonths(1));
        var filing = fixture.filled(account, MONTH);
        type(account, filing, FilingFixture.INDICATORS, Map.of("grossOutput.cumulative", "999"));
        assertThat(submit(account, filing).passed())
                .as("last month waits for review, so there is nothing to compare with")
                .isTrue();
    }
}
