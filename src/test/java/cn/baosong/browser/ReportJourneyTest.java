package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.filing.FilingFinding;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.Filings;
import cn.baosong.filing.ReportTask;
import cn.baosong.form.FormValidator;
import com.microsoft.playwright.Locator;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A clerk fills in the report of a month and submits it, with nothing but a browser (MON-06 to 52). */
class ReportJourneyTest extends BrowserTest {

    private static final YearMonth MONTH = YearMonth.of(2021, 7);
    private static final String PAGE = "/reports/" + MONTH;
    private static final String WIDTH = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth";

    @Autowired
    private Filings filings;

    /** Thirteen indicators, all cells: the closed ones are passed over. */
    private static String sheet() {
        return IntStream.range(0, 13)
                .mapToObj(row -> row == 3 ? "5\t35\t5\t35" : "100\t700\t100\t700")
                .collect(Collectors.joining("\r\n"));
    }

    private static void paste(Tab tab, String id, String text) {
        tab.at(id).focus();
        tab.at(id).evaluate("""
                (cell, text) => {
                  const data = new DataTransfer();
                  data.setData('text/plain', text);
                  cell.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
                }
                """, text);
        tab.settle();
    }

    private static void noOverflow(Tab tab) {
        tab.size(390, 844);
        assertThat(tab.page().evaluate(WIDTH)).as(tab.path()).isEqualTo(0);
        tab.size(1440, 900);
    }

    @Test
    @DisplayName("figures are pasted and typed, a warning is explained, the report is submitted")
    void journey() {
        var person = cast.approved();
        var tab = loggedIn(person.loginName(), PAGE);
        tab.shows(say("filing.fill.start.title", MONTH)).click("start-report");
        noOverflow(tab);
        tab.fill("filler", "孙丙").click("next").arriveAt(PAGE + "?step=2");

        tab.page().waitForFunction("window.baosongMatrix === true");
        paste(tab, "grossOutput.month", sheet());
        tab.at("exportDelivery.cumulative").click();
        tab.page().keyboard().press("Control+A");
        tab.page().keyboard().type("99999");
        tab.page().keyboard().press("Control+s");
        var warnings = tab.page().locator(".finding.finding-warning");
        assertThat(warnings.first()).isVisible();
        tab.settle().click("next").shows(say("filing.fill.explain"));
        noOverflow(tab);
        var answers = tab.page().locator(".finding-answer:visible input");
        for (int i = 0; i < answers.count(); i++) {
            answers.nth(i).fill("德国客户年度订单集中交付");
            answers.nth(i).press("Enter");
            tab.settle();
        }
        assertThat(unexplained(person.loginName()))
                .as("warnings without an explanation")
                .isEmpty();
        tab.click("next").arriveAt(PAGE + "?step=3").shows("新增产品");
        noOverflow(tab);

        var guide = tab.page().locator("#step-4");
        guide.focus();
        guide.press("Enter");
        tab.arriveAt(PAGE + "?step=4").shows(say("filing.fill.questionnaires.none"));
        // The address changes before the page does: the page itself is waited for.
        tab.page().goBack();
        tab.arriveAt(PAGE + "?step=3").shows("新增产品");
        tab.page().goForward();
        tab.arriveAt(PAGE + "?step=4")
                .shows(say("filing.fill.questionnaires.none"))
                .click("next")
                .arriveAt(PAGE + "?step=5");
        tab.showsAt("explanations", "德国客户年度订单集中交付").showsAt("readiness", say("filing.withdraw.ready"));
        noOverflow(tab);
        tab.click("submit-report").says(say("filing.fill.submitted", MONTH));
        var status = cast.as(
                person.loginName(),
                () -> filings.mine(ReportTask.monthly(MONTH)).orElseThrow().status());
        assertThat(status).isEqualTo(FilingStatus.UNDER_REVIEW);
    }

    private List<FilingFinding> unexplained(String loginName) {
        return cast.as(loginName, () -> {
            var filing = filings.mine(ReportTask.monthly(MONTH)).orElseThrow();
            return filings.check(filing.id(), FormValidator.Mode.SUBMIT).findings().stream()
                    .filter(FilingFinding::blocks)
                    .toList();
        });
    }

    @Test
    @DisplayName("a changed name freezes the report; the time left is counted in the page")
    void frozen() {
        var person = cast.approved();
        var tab = loggedIn(person.loginName(), PAGE);
        tab.click("start-report");
        tab.fill("filler", "孙丙").fill("name", person.enterprise().replace("有限公司", "集团有限公司"));
        tab.click("next").shows(say("filing.fill.freeze.title")).click("freeze-confirm");
        var countdown = tab.page().locator(".countdown");
        assertThat(countdown).isVisible();
        var first = countdown.textContent();
        assertThat(countdown).not().hasText(first);
        noOverflow(tab);
        assertThat(tab.page().locator("vaadin-text-field").filter(new Locator.FilterOptions().setHasText("企业名称")))
                .hasCount(0);
    }
}
