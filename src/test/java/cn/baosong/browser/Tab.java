package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;

/** One page in a browser, and how people use it. Fields and buttons are named by their element id. */
final class Tab {

    /** Flow has answered everything it was asked, and custom elements have drawn themselves. */
    private static final String QUIET = """
            () => {
              const clients = Object.values(window.Vaadin?.Flow?.clients ?? {}).filter(client => client.isActive);
              return document.readyState === 'complete' && clients.length > 0
                  && clients.every(client => !client.isActive());
            }
            """;

    private final Page page;
    private final String address;

    Tab(Page page, String address) {
        this.page = page;
        this.address = address;
    }

    Page page() {
        return page;
    }

    boolean isOpen() {
        return !page.isClosed();
    }

    Tab go(String path) {
        page.navigate(address + path);
        return settle();
    }

    /** Goes there as a link on the page leads; the application stays loaded. The heading of before has to go. */
    Tab follow(String path) {
        page.evaluate("""
                path => {
                  window.baosongBefore = document.querySelector('h1, .empty');
                  const link = document.createElement('a');
                  link.href = path;
                  document.body.append(link);
                  link.click();
                  link.remove();
                }
                """, path);
        page.waitForFunction(
                "() => !window.baosongBefore?.isConnected && document.querySelector('h1, .empty') !== null");
        return settle();
    }

    /** Waits until the server has said all it has to say. */
    Tab settle() {
        page.waitForFunction(QUIET);
        return this;
    }

    /** Waits for a page whose path begins so. */
    Tab arriveAt(String path) {
        page.waitForURL(url -> url.startsWith(address + path) && url.length() >= address.length() + path.length());
        return settle();
    }

    /** Waits for exactly this page, such as the list after a form below its address has been sent. */
    Tab standAt(String path) {
        page.waitForURL(address + path);
        return settle();
    }

    String path() {
        return page.url().substring(address.length());
    }

    Locator at(String id) {
        return page.locator("[id='" + id + "']");
    }

    Locator input(String id) {
        return at(id).locator("input, textarea").first();
    }

    /** Types over what the field holds and leaves it. */
    Tab fill(String id, String value) {
        input(id).fill(value);
        input(id).blur();
        return settle();
    }

    /** Types a date and confirms it, which closes the calendar. */
    Tab date(String id, String value) {
        input(id).fill(value);
        input(id).press("Enter");
        return settle();
    }

    /** Types key by key and stays in the field. */
    Tab type(String id, String value) {
        input(id).click();
        input(id).pressSequentially(value);
        return this;
    }

    Tab click(String id) {
        at(id).click();
        return settle();
    }

    /** Chooses in a group of radio buttons by the words shown. */
    Tab choose(String id, String words) {
        at(id).locator("vaadin-radio-button")
                .filter(new Locator.FilterOptions().setHasText(words))
                .locator("label")
                .first()
                .click();
        return settle();
    }

    /** Types into the search of a cascading select and takes the entry of this code. */
    Tab search(String id, String typed, String code) {
        input(id + "-search").click();
        input(id + "-search").pressSequentially(typed);
        page.locator("vaadin-combo-box-item:not([hidden])")
                .filter(new Locator.FilterOptions().setHasText(code + " "))
                .first()
                .click();
        return settle();
    }

    Tab shows(String text) {
        assertThat(page.locator("body")).containsText(text);
        return this;
    }

    Tab showsAt(String id, String text) {
        assertThat(at(id)).containsText(text);
        return this;
    }

    Tab holds(String id, String value) {
        assertThat(input(id)).hasValue(value);
        return this;
    }

    /** A short message over the page. */
    Tab says(String text) {
        assertThat(page.locator("vaadin-notification-card")
                        .filter(new Locator.FilterOptions().setHasText(text))
                        .first())
                .isVisible();
        return this;
    }

    Tab size(int width, int height) {
        page.setViewportSize(width, height);
        return this;
    }

    /** Looks for a registration in the reviewer's inbox by its name and opens it. */
    Tab openReview(String name) {
        if (!path().equals("/reviews/registration")) {
            go("/reviews/registration");
        }
        fill("search", name);
        page.waitForURL(url -> url.contains("?q="));
        settle();
        page.locator("vaadin-grid button.link")
                .filter(new Locator.FilterOptions().setHasText(name))
                .click();
        return settle();
    }

    void photograph(Path file) {
        try {
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(file).setFullPage(true).setTimeout(5_000));
        } catch (PlaywrightException noPicture) {
            System.err.println("no picture " + file + ": " + noPicture.getMessage());
        }
    }
}
