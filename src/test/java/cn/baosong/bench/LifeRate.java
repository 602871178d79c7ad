package cn.baosong.bench;

import cn.baosong.account.Account;
import cn.baosong.filing.Filings;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import cn.baosong.review.Reviews;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.StatementCounter;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whole lives of reports, from the filled-in draft over county, city and province to the nation's acceptance, divided by
 * the bare engine: on the same models with empty delegates, and on the plainest model. One thread, durable; filling in is
 * not measured.
 */
@Measurement
@Tag("review")
@BenchApplication
class LifeRate {

    private static final YearMonth FIRST = YearMonth.of(2019, 1);
    private static final int MONTHS = 80;
    private static final int ENTERPRISES = 6;
    private static final int WARM_UP = 60;
    private static final int LIVES = 50;
    private static final int ROUNDS = 7;
    private static final int COUNTED = 10;

    @Autowired
    private Actors actors;

    @Autowired
    private FilingFixture fixture;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private Desks posts;

    @Autowired
    private Filings filings;

    @Autowired
    private Reviews reviews;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private DataSource dataSource;

    private record Draft(Account enterprise, UUID filing) {}

    @Test
    void measure(Benchmark benchmark) {
        var drafts = drafts();
        try (var bare = new BareReports(engine);
                var plain = new PlainLives(engine)) {
            Deque<String> opened = new ArrayDeque<>();
            for (int i = 0; i < WARM_UP + LIVES * ROUNDS; i++) {
                opened.add(bare.open());
            }
            ours(WARM_UP, drafts);
            perSecond(WARM_UP, () -> bare.life(opened.remove()));
            perSecond(WARM_UP, plain::life);
            List<Double> fixed = new ArrayList<>();
            var found = Comparison.alternating(
                    ROUNDS,
                    () -> {
                        var rate = ours(LIVES, drafts);
                        fixed.add(rate / perSecond(LIVES, plain::life));
                        return rate;
                    },
                    () -> perSecond(LIVES, () -> bare.life(opened.remove())));
            benchmark.report("life.rate", found.ours(), "per-s", "1 thread, durable");
            benchmark.report("life.bare-rate", found.baseline(), "per-s", "the same models, empty delegates");
            benchmark.report("life.ratio", found.ratio(), "of-bare", "target at least 0.6");
            benchmark.report("life.fixed", new Rounds(fixed), "of-plain", "the plainest model, its start included");
        }
        count(benchmark, drafts);
    }

    private Deque<Draft> drafts() {
        Deque<Draft> drafts = new ArrayDeque<>();
        for (int number = 0; number < ENTERPRISES; number++) {
            var enterprise = fixture.enterprise();
            for (int month = 0; month < MONTHS; month++) {
                drafts.add(new Draft(
                        enterprise,
                        fixture.filled(enterprise, FIRST.plusMonths(month)).id()));
            }
        }
        return drafts;
    }

    private double ours(int times, Deque<Draft> drafts) {
        return perSecond(times, () -> life(drafts.remove()));
    }

    private void life(Draft draft) {
        var check = actors.as(draft.enterprise(), () -> filings.submit(draft.filing()));
        if (!check.passed()) {
            throw new IllegalStateException("not submitted: " + check.problems() + check.findings());
        }
        for (Desk desk = desks.yuhang();
                desk != null;
                desk = posts.superior(desk.id()).orElse(null)) {
            actors.as(desks.holder(desk), () -> reviews.accept("filing", draft.filing()));
        }
    }

    private static double perSecond(int times, Runnable life) {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            life.run();
        }
        return times * 1e9 / (System.nanoTime() - begun);
    }

    private void count(Benchmark benchmark, Deque<Draft> drafts) {
        Map<String, Integer> sent = new TreeMap<>();
        for (int i = 0; i < COUNTED; i++) {
            ((StatementCounter) dataSource)
                    .countOfThisThread(() -> life(drafts.remove()))
                    .forEach((sql, times) -> sent.merge(sql, times, Integer::sum));
        }
        double commits = sent.getOrDefault(StatementCounter.COMMIT, 0) / (double) COUNTED;
        double statements = sent.values().stream().mapToInt(Integer::intValue).sum() / (double) COUNTED - commits;
        if (Boolean.getBoolean("bench.statements")) {
            sent.forEach((sql, times) -> System.out.printf("%6.2f  %s%n", times / (double) COUNTED, sql));
        }
        benchmark.report(
                "life.statements", new Rounds(List.of(statements)), "per-one", "and %.1f commits".formatted(commits));
    }
}
