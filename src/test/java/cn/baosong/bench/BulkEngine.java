package cn.baosong.bench;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Reviews accepted by one bulk operation, divided by the bare engine, which completes as many such tasks on the same
 * models with empty delegates, one in a transaction, with as many threads. Letting them wait is not measured.
 */
@Measurement
@Tag("review")
@BenchApplication
class BulkEngine {

    @Autowired
    private BulkAcceptance acceptance;

    @Autowired
    private PlannerStatistics statistics;

    @Autowired
    private ProcessEngine engine;

    @Test
    void measure(Benchmark benchmark) {
        try (var bare = new BareReviews(engine)) {
            acceptance.inBulk(BulkAcceptance.WARM_UP);
            completed(bare, BulkAcceptance.WARM_UP);
            var found = Comparison.alternating(
                    BulkAcceptance.ROUNDS,
                    () -> acceptance.inBulk(BulkAcceptance.WAITING),
                    () -> completed(bare, BulkAcceptance.WAITING));
            benchmark.report("bulk.engine-rate", found.ours(), "per-s", acceptance.note());
            benchmark.report("bulk.bare-rate", found.baseline(), "per-s", "the same models, empty delegates");
            benchmark.report("bulk.engine", found.ratio(), "of-bare", "target at least 1");
        }
    }

    private double completed(BareReviews bare, int number) {
        Queue<String> tasks = new ConcurrentLinkedQueue<>();
        Load.perSecond(
                BulkAcceptance.MAKERS, IntStream.range(0, number).boxed().toList(), each -> tasks.add(bare.waiting()));
        statistics.refresh();
        return Load.perSecond(acceptance.workers(), tasks, bare::accept);
    }
}
