package cn.baosong.browser;

import cn.baosong.review.Screening;
import cn.baosong.testing.InboxFixture;
import cn.baosong.testing.InboxFixture.Row;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ScratchShotTest extends BrowserTest {
    @Autowired
    InboxFixture rows;

    @Test
    void shoot() {
        var desk = cast.countyDesk();
        for (int i = 0; i < 12; i++) {
            rows.put(new Row(desk, "filing", (i % 2 == 0 ? "海曙精工机械有限公司" : "宁波海曙康尔食品股份有限公司") + i).userId("demoent" + i).region("33/3302/330203").period("2026-10")
                .since("2026-11-" + (10 + i) + "T06:06:00Z").screening(Screening.values()[i % 3], i % 3 == 1 ? 3 : 0).figure("" + (81020 + i * 1717), i % 4 == 3 ? null : "" + (6.19 - i * 3)).due("2026-1" + (1 + i % 2) + "-25T00:00:00Z").direct(desk));
        }
        var tab = loggedIn(Cast.COUNTY, "/reviews/filing");
        tab.size(1440, 900).settle();
        tab.page().keyboard().press("j");
        tab.settle();
        tab.page().keyboard().press("j");
        tab.settle();
        shot(tab, "zh1440");
        tab.size(390, 844);
        tab.go("/reviews/filing").settle();
        shot(tab, "zh390");
        tab.click("filter-more");
        shot(tab, "zh390open");
        tab.size(1440, 900);
        tab.go("/reviews/filing?screening=NOT_PASSED").at("language").click();
        tab.settle();
        shot(tab, "en1440");
        tab.click("saved-filters");
        shot(tab, "en-saved");
        rows.clear();
    }

    void shot(Tab tab, String name) {
        tab.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("/tmp/wt/shot-" + name + ".png")));
    }
}
