package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.filing.Filings;
import cn.baosong.filing.ReportTask;
import cn.baosong.testing.FilingFixture;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What of my reports needs a browser: the picture of the way, and pages that fit a phone. */
class HistoryBrowserTest extends BrowserTest {

    private static final YearMonth MONTH = YearMonth.of(2024, 8);

    @Autowired
    private Filings filings;

    @Test
    @DisplayName("a report is found in the list, on its page and in the picture of its way")
    void whereItIs() {
        var person = cast.approved();
        cast.as(person.loginName(), () -> {
            var filing = filings.open(ReportTask.monthly(MONTH));
            filings.keep(filing.id(), FilingFixture.BASIC, Map.of("filler", "孙丙"));
            filings.keep(filing.id(), FilingFixture.INDICATORS, FilingFixture.indicators(MONTH));
            assertThat(filings.submit(filing.id()).passed()).isTrue();
            return null;
        });

        var tab = loggedIn(person.loginName(), "/reports?year=2024");
        tab.shows(MONTH.toString());
        fits(tab, "history-list");
        tab.go("/reports/" + MONTH + "/view").shows("营业收入");
        fits(tab, "history-detail");
        tab.page().locator("vaadin-details-summary").first().click();
        tab.page().locator(".diagram [data-element-id='review-report'].current").waitFor();
        assertThat(tab.page()
                        .locator(".diagram [data-element-id='fill-report'].walked")
                        .count())
                .isPositive();
        tab.go("/reports/" + MONTH + "/print").shows("营业收入");
        fits(tab, "history-print");
    }

    private static void fits(Tab tab, String name) {
        for (var width : List.of(390, 1440)) {
            tab.size(width, 900).settle();
            tab.page()
                    .screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target", "browser", name + "-" + width + ".png")));
            assertThat(tab.page().evaluate("() => document.scrollingElement.scrollWidth <= window.innerWidth"))
                    .as(name + " fits " + width)
                    .isEqualTo(true);
        }
    }
}
