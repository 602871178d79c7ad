package cn.baosong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskLevel;
import cn.baosong.review.Inbox;
import cn.baosong.review.InboxOrder;
import cn.baosong.review.ReviewFilter;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.InboxFixture;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The first page of an inbox in which very much waits, divided by that of one in which little does: the figures over the
 * list, how long it is, and its first rows, through the service the page asks. Both desks stand in one table, with every
 * state in it.
 */
@Measurement
@Tag("review")
@BenchApplication
class InboxFlat {

    private static final int MANY = Integer.getInteger("bench.waiting", 100_000);
    private static final int FEW = 1_000;

    /** What the grid of the page asks for first. */
    private static final int ROWS = 50;

    private static final String KIND = "filing";
    private static final ReviewFilter ALL = ReviewFilter.all(KIND);
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 11;
    private static final int PAGES = 20;

    @Autowired
    private Actors actors;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private InboxFixture rows;

    @Autowired
    private Inbox inbox;

    @Autowired
    private PlannerStatistics statistics;

    @Test
    void measure(Benchmark benchmark) {
        var full = city();
        var fullHolder = desks.holder(full);
        var other = city();
        var otherHolder = desks.holder(other);
        try {
            rows.fill(full, below(full), KIND, MANY);
            rows.fill(other, below(other), KIND, FEW);
            statistics.refresh();
            assertThat(actors.as(fullHolder, () -> inbox.count(ALL))).isEqualTo(Math.min(MANY, Inbox.MOST_COUNTED + 1));
            assertThat(actors.as(otherHolder, () -> inbox.count(ALL))).isEqualTo(FEW);
            compare(benchmark, fullHolder, otherHolder);
        } finally {
            rows.clear();
            statistics.refresh();
        }
    }

    /** @return a desk of a city in which none stood */
    private Desk city() {
        return desks.under(desks.zhejiang(), DeskLevel.CITY, desks.freshCounty("33"));
    }

    private Desk below(Desk city) {
        return desks.under(city, DeskLevel.COUNTY, desks.freshCounty(city.region()));
    }

    private void compare(Benchmark benchmark, Account full, Account other) {
        milliseconds(full, WARM_UP, this::page);
        milliseconds(other, WARM_UP, this::page);
        var page = compared(full, other, this::page);
        benchmark.report("inbox.page", page.ours(), "ms", "%,d wait at the desk".formatted(MANY));
        benchmark.report("inbox.page-few", page.baseline(), "ms", "%,d wait at the desk".formatted(FEW));
        benchmark.report("inbox.flat", page.ratio(), "of-few", "target at most 1.5");
        parts().forEach((name, part) -> benchmark.report(
                "inbox.flat-" + name, compared(full, other, part).ratio(), "of-few", "this part of the page alone"));
    }

    private Map<String, Runnable> parts() {
        var parts = new LinkedHashMap<String, Runnable>();
        parts.put("figures", () -> inbox.figures(KIND));
        parts.put("count", () -> inbox.count(ALL));
        parts.put("rows", this::firstRows);
        return parts;
    }

    private void page() {
        parts().values().forEach(Runnable::run);
    }

    private void firstRows() {
        var first = inbox.waiting(ALL, InboxOrder.LONGEST_WAITING, 0, ROWS);
        if (first.size() != ROWS) {
            throw new IllegalStateException("the page has " + first.size() + " rows");
        }
    }

    private Comparison compared(Account full, Account other, Runnable what) {
        return Comparison.alternating(
                ROUNDS, () -> milliseconds(full, PAGES, what), () -> milliseconds(other, PAGES, what));
    }

    private double milliseconds(Account who, int times, Runnable what) {
        return actors.as(who, () -> {
            long begun = System.nanoTime();
            for (int i = 0; i < times; i++) {
                what.run();
            }
            return (System.nanoTime() - begun) / 1e6 / times;
        });
    }
}
