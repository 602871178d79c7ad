package cn.baosong.bench;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Reviews accepted by one bulk operation, divided by the product's own acceptance of as many, one by one, with as many
 * threads. Letting them wait is not measured.
 */
@Measurement
@Tag("review")
@BenchApplication
class BulkRatio {

    @Autowired
    private BulkAcceptance acceptance;

    @Test
    void measure(Benchmark benchmark) {
        acceptance.inBulk(BulkAcceptance.WARM_UP);
        acceptance.oneByOne(BulkAcceptance.WARM_UP);
        var found = Comparison.alternating(
                BulkAcceptance.ROUNDS,
                () -> acceptance.inBulk(BulkAcceptance.WAITING),
                () -> acceptance.oneByOne(BulkAcceptance.WAITING));
        benchmark.report("bulk.rate", found.ours(), "per-s", acceptance.note());
        benchmark.report("bulk.single-rate", found.baseline(), "per-s", "one by one, a service call each");
        benchmark.report("bulk.ratio", found.ratio(), "of-single", "target at least 2");
    }
}
