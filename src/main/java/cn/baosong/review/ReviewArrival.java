package cn.baosong.review;

import cn.baosong.engine.WaitingTask;
import java.time.Instant;
import java.util.UUID;

/**
 * A review that has just come to a desk.
 *
 * @param desk where it waits
 * @param directDesk where it came to first; null in a model that has no first desk
 * @param due when it is overdue; null for never
 */
public record ReviewArrival(
        WaitingTask task,
        String kind,
        Subject subject,
        SubjectFacets facets,
        UUID desk,
        UUID directDesk,
        Instant since,
        Instant due) {}
