package cn.baosong.review.ui;

import cn.baosong.review.ReviewFilter;
import java.util.Set;
import java.util.UUID;

/**
 * What of an inbox is chosen.
 *
 * @param filter of the list, with its kind
 * @param ids of the waiting reviews ({@code ReviewItem.id}) that are ticked; empty with {@code everything}
 * @param everything whether all that the filter names is meant, seen or not
 */
public record InboxSelection(ReviewFilter filter, Set<UUID> ids, boolean everything) {

    public InboxSelection {
        ids = Set.copyOf(ids);
    }
}
