package cn.baosong.review.bulk;

import cn.baosong.common.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What became of an item.
 *
 * @param said see {@link BulkItem#said()}
 * @param saidAt see {@link BulkItem#saidAt()}
 */
public record Outcome(int position, BulkResult result, String said, Instant saidAt) {

    private static final String BETWEEN = "\n";

    static Outcome of(BulkItem item, BulkResult result) {
        return new Outcome(item.position(), result, null, null);
    }

    static Outcome failed(BulkItem item, Problem problem) {
        var words = new ArrayList<String>();
        words.add(problem.key());
        Arrays.stream(problem.arguments()).map(String::valueOf).forEach(words::add);
        return new Outcome(item.position(), BulkResult.FAILED, String.join(BETWEEN, words), null);
    }

    /** @return what {@link #failed} kept */
    static Problem problem(String said) {
        var words = List.of(said.split(BETWEEN, -1));
        return new Problem(words.get(0), words.subList(1, words.size()).toArray());
    }
}
