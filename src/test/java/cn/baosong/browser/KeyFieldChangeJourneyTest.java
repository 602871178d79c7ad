package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.browser.Cast.Applicant;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.Filings;
import cn.baosong.filing.ReportTask;
import cn.baosong.testing.FilingFixture;
import com.microsoft.playwright.Locator;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A changed name freezes a report until the senior administrator has decided (CHG-01 to 06). */
class KeyFieldChangeJourneyTest extends BrowserTest {

    private static final YearMonth MONTH = YearMonth.of(2022, 4);
    private static final String PAGE = "/reports/" + MONTH;
    private static final String REASON = "名称与营业执照不一致，请核对";

    @Autowired
    private Filings filings;

    @Test
    @DisplayName("the senior administrator returns a new name with a reason; corrected, it is approved and holds")
    void returnedThenApproved() {
        var person = cast.approved();
        var wrong = person.enterprise().replace("有限公司", "集团公司");
        var right = person.enterprise().replace("有限公司", "集团有限公司");
        fillIn(person, wrong);
        var tab = loggedIn(person.loginName(), PAGE);
        freeze(tab, person.enterprise(), wrong);

        var senior = loggedIn("ningbo01", "/reviews/key-field-change");
        open(senior, person.enterprise());
        senior.shows(wrong).click("return").fill("reason", REASON).click("reason-confirm");
        senior.says(say("review.returned", person.enterprise() + " · " + MONTH));

        tab.go(PAGE).showsAt("change-returned", REASON).holds("name", wrong).fill("name", right);
        assertThat(status(person)).isEqualTo(FilingStatus.EDITING);
        freeze(tab, person.enterprise(), right);

        senior.go("/reviews/key-field-change");
        open(senior, person.enterprise());
        senior.shows(right).shows(REASON).click("accept");
        senior.says(say("review.approved", person.enterprise() + " · " + MONTH));

        tab.go(PAGE).showsAt("unfrozen", say("filing.fill.unfrozen")).holds("name", right);
        tab.click("step-5").arriveAt(PAGE + "?step=5").click("submit-report");
        tab.says(say("filing.fill.submitted", MONTH)).standAt("/reports").shows(say("filing.history.sentence"));
        assertThat(status(person)).isEqualTo(FilingStatus.UNDER_REVIEW);
        tab.follow("/enterprise").showsAt("name", right);
    }

    /** All but the name is sound. */
    private void fillIn(Applicant person, String name) {
        cast.as(person.loginName(), () -> {
            var filing = filings.open(ReportTask.monthly(MONTH));
            filings.keep(filing.id(), FilingFixture.BASIC, Map.of("filler", "孙丙", "name", name));
            filings.keep(filing.id(), FilingFixture.INDICATORS, FilingFixture.indicators(MONTH));
            return filing;
        });
    }

    /** Goes on, is shown what changes, and confirms. */
    private void freeze(Tab tab, String before, String proposed) {
        tab.click("next").shows(say("filing.fill.freeze.title"));
        var dialog = tab.page().locator("vaadin-dialog-overlay");
        assertThat(dialog.innerText()).contains(before, proposed);
        tab.click("freeze-confirm").showsAt("frozen", "宁波市经信局");
        assertThat(tab.page().locator("vaadin-text-field").count()).isZero();
    }

    private static void open(Tab senior, String enterprise) {
        senior.page()
                .locator("vaadin-grid button.link")
                .filter(new Locator.FilterOptions().setHasText(enterprise))
                .click();
        senior.page().waitForURL(url -> url.matches(".*/reviews/key-field-change/[0-9a-f-]{36}"));
        senior.settle();
    }

    private FilingStatus status(Applicant person) {
        return cast.as(
                person.loginName(),
                () -> filings.mine(ReportTask.monthly(MONTH)).orElseThrow().status());
    }
}
