package cn.baosong.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The people of one test, each with a browser profile of their own. */
final class Visitors {

    private final com.microsoft.playwright.Browser chromium;
    private final List<Visitor> all = new ArrayList<>();

    Visitors(com.microsoft.playwright.Browser chromium) {
        this.chromium = chromium;
    }

    /** @param address of the application, without a slash at the end */
    Visitor arrive(String address) {
        var visitor = new Visitor(chromium, address);
        all.add(visitor);
        return visitor;
    }

    List<Visitor> all() {
        return List.copyOf(all);
    }

    void photograph(Path folder, String name) {
        var number = 0;
        for (var visitor : all) {
            for (var page : visitor.tabs()) {
                page.photograph(folder.resolve(name + "-" + ++number + ".png"));
            }
        }
    }
}
