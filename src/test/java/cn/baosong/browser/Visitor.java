package cn.baosong.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.WebError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Somebody at a browser: cookies of their own, one or more tabs, and an ear for what the browser complains about. */
final class Visitor {

    private final Consumer<ConsoleMessage> ear = this::heard;
    private final Consumer<WebError> error = this::raised;
    private final Consumer<Dialog> dialog = this::asked;
    private final Consumer<Request> request = this::requested;
    private final Profiles profiles;
    private final String address;
    private final BrowserContext context;
    private final List<Tab> tabs = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private boolean wasOffline;

    Visitor(Profiles profiles, String address) {
        this.profiles = profiles;
        this.address = address;
        this.context = profiles.take();
        context.onConsoleMessage(ear);
        context.onWebError(error);
        context.onDialog(dialog);
        context.onRequest(request);
    }

    private void raised(WebError raised) {
        complaints.add("script error: " + raised.error());
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
        if (tabs.isEmpty()) {
            Profiles.forget(page, address);
        }
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

    /** @param wellBehaved whether somebody else may have the profile; the one of a test that failed is thrown away */
    void leave(boolean wellBehaved) {
        if (!wellBehaved) {
            context.close();
            return;
        }
        context.offConsoleMessage(ear);
        context.offWebError(error);
        context.offDialog(dialog);
        context.offRequest(request);
        profiles.giveBack(context);
    }
}
