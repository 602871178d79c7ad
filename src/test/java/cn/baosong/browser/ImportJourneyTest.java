package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.browser.Cast.Applicant;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.Filings;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.imports.FilledTemplate;
import cn.baosong.testing.FilingFixture;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A report by workbook, from the template to the acceptance by the nation (IMP-01 to 06, REV-01 to 06, HIS-01). */
class ImportJourneyTest extends BrowserTest {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String REASON = "补缴去年缓缴的税款";

    @Autowired
    private Periods periods;

    @Autowired
    private Filings filings;

    @Test
    @DisplayName("the template is downloaded, filled in, sent, explained, submitted, and accepted by three levels")
    void journey() throws IOException {
        var person = cast.approved();
        var month = periods.current();
        var tab = loggedIn(person.loginName(), "/reports/import");
        tab.holds("month", month.toString());
        var template = tab.page().waitForDownload(() -> tab.click("template"));
        assertThat(template.suggestedFilename()).endsWith(month + ".xlsx");
        send(tab, filled(Files.readAllBytes(template.path()), month));
        tab.showsAt("imported", say("filing.import.done.findings", 1));

        tab.click("continue").arriveAt("/reports/" + month).holds("filler", "孙丙");
        explainAndSubmit(tab, month);
        tab.showsAt("month-" + month, say("filing.status.UNDER_REVIEW"))
                .showsAt("month-" + month, say("filing.method.IMPORT"));

        for (var reviewer : List.of(Cast.COUNTY, "ningbo01", "nation01")) {
            assertThat(status(person, month)).as(reviewer).isEqualTo(FilingStatus.UNDER_REVIEW);
            accept(person, month, reviewer);
        }
        assertThat(status(person, month)).isEqualTo(FilingStatus.ACCEPTED);

        tab.go("/reports").showsAt("month-" + month, say("filing.status.ACCEPTED"));
        tab.follow("/reports/" + month + "/view").showsAt("position-with", say("filing.position.done"));
        tab.page().locator("vaadin-details-summary").first().click();
        tab.page().locator(".diagram [data-element-id='review-report'].walked").waitFor();
        assertThat(tab.page().locator(".diagram .current")).hasCount(0);
    }

    /** Figures in which nothing is found but that the taxes grew by 300 %. */
    private static byte[] filled(byte[] template, YearMonth month) {
        var figures = FilingFixture.indicators(month);
        figures.computeIfPresent(
                "taxesPayable.cumulative", (path, sum) -> ((BigDecimal) sum).multiply(BigDecimal.valueOf(4)));
        return new FilledTemplate(template)
                .put(FilledTemplate.BASIC, "filler", "value", "孙丙")
                .indicators(figures)
                .bytes();
    }

    private static void send(Tab tab, byte[] workbook) {
        tab.page()
                .locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("月报.xlsx", WORKBOOK, workbook));
    }

    private void explainAndSubmit(Tab tab, YearMonth month) {
        var page = "/reports/" + month;
        tab.click("step-5").arriveAt(page + "?step=5").showsAt("readiness", say("filing.fill.not-ready", 1));
        assertThat(tab.at("submit-report").isEnabled()).isFalse();
        tab.page().locator(".summary-link").click();
        tab.page().waitForURL(url -> url.contains("step=2"));
        tab.settle();
        var answer = tab.page().locator(".finding-answer:visible input");
        assertThat(answer).hasCount(1);
        answer.fill(REASON);
        answer.press("Enter");
        tab.settle().click("step-5").arriveAt(page + "?step=5").showsAt("explanations", REASON);
        tab.click("submit-report").says(say("filing.fill.submitted", month)).standAt("/reports");
    }

    private void accept(Applicant person, YearMonth month, String reviewer) {
        var filing = cast.as(person.loginName(), () -> filings.mine(ReportTask.monthly(month))
                .orElseThrow());
        var desk = loggedIn(reviewer, "/reviews/filing/" + filing.id());
        desk.shows(person.enterprise()).shows(REASON).click("accept");
        desk.says(say("review.accepted", person.enterprise() + " · " + month));
    }

    private FilingStatus status(Applicant person, YearMonth month) {
        return cast.as(
                person.loginName(),
                () -> filings.mine(ReportTask.monthly(month)).orElseThrow().status());
    }
}
