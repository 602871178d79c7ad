package cn.baosong.review;

import cn.baosong.organization.Desk;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A reviewer opens the page of a subject that waits or was decided at a desk of theirs. What the frame of the page has read
 * already, so that a feature need not ask again.
 *
 * @param waiting where the subject waits now, whosever desk that is; empty where it waits nowhere
 * @param desks what the reviewer holds today
 * @param actions everything decided about the subject, as one of any kind, oldest first
 */
public record ReviewVisit(
        Subject subject, Optional<ReviewItem> waiting, List<Desk> desks, List<ReviewAction> actions, Locale locale) {

    /** @return the reviewer's own desk at which the subject waits; empty where it waits elsewhere or nowhere */
    public Optional<Desk> holding() {
        return waiting.flatMap(item ->
                desks.stream().filter(desk -> desk.id().equals(item.desk())).findFirst());
    }
}
