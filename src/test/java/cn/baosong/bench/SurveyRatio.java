package cn.baosong.bench;

import cn.baosong.account.Account;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingViews;
import cn.baosong.filing.Filings;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.TaskApplications;
import cn.baosong.testing.Actors;
import cn.baosong.testing.FilingFixture;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Submitting a filing of the software survey, which is files alone, divided by submitting a monthly report: from the draft
 * to the sealed version, one thread, nothing to compare with. For the ratio each rate is multiplied by the number of fields
 * in the forms, so that none is the slower one for being longer. What was submitted is withdrawn again, which is not
 * measured.
 */
@Measurement
@Tag("model")
@BenchApplication
class SurveyRatio {

    private static final String SURVEY = "software-monthly-city";
    private static final YearMonth MONTH = YearMonth.of(2021, 11);
    private static final int ENTERPRISES = 10;
    private static final int WARM_UP = 200;
    private static final int OPERATIONS = 100;
    private static final int ROUNDS = 7;

    @Autowired
    private Actors actors;

    @Autowired
    private FilingFixture fixture;

    @Autowired
    private Filings filings;

    @Autowired
    private FilingViews views;

    @Autowired
    private TaskApplications applications;

    @Autowired
    private Periods periods;

    private record Owned(Account account, UUID report) {}

    @Test
    void measure(Benchmark benchmark) {
        List<Owned> surveys = new ArrayList<>();
        List<Owned> reports = new ArrayList<>();
        for (int i = 0; i < ENTERPRISES; i++) {
            var asked = fixture.softwareEnterprise();
            surveys.add(new Owned(asked, survey(asked).id()));
            var account = fixture.enterprise();
            reports.add(new Owned(account, fixture.filled(account, MONTH).id()));
        }
        int surveyFields = fields(surveys.get(0));
        int reportFields = fields(reports.get(0));
        perSecond(WARM_UP, surveys);
        perSecond(WARM_UP, reports);
        var found = Comparison.alternating(
                ROUNDS, () -> perSecond(OPERATIONS, surveys), () -> perSecond(OPERATIONS, reports));
        benchmark.report("survey.rate", found.ours(), "filings-per-s", "1 thread, durable");
        benchmark.report("survey.report-rate", found.baseline(), "filings-per-s", "1 thread, durable");
        benchmark.report(
                "survey.ratio",
                new Rounds(found.ratio().values().stream()
                        .map(ratio -> ratio * surveyFields / reportFields)
                        .toList()),
                "of-report",
                "fields a second: %d in the forms of a survey, %d of a report".formatted(surveyFields, reportFields));
    }

    private Filing survey(Account account) {
        return actors.as(account, () -> {
            applications.apply(SURVEY);
            var filing = filings.open(new ReportTask(SURVEY, periods.current(SURVEY)));
            filings.keep(filing.id(), "survey-enterprise", Map.of("filler", "孙丙", "fillerKind", "natural"));
            filings.keep(
                    filing.id(),
                    "software-income",
                    Map.of(
                            "softwareTotal.income", BigDecimal.valueOf(1000),
                            "softwareProducts.income", BigDecimal.valueOf(600),
                            "itServices.income", BigDecimal.valueOf(400)));
            filings.keep(
                    filing.id(),
                    "software-finance",
                    Map.of(
                            "mainRevenue.current", BigDecimal.valueOf(2000),
                            "totalProfit.current", BigDecimal.valueOf(150)));
            return filing;
        });
    }

    /** @return fields of its forms, whether they hold a value or not: each is looked at when it is submitted */
    private int fields(Owned owned) {
        return views.forms(fixture.now(owned.report())).stream()
                .mapToInt(form -> form.byPath().size())
                .sum();
    }

    private void submit(Owned owned) {
        var check = actors.as(owned.account(), () -> filings.submit(owned.report()));
        if (!check.passed()) {
            throw new IllegalStateException("not submitted: " + check.problems() + check.findings());
        }
    }

    private void withdraw(Owned owned) {
        actors.as(owned.account(), () -> filings.withdraw(owned.report()));
    }

    private double perSecond(int times, List<Owned> reports) {
        long spent = 0;
        for (int i = 0; i < times; i++) {
            var owned = reports.get(i % reports.size());
            long begun = System.nanoTime();
            submit(owned);
            spent += System.nanoTime() - begun;
            withdraw(owned);
        }
        return times * 1e9 / spent;
    }
}
