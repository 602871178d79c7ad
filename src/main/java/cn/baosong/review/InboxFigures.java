package cn.baosong.review;

import java.time.Instant;

/**
 * The parts of what waits of a kind, each counted no further than {@link Inbox#MOST_IN_FIGURES} and one, which stands for
 * more.
 *
 * @param direct what came to its desk first
 * @param accepted what a desk below accepted before
 * @param overdue what has waited longer than its desk may take
 * @param oldest since when the longest waiting has waited, null where nothing waits
 */
public record InboxFigures(
        int direct, int accepted, int overdue, int passed, int notPassed, int notComparable, Instant oldest) {}
