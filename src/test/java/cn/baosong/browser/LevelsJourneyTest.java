package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.Filings;
import cn.baosong.filing.ReportTask;
import cn.baosong.review.Reviews;
import cn.baosong.testing.FilingFixture;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Reports go up from county to nation: one is returned, one accepted by the county, taken on by the city's one click, and
 * with one that still waits below sent by the province past every level to the nation; the enterprises see where they are.
 */
class LevelsJourneyTest extends BrowserTest {

    private static final List<String> CHAIN = List.of("yuhang01", "hangzhou01", "zhejiang01", "nation01");
    private static final YearMonth UP = YearMonth.of(2020, 5);
    private static final YearMonth BELOW = YearMonth.of(2020, 9);
    private static final YearMonth WRONG = YearMonth.of(2020, 10);
    private static final String REASON = "主营业务成本与上月相比变化较大，请核对";

    @Autowired
    private Filings filings;

    @Autowired
    private Reviews reviews;

    @Test
    @DisplayName("county accepts and returns, city one-click, province skip-level, nation accepts")
    void upwards() {
        var person = cast.approved(Map.of("region", "330110"), "yuhang01");
        for (var before : List.of(UP, BELOW)) {
            accepted(person, before.minusYears(1));
            accepted(person, before.minusMonths(1));
        }
        var up = submitted(person, UP);
        submitted(person, BELOW);
        var wrong = submitted(person, WRONG);

        var county = loggedIn("yuhang01", "/reviews/filing?q=" + person.enterprise());
        county.shows(UP.toString()).shows(BELOW.toString()).shows(WRONG.toString());
        open(county, wrong).click("return").fill("reason", REASON).click("reason-confirm");
        county.says(say("review.returned", person.enterprise() + " · " + WRONG));
        open(county, up).click("accept");
        county.says(say("review.accepted", person.enterprise() + " · " + UP));

        var city = loggedIn("hangzhou01", "/reviews/filing");
        decideAll(city, "bulk-ONE_CLICK", UP);
        see(person, UP, "浙江省经信厅");
        see(person, BELOW, "余杭区经信局");

        var province = loggedIn("zhejiang01", "/reviews/filing");
        decideAll(province, "bulk-SKIP_LEVEL", UP, BELOW);

        var nation = loggedIn("nation01", "/reviews/filing?q=" + person.enterprise());
        nation.shows(UP.toString()).shows(BELOW.toString());
        open(nation, up).click("accept").says(say("review.accepted", person.enterprise() + " · " + UP));

        Assertions.assertThat(status(person, UP)).isEqualTo(FilingStatus.ACCEPTED);
        Assertions.assertThat(status(person, BELOW)).isEqualTo(FilingStatus.UNDER_REVIEW);
        Assertions.assertThat(status(person, WRONG)).isEqualTo(FilingStatus.RETURNED);
        var enterprise = see(person, BELOW, cast.deskOf("nation01").name());
        enterprise.go("/reports/" + WRONG + "/view").shows(REASON);
        enterprise.go("/reports/" + UP + "/view").shows(say("filing.status.ACCEPTED"));
    }

    /** Preview, confirmation, the window to cancel, and the end; what was meant is in it and was done. */
    private void decideAll(Tab tab, String button, YearMonth... months) {
        tab.click(button).arriveAt("/reviews/bulk/");
        for (var month : months) {
            tab.showsAt("bulk-items", month.toString());
        }
        tab.click("confirm").shows(say("review.bulk.cancel"));
        assertThat(tab.at("count-DONE")).isVisible();
        tab.shows(say("review.bulk.state.DONE"));
        assertThat(tab.at("count-FAILED")).hasCount(0);
    }

    private Tab see(Cast.Applicant person, YearMonth month, String where) {
        return loggedIn(person.loginName(), "/reports/" + month + "/view").shows(where);
    }

    private static Tab open(Tab tab, UUID report) {
        return tab.go("/reviews/filing/" + report);
    }

    private FilingStatus status(Cast.Applicant person, YearMonth month) {
        return cast.as(
                person.loginName(),
                () -> filings.mine(ReportTask.monthly(month)).orElseThrow().status());
    }

    private void accepted(Cast.Applicant person, YearMonth month) {
        var report = submitted(person, month);
        CHAIN.forEach(reviewer -> cast.as(reviewer, () -> {
            reviews.accept("filing", report);
            return null;
        }));
    }

    private UUID submitted(Cast.Applicant person, YearMonth month) {
        return cast.as(person.loginName(), () -> {
            var filing = filings.open(ReportTask.monthly(month));
            filings.keep(filing.id(), FilingFixture.BASIC, Map.of("filler", "孙丙"));
            filings.keep(filing.id(), FilingFixture.INDICATORS, FilingFixture.indicators(month));
            var check = filings.submit(filing.id());
            if (!check.passed()) {
                throw new AssertionError(month + " refused: " + check.problems() + check.findings());
            }
            return filing.id();
        });
    }
}
