package cn.baosong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.registration.Registrations;
import cn.baosong.review.Reviews;
import cn.baosong.testing.StatementCounter;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Registrations in a second, from opening to approval, divided by what the bare engine does with the same model on the
 * same durable database; each side with the number of threads that serves it best. No gateway carries the messages away:
 * their way from the outbox comes after the approval.
 */
@Measurement
@Tag("house")
@BenchApplication
class RegistrationRatio {

    private static final List<Integer> THREADS = List.of(1, 2, 4, 8);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration TRIAL = Duration.ofSeconds(4);
    private static final int TRIALS = 2;
    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final int ROUNDS = 7;
    private static final int ACCOUNTS = 40_000;
    private static final int COUNTED = 20;

    private final AtomicInteger next = new AtomicInteger();

    @Autowired
    private Applicants applicants;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Reviews reviews;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void measure(Benchmark benchmark) {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(jdbc.sql("SHOW " + setting).query(String.class).single()).isEqualTo("on");
        }
        applicants.prepare(ACCOUNTS);
        try (BareEngine bare = new BareEngine(engine)) {
            int begunOnBare = compare(benchmark, bare);
            assertThat(bare.completed()).isEqualTo(begunOnBare);
        }
        assertThat(jdbc.sql("SELECT count(*) FROM registration WHERE status = 'APPROVED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(next.get());
    }

    private int compare(Benchmark benchmark, BareEngine bare) {
        AtomicInteger onBare = new AtomicInteger();
        Runnable baseline = () -> {
            bare.register();
            onBare.incrementAndGet();
        };
        Load.perSecond(2, WARM_UP, this::register);
        Load.perSecond(2, WARM_UP, baseline);
        // As an installation that has run for a while: the planner knows its tables.
        jdbc.sql("ANALYZE").update();
        Map<Integer, Double> tried = new TreeMap<>();
        Map<Integer, Double> bareTried = new TreeMap<>();
        for (int pass = 0; pass < TRIALS; pass++) {
            for (int threads : THREADS) {
                tried.merge(threads, Load.perSecond(threads, TRIAL, this::register), Math::max);
                bareTried.merge(threads, Load.perSecond(threads, TRIAL, baseline), Math::max);
            }
        }
        int threads = best("registration", tried);
        int bareThreads = best("bare engine", bareTried);
        Comparison found = Comparison.alternating(
                ROUNDS,
                () -> Load.perSecond(threads, ROUND, this::register),
                () -> Load.perSecond(bareThreads, ROUND, baseline));
        benchmark.report("registration.rate", found.ours(), "per-s", threads + " threads, durable");
        benchmark.report("registration.bare-rate", found.baseline(), "per-s", bareThreads + " threads, durable");
        benchmark.report("registration.ratio", found.ratio(), "of-bare", "target at least 0.6");
        count(benchmark, "registration.statements", this::register);
        count(benchmark, "registration.bare-statements", baseline);
        return onBare.get();
    }

    private void register() {
        int number = next.getAndIncrement();
        var registration = applicants.asApplicant(number, () -> {
            var opened = registrations.open();
            registrations.keep(opened.id(), Applicants.values(number));
            var check = registrations.submit(opened.id());
            if (!check.passed()) {
                throw new IllegalStateException("not submitted: " + check.problems());
            }
            return opened;
        });
        applicants.asReviewerOf(number, () -> reviews.accept("registration", registration.id()));
    }

    private static int best(String who, Map<Integer, Double> tried) {
        tried.forEach((threads, rate) ->
                System.out.printf("%s, %d threads: %s per s%n", who, threads, Benchmark.figure(rate)));
        return Collections.max(tried.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** What goes to the database for one registration: no noise in this figure. */
    private void count(Benchmark benchmark, String name, Runnable work) {
        Map<String, Integer> sent = ((StatementCounter) dataSource).count(() -> {
            for (int i = 0; i < COUNTED; i++) {
                work.run();
            }
        });
        double commits = sent.getOrDefault(StatementCounter.COMMIT, 0) / (double) COUNTED;
        double statements = sent.values().stream().mapToInt(Integer::intValue).sum() / (double) COUNTED - commits;
        if (Boolean.getBoolean("bench.statements")) {
            sent.forEach((sql, times) -> System.out.printf("%6.2f  %s%n", times / (double) COUNTED, sql));
        }
        benchmark.report(name, new Rounds(List.of(statements)), "per-one", "and %.1f commits".formatted(commits));
    }
}
