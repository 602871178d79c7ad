package cn.baosong.demo;

import cn.baosong.filing.Filing;
import cn.baosong.filing.Filings;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ReportTask;
import cn.baosong.review.Reviews;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Monthly reports of the registered enterprises: thirteen accepted months, so that the last one can be compared with its
 * year before, and a current one that differs from enterprise to enterprise: every status there is, one review overdue and
 * one so late that the daily sweep hands it on.
 */
@Component
@Profile("demo")
class DemoReports {

    private static final int MONTHS = 13;

    /** Have no past: what they report now is their first. */
    private static final Set<String> RECENT = Set.of("demoent15", "demoent16", "demoent17");

    private static final String KIND = "filing";
    private static final String CHANGE = "key-field-change";
    private static final String BASIC = "basic-information";
    private static final String INDICATORS = "economic-indicators";
    private static final String PRODUCTS = "products";
    private static final List<String> UP_FROM_HAISHU = List.of("haishu01", "ningbo01", "nation01");
    private static final List<String> UP_FROM_YUHANG = List.of("yuhang01", "hangzhou01", "zhejiang01", "nation01");

    private final Filings filings;
    private final Reviews reviews;
    private final Periods periods;
    private final Stage stage;

    DemoReports(Filings filings, Reviews reviews, Periods periods, Stage stage) {
        this.filings = filings;
        this.reviews = reviews;
        this.periods = periods;
        this.stage = stage;
    }

    /** Files for an enterprise that is registered. */
    void file(DemoEnterprise enterprise) {
        var current = periods.current();
        if (RECENT.contains(enterprise.login())) {
            fileCurrent(enterprise, current);
            return;
        }
        for (var month = current.minusMonths(MONTHS); month.isBefore(current); month = month.plusMonths(1)) {
            var filing = submitted(
                    enterprise, month, enterprise.login().equals("demoent01") && month.equals(current.minusMonths(3)));
            upFrom(enterprise).forEach(reviewer -> accept(reviewer, filing));
        }
        fileCurrent(enterprise, current);
    }

    private void fileCurrent(DemoEnterprise enterprise, YearMonth current) {
        switch (enterprise.login()) {
            case "demoent01" -> begun(enterprise, current);
            case "demoent06", "demoent15", "demoent16" -> submitted(enterprise, current, false);
            case "demoent07" -> returned(enterprise, current);
            case "demoent10" -> frozen(enterprise, current, "杭州余杭径山微电子有限公司");
            case "demoent17" -> {
                var filing = frozen(enterprise, current, "杭州余杭塘栖速冻食品有限公司");
                stage.as("zhejiang01", () -> reviews.accept(CHANGE, filing.id()));
            }
            case "demoent13" -> {
                var filing = submitted(enterprise, current, false);
                accept(upFrom(enterprise).get(0), filing);
            }
            default -> {
                // Has not begun the current month.
            }
        }
    }

    /** A new name: the report waits for the senior administrator, or for the time of the model to run out. */
    private Filing frozen(DemoEnterprise enterprise, YearMonth month, String name) {
        var filing = filled(enterprise, month, false);
        stage.as(enterprise.login(), () -> {
            filings.keep(filing.id(), BASIC, Map.of("name", name));
            filings.freeze(filing.id());
        });
        return filing;
    }

    void returned(DemoEnterprise enterprise, YearMonth month) {
        var filing = submitted(enterprise, month, false);
        stage.as(upFrom(enterprise).get(0), () -> reviews.sendBack(KIND, filing.id(), "营业收入与上月相比变化较大，请核对后重新上报"));
    }

    /** The first page is done, of the second the first figures. */
    void begun(DemoEnterprise enterprise, YearMonth month) {
        var figures = new DemoFigures(enterprise, month).indicators();
        stage.as(enterprise.login(), () -> {
            var filing = filings.open(ReportTask.monthly(month));
            filings.keep(filing.id(), BASIC, Map.of("filler", enterprise.contact()));
            filings.keep(
                    filing.id(),
                    INDICATORS,
                    Map.of(
                            "grossOutput.month", figures.get("grossOutput.month"),
                            "grossOutput.cumulative", figures.get("grossOutput.cumulative"),
                            "revenue.cumulative", figures.get("revenue.cumulative")));
        });
    }

    private Filing filled(DemoEnterprise enterprise, YearMonth month, boolean lateTaxes) {
        var figures = new DemoFigures(enterprise, month);
        var indicators = figures.indicators();
        if (lateTaxes) {
            indicators.put(
                    "taxesPayable.cumulative",
                    ((BigDecimal) indicators.get("taxesPayable.lastYearCumulative")).multiply(BigDecimal.valueOf(4)));
        }
        return stage.as(enterprise.login(), () -> {
            var filing = filings.open(ReportTask.monthly(month));
            filings.keep(filing.id(), BASIC, Map.of("filler", enterprise.contact()));
            filings.keep(filing.id(), INDICATORS, indicators);
            if (!figures.products().isEmpty()) {
                filings.keep(filing.id(), PRODUCTS, figures.products());
            }
            if (lateTaxes) {
                filings.explain(filing.id(), "growth-taxes-payable", "上年同期享受缓缴政策，基数较低");
            }
            return filing;
        });
    }

    /** @param lateTaxes one figure a rule warns of, with the explanation */
    Filing submitted(DemoEnterprise enterprise, YearMonth month, boolean lateTaxes) {
        var filing = filled(enterprise, month, lateTaxes);
        var check = stage.as(enterprise.login(), () -> filings.submit(filing.id()));
        if (!check.passed()) {
            throw new IllegalStateException(
                    enterprise.login() + " cannot report " + month + ": " + check.problems() + check.findings());
        }
        return filing;
    }

    void accept(String reviewer, Filing filing) {
        stage.as(reviewer, () -> reviews.accept(KIND, filing.id()));
    }

    static List<String> upFrom(DemoEnterprise enterprise) {
        return enterprise.region().startsWith("3302") ? UP_FROM_HAISHU : UP_FROM_YUHANG;
    }
}
