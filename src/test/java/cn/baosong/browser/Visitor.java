package cn.baosong.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser: cookies of their own, one or more tabs, and an ear for what the browser complains about. */
final class Visitor {

    private static final int PATIENCE = 20_000;

    private final String address;
    private final BrowserContext context;
    private final List<Tab> tabs = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private boolean wasOffline;

    Visitor(com.microsoft.playwright.Browser chromium, String address) {
        this.address = address;
        this.context = chromium.newContext(
                new NewContextOptions().setViewportSize(1440, 900).setLocale("zh-CN"));
        context.setDefaultTimeout(PATIENCE);
        context.setDefaultNavigationTimeout(PATIENCE);
        context.onConsoleMessage(this::heard);
        context.onWebError(error -> complaints.add("script error: " + error.error()));
        context.onDialog(this::asked);
        context.onRequest(this::requested);
    }

    private void heard(ConsoleMessage message) {
        if (message.text().contains("ERR_INTERNET_DISCONNECTED") && wasOffline) {
            return;
        }
        if ("error".equals(message.type())) {
            complaints.add("console: " + message.text() + " (" + message.location() + ")");
        }
    }

    /** The platform opens no dialogs of the browser; one that appears was smuggled in. */
    private void asked(Dialog dialog) {
        complaints.add("dialog: " + dialog.message());
        dialog.dismiss();
    }

    private void requested(Request request) {
        var url = request.url();
        if (!url.startsWith(address) && !url.startsWith("data:") && !url.startsWith("blob:")) {
            complaints.add("asks elsewhere: " + url);
        }
    }

    /** Takes the network away or gives it back; that it is missing is nothing to complain about then. */
    void offline(boolean offline) {
        wasOffline = true;
        context.setOffline(offline);
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Asks for an address without showing it: what it sets is set for every tab. */
    void enter(String path) {
        var answer = context.request().get(address + path);
        if (!answer.ok()) {
            throw new AssertionError(path + " answers " + answer.status());
        }
    }

    /** @param path with the slash at its beginning */
    Tab open(String path) {
        Page page = context.newPage();
        var tab = new Tab(page, address);
        tabs.add(tab);
        return tab.go(path);
    }

    List<Tab> tabs() {
        return tabs.stream().filter(Tab::isOpen).toList();
    }

    /** @return what the server knows this browser by */
    String session() {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    void leave() {
        context.close();
    }
}
