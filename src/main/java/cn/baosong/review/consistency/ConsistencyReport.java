package cn.baosong.review.consistency;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * What one check found.
 *
 * @param tasks review tasks that wait in the engine
 * @param items rows of the inbox
 * @param underReview how many subjects say of themselves that they are under review, by kind
 * @param disagreements the first of them, as many as were asked for
 * @param disagreeing how many there are
 */
public record ConsistencyReport(
        Instant at,
        int tasks,
        int items,
        SortedMap<String, Integer> underReview,
        List<Disagreement> disagreements,
        int disagreeing) {

    public boolean clean() {
        return disagreeing == 0;
    }
}
