package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.browser.Cast.Applicant;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.Filings;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ProcessOwnerGuide;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.imports.FilledTemplate;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.ModelFixture;
import cn.baosong.testing.Modeler;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A process owner adds an indicator and changes a limit with two files while reports are under way, as the guide says and
 * as the Modeler sends them; what is pinned stays as it was until the owner carries it over.
 */
class OwnerJourneyTest extends BrowserTest {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String OWNER = "owner01";
    private static final String FORM = "economic-indicators.form";
    private static final String CHECKS = "report-checks.dmn";
    private static final Map<String, String> PACKED = Map.of(
            FORM, ModelFixture.read("forms/monthly-report/" + FORM),
            CHECKS, ModelFixture.read("processes/monthly-report/" + CHECKS));

    private static final String INDICATOR = "研发费用";
    private static final String CELL = "rdExpense.cumulative";
    private static final String LIMIT = "growth-revenue";
    private static final String REASON = "新厂区投产，订单集中交付";

    @Autowired
    private Periods periods;

    @Autowired
    private Filings filings;

    private Applicant person;
    private Tab enterprise;
    private YearMonth begun;
    private YearMonth waiting;

    @Test
    @DisplayName("an indicator and a limit are deployed over HTTP; what is pinned follows when its owner says so")
    void journey() throws IOException {
        begun = periods.current();
        waiting = begun.minusMonths(1);
        person = cast.approved();
        filled(begun);
        filled(waiting);
        var submitted = report(waiting);
        cast.as(
                person.loginName(),
                () -> assertThat(filings.submit(submitted.id()).passed()).isTrue());
        var pinned = submitted.revision();
        assertThat(report(begun).revision()).isEqualTo(pinned);

        var owner = loggedIn(OWNER, "/access-tokens");
        var modeler = new Modeler(address(), OWNER, token(owner));
        deploy(modeler, changed());
        try {
            enterprise = loggedIn(person.loginName(), "/");
            whatIsPinnedIsAsItWas();
            whatIsBegunNowHasBoth(begun.minusMonths(2));
            carryOver(owner);
            assertThat(report(begun).revision()).isNotEqualTo(pinned);
            assertThat(report(waiting).revision()).isEqualTo(pinned);
            accept(waiting, Cast.COUNTY, "ningbo01", "nation01");
            assertThat(report(waiting).revision()).isEqualTo(pinned);

            importByTheNewTemplate();
            explainAndSubmit();
            theReviewerAndTheHistoryHaveIt();
        } finally {
            deploy(modeler, PACKED);
        }
    }

    private static Map<String, String> changed() {
        var guide = new ProcessOwnerGuide();
        var checks = PACKED.get(CHECKS);
        for (var cell : List.of(LIMIT + "-violated", LIMIT + "-message", LIMIT + "-message-en")) {
            checks = guide.withCell(checks, cell);
        }
        return Map.of(FORM, ProcessOwnerGuide.withComponent(PACKED.get(FORM), guide.block(FORM)), CHECKS, checks);
    }

    private static void deploy(Modeler modeler, Map<String, String> files) {
        var answer = modeler.deploy(files);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String token(Tab owner) {
        owner.fill("token-name", "办公室电脑").click("token-make");
        assertThat(owner.at("token-secret")).isVisible();
        return owner.input("token-secret").inputValue();
    }

    /** Revenue has grown by 150 %: within the limit as packed, beyond the new one. */
    private static Map<String, Object> figures(YearMonth month) {
        var figures = FilingFixture.indicators(month);
        figures.put("revenue.lastYearCumulative", BigDecimal.valueOf(40L * month.getMonthValue()));
        return figures;
    }

    private void filled(YearMonth month) {
        cast.as(person.loginName(), () -> {
            var id = filings.open(ReportTask.monthly(month)).id();
            filings.keep(id, FilingFixture.BASIC, Map.of("filler", "孙丙"));
            return filings.keep(id, FilingFixture.INDICATORS, figures(month));
        });
    }

    private Filing report(YearMonth month) {
        return cast.as(person.loginName(), () -> filings.mine(ReportTask.monthly(month))
                .orElseThrow());
    }

    private void whatIsPinnedIsAsItWas() {
        enterprise.go("/reports/" + begun + "?step=2");
        assertThat(enterprise.at("revenue.cumulative")).isVisible();
        assertThat(enterprise.at(CELL)).hasCount(0);
        enterprise.go("/reports/" + begun + "?step=5").showsAt("readiness", say("filing.withdraw.ready"));
        enterprise.go("/reports/" + waiting + "/view").shows("营业收入");
        assertThat(enterprise.page().locator("body")).not().containsText(INDICATOR);
    }

    private void whatIsBegunNowHasBoth(YearMonth month) {
        enterprise.go("/reports/" + month).click("start-report");
        filled(month);
        enterprise.go("/reports/" + month + "?step=2");
        assertThat(enterprise.at(CELL)).isVisible();
        refusedByTheLimit(month);
    }

    private void refusedByTheLimit(YearMonth month) {
        enterprise
                .go("/reports/" + month + "?step=5")
                .showsAt("readiness", say("filing.fill.not-ready", 1))
                .shows("-50% 至 100%");
        assertThat(enterprise.at("submit-report").isEnabled()).isFalse();
    }

    private void carryOver(Tab owner) {
        owner.go("/revisions/monthly-report").click("look").showsAt("preview", "-50% 至 100%");
        owner.click("carry-over");
        owner.page()
                .locator(
                        "vaadin-confirm-dialog-overlay [slot=confirm-button], vaadin-confirm-dialog [slot=confirm-button]")
                .first()
                .click();
        owner.arriveAt("/carry-overs/");
        owner.shows(say("upload.finished"));
        assertThat(owner.at("count-DONE")).isVisible();
    }

    private void accept(YearMonth month, String... reviewers) {
        for (var reviewer : reviewers) {
            var desk = loggedIn(reviewer, "/reviews/filing/" + report(month).id());
            desk.shows(person.enterprise());
            assertThat(desk.page().locator("body")).not().containsText(INDICATOR);
            desk.click("accept").says(say("review.accepted", person.enterprise() + " · " + month));
        }
        assertThat(report(month).status()).isEqualTo(FilingStatus.ACCEPTED);
    }

    private void importByTheNewTemplate() throws IOException {
        enterprise.go("/reports/" + begun + "?step=2");
        assertThat(enterprise.at(CELL)).isVisible();
        enterprise.go("/reports/import").holds("month", begun.toString());
        var template = new FilledTemplate(Files.readAllBytes(enterprise
                .page()
                .waitForDownload(() -> enterprise.click("template"))
                .path()));
        var figures = figures(begun);
        figures.put(CELL, new BigDecimal("4321.5"));
        figures.put("rdExpense.lastYearCumulative", new BigDecimal("4000"));
        var workbook = template.put(FilledTemplate.BASIC, "filler", "value", "孙丙")
                .indicators(figures)
                .bytes();
        enterprise
                .page()
                .locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("月报.xlsx", WORKBOOK, workbook));
        enterprise.showsAt("imported", say("filing.import.done.findings", 1)).showsAt("imported", "-50% 至 100%");
    }

    private void explainAndSubmit() {
        refusedByTheLimit(begun);
        var id = report(begun).id();
        cast.as(person.loginName(), () -> {
            filings.explain(id, LIMIT, REASON);
            return null;
        });
        enterprise
                .go("/reports/" + begun + "?step=5")
                .showsAt("readiness", say("filing.withdraw.ready"))
                .click("submit-report")
                .arriveAt("/reports");
        assertThat(report(begun).status()).isEqualTo(FilingStatus.UNDER_REVIEW);
    }

    private void theReviewerAndTheHistoryHaveIt() throws IOException {
        UUID id = report(begun).id();
        var desk = loggedIn(Cast.COUNTY, "/reviews/filing/" + id);
        desk.showsAt("difference", INDICATOR).showsAt("difference", "4,321.5").shows(REASON);
        desk.click("report-tab-this").shows("4,321.5");

        enterprise.go("/reports/" + begun + "/view").shows(INDICATOR).shows("4,321.5");
        var export = enterprise.page().waitForDownload(() -> enterprise.click("export"));
        var written = new FilledTemplate(Files.readAllBytes(export.path()));
        assertThat(written.says(INDICATOR)).isTrue();
    }
}
