package cn.baosong.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The people of one test, each with a browser profile of their own. */
final class Visitors {

    private final Profiles profiles;
    private final List<Visitor> all = new ArrayList<>();

    Visitors(Profiles profiles) {
        this.profiles = profiles;
    }

    /** @param address of the application, without a slash at the end */
    Visitor arrive(String address) {
        var visitor = new Visitor(profiles, address);
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
