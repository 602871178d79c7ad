package cn.baosong.review.ui;

import cn.baosong.review.ReviewFilter;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The ticks of a list. They outlive paging and sorting; another filter begins anew, for nobody decides what he does not see. */
final class Ticks implements Serializable {

    private final Set<UUID> ids = new HashSet<>();
    private transient ReviewFilter filter;
    private boolean everything;

    /** Begins anew where the filter is another one. */
    void show(ReviewFilter shown) {
        if (!shown.equals(filter)) {
            clear();
            filter = shown;
        }
    }

    boolean has(UUID id) {
        return everything || ids.contains(id);
    }

    boolean everything() {
        return everything;
    }

    void tick(UUID id, boolean ticked) {
        if (ticked) {
            ids.add(id);
        } else {
            ids.remove(id);
        }
    }

    void tickEverything(boolean ticked) {
        ids.clear();
        everything = ticked;
    }

    void clear() {
        tickEverything(false);
    }

    InboxSelection selection() {
        return new InboxSelection(filter, ids, everything);
    }
}
