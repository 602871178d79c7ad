package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.testing.TestPhone;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A notice from the county that writes it to the enterprise that reads it. */
class NoticeJourneyTest extends BrowserTest {

    @Test
    @DisplayName("published by a county, read by an enterprise in it, not there for one elsewhere, gone when withdrawn")
    void publishedReadWithdrawn() {
        var title = "海曙区通知 " + TestPhone.freshLoginName();
        var county = loggedIn(Cast.COUNTY, "/notices/manage").click("publish").arriveAt("/notices/edit");
        county.fill("title", title);
        county.fill(
                "text", "## 办理时间\n\n请在**周五**前办理，[说明](https://example.org/a) 与 [另一个](javascript:alert(1))。\n\n- 甲\n- 乙");
        assertThat(county.at("preview").locator("strong").innerText()).isEqualTo("周五");
        county.click("save")
                .arriveAt("/notices/manage")
                .says(say("notice.published"))
                .shows(title);

        var reader = loggedIn(cast.approved().loginName());
        var unread =
                reader.page().locator(".notice-areas .unread").filter(new Locator.FilterOptions().setHasText(title));
        assertThat(unread.count()).isOne();
        unread.locator("a").click();
        reader.settle().showsAt("body", "办理时间");
        var body = reader.at("body");
        assertThat(body.locator("li").count()).isEqualTo(2);
        assertThat(body.locator("a[href^='https://example.org']").count()).isOne();
        assertThat(body.locator("a[href^='javascript' i]").count()).isZero();
        var address = reader.path();
        reader.click("back").arriveAt("/notices/announcements").shows(title);
        reader.go("/");
        assertThat(unread.count()).isZero();

        var elsewhere = loggedIn("yuhang01");
        assertThat(elsewhere.page().locator("body").innerText()).doesNotContain(title);
        elsewhere.go(address).shows(say("shell.lost.title"));

        county.page()
                .locator("li")
                .filter(new Locator.FilterOptions().setHasText(title))
                .locator("vaadin-button")
                .click();
        county.settle().fill("reason", "时间有误").click("reason-confirm").says(say("notice.withdrawn", title));
        reader.go(address).shows(say("shell.lost.title"));
    }
}
