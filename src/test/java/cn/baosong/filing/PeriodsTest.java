package cn.baosong.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import cn.baosong.common.PlatformTime;
import cn.baosong.engine.Flow;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.engine.Step;
import cn.baosong.filing.repository.PeriodRepository;
import cn.baosong.testing.ModelFixture;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Report months (MON-01, 02, 05; GAP-09), and the model {@code open-period} that opens them. */
class PeriodsTest extends FilingScenario {

    private static final String MODEL = "processes/monthly-report/monthly-report.bpmn";

    @Autowired
    private Periods periods;

    @Autowired
    private PeriodRepository table;

    @Autowired
    private Schemes schemes;

    @Autowired
    private SchemeRevisions revisions;

    @Autowired
    private ModelFixture models;

    @Autowired
    private Flow flow;

    @Autowired
    private Clock clock;

    @Autowired
    private TransactionTemplate transaction;

    /** Everything of the act is taken back, so that other tests see only months that have passed. */
    private <T> T undone(Supplier<T> act) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return act.get();
        });
    }

    private Periods at(String instant) {
        return new Periods(table, schemes, revisions, Clock.fixed(Instant.parse(instant), PlatformTime.ZONE));
    }

    private static Step step() {
        return mock(Step.class);
    }

    @Test
    void everyMonthFromTheFirstToTheOneBeforeTodaysIsOpen() {
        var open = periods.all(Filings.SCHEME).stream()
                .map(Period::month)
                .filter(month -> !month.isBefore(YearMonth.of(2019, 1)))
                .sorted()
                .toList();
        var last = YearMonth.now(clock).minusMonths(1);
        assertThat(open.get(0)).isEqualTo(YearMonth.of(2019, 1));
        assertThat(open.get(open.size() - 1)).isEqualTo(last);
        for (var i = 1; i < open.size(); i++) {
            assertThat(open.get(i)).isEqualTo(open.get(i - 1).plusMonths(1));
        }
        assertThat(periods.find(Filings.SCHEME, last.plusMonths(1))).isEmpty();
    }

    @Test
    void openingThemAgainChangesNothing() {
        var before = periods.all(Filings.SCHEME);
        flow.startSweep(FilingProcess.OPEN_PERIOD);
        flow.startSweep(FilingProcess.OPEN_PERIOD);
        assertThat(periods.all(Filings.SCHEME)).isEqualTo(before);
        var ended = engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(FilingProcess.OPEN_PERIOD)
                .finished()
                .list();
        assertThat(ended).isNotEmpty();
        assertThat(engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(ended.get(0).getId())
                        .list())
                .extracting("activityId")
                .containsExactlyInAnyOrder("month-begun", "open-months", "months-opened");
    }

    @Test
    void theTimerWaitsForTheFirstOfTheMonth() {
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processDefinitionKey(FilingProcess.OPEN_PERIOD)
                        .timers()
                        .list())
                .singleElement()
                .satisfies(job -> {
                    var due = job.getDuedate().toInstant().atZone(PlatformTime.ZONE);
                    assertThat(due.getDayOfMonth()).isEqualTo(1);
                    assertThat(due.toLocalTime()).isEqualTo(LocalTime.of(0, 5));
                    assertThat(due.toInstant()).isAfter(clock.instant());
                });
    }

    /** Midnight of the platform is four in the afternoon of the day before in UTC. */
    @ParameterizedTest
    @CsvSource({
        "2025-12-31T15:59:59Z, 2025-11",
        "2025-12-31T16:00:00Z, 2025-12",
        "2026-01-01T00:00:00Z, 2025-12",
        "2026-01-31T15:59:59Z, 2025-12",
        "2026-01-31T16:05:00Z, 2026-01",
        "2024-02-29T15:59:59Z, 2024-01",
        "2024-02-29T16:00:00Z, 2024-02"
    })
    void theMonthTurnsAtMidnightOfThePlatform(String instant, YearMonth current) {
        assertThat(at(instant).current()).isEqualTo(current);
    }

    @Test
    void aMonthOpensWhenItsTurnComes() {
        var month = YearMonth.of(2031, 12);
        var before = undone(() -> {
            at("2031-12-31T15:59:59Z").open(step());
            return table.find(Filings.SCHEME, month);
        });
        assertThat(before).isEmpty();
        var after = undone(() -> {
            at("2031-12-31T16:05:00Z").open(step());
            return table.find(Filings.SCHEME, month);
        });
        assertThat(after).contains(new Period(Filings.SCHEME, month, LocalDate.of(2032, 1, 20), null));
    }

    @ParameterizedTest
    @CsvSource({"2031-01, 2031-02-28", "2032-01, 2032-02-29", "2031-03, 2031-04-30", "2031-04, 2031-05-31"})
    void aDueDayThatAMonthLacksIsItsLastDay(YearMonth month, LocalDate due) {
        var period = models.changed(
                MODEL,
                model -> model.replace("name=\"dueDay\" value=\"20\"", "name=\"dueDay\" value=\"31\""),
                () -> undone(() -> {
                    at("2032-06-01T00:00:00Z").open(step());
                    return table.find(Filings.SCHEME, month);
                }));
        assertThat(period).map(Period::dueOn).contains(due);
    }

    @Test
    void monthsCloseWhereTheModelSaysSo() {
        var month = YearMonth.of(2031, 11);
        var period = models.changed(
                        MODEL,
                        model -> model.replace(
                                "<camunda:property name=\"dueDay\" value=\"20\" />",
                                "<camunda:property name=\"dueDay\" value=\"20\" />"
                                        + "<camunda:property name=\"closesAfterMonths\" value=\"2\" />"),
                        () -> undone(() -> {
                            at("2031-12-15T00:00:00Z").open(step());
                            return table.find(Filings.SCHEME, month);
                        }))
                .orElseThrow();
        assertThat(period.closesOn()).isEqualTo(LocalDate.of(2032, 2, 1));
        assertThat(period.closed(LocalDate.of(2032, 1, 31))).isFalse();
        assertThat(period.closed(LocalDate.of(2032, 2, 1))).isTrue();
    }

    @Test
    void aClosedMonthIsNotFiled() {
        var account = fixture.enterprise();
        var month = YearMonth.of(2015, 5);
        undone(() -> {
            table.insert(
                    new Period(Filings.SCHEME, month, LocalDate.of(2015, 6, 20), LocalDate.of(2015, 7, 1)),
                    clock.instant());
            assertProblem(
                    "filing.error.closed", () -> actors.as(account, () -> filings.open(ReportTask.monthly(month))));
            return null;
        });
        assertThat(table.find(Filings.SCHEME, month)).isEmpty();
    }
}
