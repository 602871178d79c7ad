package cn.baosong.review;

import cn.baosong.review.query.ReviewQueries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What many moves of the engine leave and bring to the inbox, written together when the last has been made. */
final class InboxChanges {

    private final List<String> ended = new ArrayList<>();
    private final Map<String, ReviewArrival> arrived = new LinkedHashMap<>();

    void end(String taskId) {
        // What came and went within these moves was never in the inbox.
        if (arrived.remove(taskId) == null) {
            ended.add(taskId);
        }
    }

    void arrive(ReviewArrival arrival) {
        arrived.put(arrival.task().taskId(), arrival);
    }

    /** A subject waits at one desk at a time: what leaves goes first. */
    void write(ReviewQueries queries) {
        queries.deleteByTask(ended);
        if (!queries.insert(arrived.values())) {
            throw new IllegalStateException("a review was sent to a desk that does not exist");
        }
    }
}
