package cn.baosong.bench;

import cn.baosong.account.Account;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingViews;
import cn.baosong.filing.Filings;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.TaskApplications;
import cn.baosong.form.FormComponent.NumberEntry;
import cn.baosong.testing.Actors;
import cn.baosong.testing.FilingFixture;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Submitting a filing of the software survey, which is files alone, divided by submitting a monthly report: from the draft
 * to the sealed version, one thread, nothing to compare with. Each rate is multiplied by the number of fields that hold a
 * value in what was sealed, so that the longer report is not the slower one for being longer. What was submitted is
 * withdrawn again, which is not measured.
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
                ROUNDS,
                () -> surveyFields * perSecond(OPERATIONS, surveys),
                () -> reportFields * perSecond(OPERATIONS, reports));
        var note = "1 thread, durable; %d fields of a survey, %d of a report".formatted(surveyFields, reportFields);
        benchmark.report("survey.rate", found.ours(), "fields-per-s", note);
        benchmark.report("survey.report-rate", found.baseline(), "fields-per-s", note);
        benchmark.report("survey.ratio", found.ratio(), "of-report", "fields filled in per second");
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
            filings.keep(filing.id(), "software-finance", finance(filing));
            return filing;
        });
    }

    /** Every figure of the table nothing, but the two that have to say something. */
    private Map<String, Object> finance(Filing filing) {
        var form = views.forms(filing).stream()
                .filter(one -> one.id().equals("software-finance"))
                .findFirst()
                .orElseThrow();
        var values = new LinkedHashMap<String, Object>();
        form.byPath().forEach((path, component) -> {
            if (component instanceof NumberEntry) {
                values.put(path, BigDecimal.ZERO);
            }
        });
        values.put("mainRevenue.current", BigDecimal.valueOf(2000));
        values.put("totalProfit.current", BigDecimal.valueOf(150));
        return values;
    }

    /** @return how many hold a value in what is sealed */
    private int fields(Owned owned) {
        submit(owned);
        var sealed = fixture.now(owned.report()).values();
        withdraw(owned);
        return (int) sealed.values().stream()
                .flatMap(form -> form.values().stream())
                .filter(Objects::nonNull)
                .count();
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
