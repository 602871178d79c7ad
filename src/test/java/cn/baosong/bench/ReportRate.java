package cn.baosong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.filing.Filings;
import cn.baosong.filing.LoadedReports;
import cn.baosong.form.FormValidator.Mode;
import cn.baosong.testing.Actors;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.StatementCounter;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Checking a report of a quarter's month with every indicator of industry, last month's and last year's beside it; and
 * submitting one, from the draft to the sealed version, divided by the bare engine on the same model. One thread; what
 * was submitted is withdrawn again, which is not measured.
 */
@Measurement
@Tag("report")
@BenchApplication
class ReportRate {

    private static final YearMonth MONTH = YearMonth.of(2021, 11);
    private static final int REPORTS = 10;
    private static final int WARM_UP = 300;
    private static final int OPERATIONS = 100;
    private static final int ROUNDS = 7;
    private static final int COUNTED = 10;

    @Autowired
    private Actors actors;

    @Autowired
    private FilingFixture fixture;

    @Autowired
    private Filings filings;

    @Autowired
    private LoadedReports loaded;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private DataSource dataSource;

    private SignedIn person;

    @Test
    void measure(Benchmark benchmark) {
        Account account = fixture.enterprise();
        person = new SignedIn(account.id(), account.loginName(), account.phone(), Set.of(Role.ENTERPRISE));
        fixture.accepted(account, MONTH.minusYears(1));
        fixture.accepted(account, MONTH.minusMonths(1));
        var report = fixture.filled(account, MONTH).id();
        assertThat(actors.as(person, () -> filings.check(report, Mode.SUBMIT)).comparable())
                .isTrue();
        report(benchmark, "check.report", loaded.judging(report), "all rules over a loaded report, target under 2");
        report(
                benchmark,
                "check.filing",
                () -> actors.as(person, () -> filings.check(report, Mode.SUBMIT)),
                "the same through the service, loading included");
        submissions(benchmark, account);
    }

    private static void report(Benchmark benchmark, String name, Runnable check, String note) {
        milliseconds(WARM_UP, check);
        benchmark.report(name, Rounds.of(ROUNDS, () -> milliseconds(OPERATIONS, check)), "ms", note);
    }

    private static double milliseconds(int times, Runnable work) {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            work.run();
        }
        return (System.nanoTime() - begun) / 1e6 / times;
    }

    private void submissions(Benchmark benchmark, Account account) {
        try (var bare = new BareReports(engine)) {
            List<UUID> ours = new ArrayList<>();
            List<String> others = new ArrayList<>();
            for (int i = 0; i < REPORTS; i++) {
                ours.add(fixture.filled(account, MONTH.plusMonths(1L + i)).id());
                others.add(bare.open());
            }
            perSecond(WARM_UP, ours, this::submit, this::withdraw);
            perSecond(WARM_UP, others, bare::submit, bare::withdraw);
            Comparison found = Comparison.alternating(
                    ROUNDS,
                    () -> perSecond(OPERATIONS, ours, this::submit, this::withdraw),
                    () -> perSecond(OPERATIONS, others, bare::submit, bare::withdraw));
            benchmark.report("submit.rate", found.ours(), "per-s", "1 thread, durable");
            benchmark.report("submit.bare-rate", found.baseline(), "per-s", "1 thread, durable");
            benchmark.report("submit.ratio", found.ratio(), "of-bare", "target at least 0.6");
            count(benchmark, "submit.statements", ours, this::submit, this::withdraw);
            count(benchmark, "submit.bare-statements", others, bare::submit, bare::withdraw);
        }
    }

    private void submit(UUID report) {
        var check = actors.as(person, () -> filings.submit(report));
        if (!check.passed()) {
            throw new IllegalStateException("not submitted: " + check.problems() + check.findings());
        }
    }

    private void withdraw(UUID report) {
        actors.as(person, () -> filings.withdraw(report));
    }

    private static <T> double perSecond(int times, List<T> reports, Consumer<T> submit, Consumer<T> withdraw) {
        long spent = 0;
        for (int i = 0; i < times; i++) {
            T report = reports.get(i % reports.size());
            long begun = System.nanoTime();
            submit.accept(report);
            spent += System.nanoTime() - begun;
            withdraw.accept(report);
        }
        return times * 1e9 / spent;
    }

    private <T> void count(
            Benchmark benchmark, String name, List<T> reports, Consumer<T> submit, Consumer<T> withdraw) {
        Map<String, Integer> sent = new TreeMap<>();
        for (int i = 0; i < COUNTED; i++) {
            T report = reports.get(i % reports.size());
            ((StatementCounter) dataSource)
                    .countOfThisThread(() -> submit.accept(report))
                    .forEach((sql, times) -> sent.merge(sql, times, Integer::sum));
            withdraw.accept(report);
        }
        double commits = sent.getOrDefault(StatementCounter.COMMIT, 0) / (double) COUNTED;
        double statements = sent.values().stream().mapToInt(Integer::intValue).sum() / (double) COUNTED - commits;
        if (Boolean.getBoolean("bench.statements")) {
            sent.forEach((sql, times) -> System.out.printf("%6.2f  %s%n", times / (double) COUNTED, sql));
        }
        benchmark.report(name, new Rounds(List.of(statements)), "per-one", "and %.1f commits".formatted(commits));
    }
}
