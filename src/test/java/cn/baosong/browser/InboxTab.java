package cn.baosong.browser;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import org.awaitility.Awaitility;

/** The demo inbox open beside, in place of a telephone: hands over each message once. */
final class InboxTab {

    private final Tab tab;
    private int seen;

    InboxTab(Tab tab) {
        this.tab = tab;
        this.seen = messages().count();
    }

    String nextCode() {
        return next().locator(".demo-code").innerText().strip();
    }

    String nextText() {
        return next().locator("p").last().innerText();
    }

    private Locator next() {
        Awaitility.await("another message")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(200))
                .pollInSameThread()
                .until(() -> {
                    tab.click("refresh");
                    return messages().count() > seen;
                });
        seen++;
        return messages().first();
    }

    private Locator messages() {
        return tab.page().locator(".demo-message");
    }
}
