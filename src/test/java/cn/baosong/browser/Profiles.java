package cn.baosong.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Browser profiles, handed from one visitor to the next. All that belongs to somebody goes with him; what the browser has
 * read and translated of the application's scripts stays, which is half of the work of a first page.
 */
final class Profiles {

    private static final int PATIENCE = 20_000;
    /** What a page may have kept in the browser beside cookies. */
    private static final String KEPT = "local_storage,indexeddb,cache_storage,service_workers";

    private final Browser chromium;
    private final Deque<BrowserContext> idle = new ArrayDeque<>();

    Profiles(Browser chromium) {
        this.chromium = chromium;
    }

    BrowserContext take() {
        return idle.isEmpty() ? made() : idle.pop();
    }

    private BrowserContext made() {
        var made = chromium.newContext(new NewContextOptions()
                .setViewportSize(1440, 900)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("zh-CN"));
        made.setDefaultTimeout(PATIENCE);
        made.setDefaultNavigationTimeout(PATIENCE);
        return made;
    }

    /** Ends what is open and takes away cookies; nobody listens to it any more. */
    void giveBack(BrowserContext profile) {
        profile.pages().forEach(Page::close);
        profile.clearCookies();
        profile.setOffline(false);
        idle.push(profile);
    }

    /** @param page the first of a visitor, empty as yet, @param address whose pages may have kept something in the browser */
    static void forget(Page page, String address) {
        var whose = new JsonObject();
        whose.addProperty("origin", address);
        whose.addProperty("storageTypes", KEPT);
        var session = page.context().newCDPSession(page);
        session.send("Storage.clearDataForOrigin", whose);
        session.detach();
    }
}
