package cn.baosong.filing.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.account.Account;
import cn.baosong.common.Texts;
import cn.baosong.filing.BatchProcess;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingMethod;
import cn.baosong.filing.FilingScenario;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.seal.Seals;
import cn.baosong.testing.Together;
import cn.baosong.upload.RowStatus;
import cn.baosong.upload.UploadedRow;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** An administrator files for an enterprise (IMP-07, 08) that files itself at the same moment. */
class BatchMeetsEnterpriseTest extends FilingScenario {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Executor OWN_THREAD = work -> new Thread(work).start();

    @Autowired
    private BatchReports batches;

    @Autowired
    private Seals seals;

    @Autowired
    private TransactionTemplate transaction;

    private Account administrator;

    @BeforeEach
    void nothingRunsByItself() {
        administrator = desks.holder(desks.yuhang());
        engine.getManagementService().suspendJobDefinitionByProcessDefinitionKey(BatchProcess.KEY, true);
    }

    @AfterEach
    void goOn() {
        engine.getManagementService().activateJobDefinitionByProcessDefinitionKey(BatchProcess.KEY, true);
    }

    /** Both are about to seal: held up until each waits, they go on one after the other and neither is refused. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anotherMonthIsFiledMeanwhile(boolean enterpriseFirst) throws Exception {
        var enterprise = fixture.enterprise();
        fixture.submitted(enterprise, MONTH.minusMonths(2));
        var own = fixture.filled(enterprise, MONTH.minusMonths(1));
        var run = uploaded(List.of(enterprise));
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var holding = CompletableFuture.runAsync(
                () -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("SELECT sequence FROM seal_head WHERE enterprise_id = :id FOR UPDATE")
                            .param("id", own.enterprise())
                            .query(Long.class)
                            .single();
                    held.countDown();
                    waitFor(release);
                }),
                OWN_THREAD);
        waitFor(held);

        var submission = (Callable<Object>) () -> submit(enterprise, own).passed();
        var chunk = (Callable<Object>) () -> {
            step(run);
            return true;
        };
        var first = begun(enterpriseFirst ? submission : chunk, 1);
        var second = begun(enterpriseFirst ? chunk : submission, 2);
        release.countDown();
        holding.join();

        assertThat(first.join()).isEqualTo(true);
        assertThat(second.join()).isEqualTo(true);
        assertThat(rows(run)).extracting(UploadedRow::status).containsExactly(RowStatus.DONE);
        assertThat(status(own)).isEqualTo(FilingStatus.UNDER_REVIEW);
        assertThat(mine(enterprise).status()).isEqualTo(FilingStatus.UNDER_REVIEW);
        assertThat(seals.verify(own.enterprise()).intact()).isTrue();
    }

    /** Goes on once as many as {@code waiting} sessions of the database wait for somebody else's lock. */
    private CompletableFuture<Object> begun(Callable<Object> work, int waiting) {
        var outcome = CompletableFuture.<Object>supplyAsync(
                () -> {
                    try {
                        return work.call();
                    } catch (Exception failure) {
                        return failure;
                    }
                },
                OWN_THREAD);
        await().atMost(PATIENCE)
                .until(() ->
                        jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0")
                                        .query(Integer.class)
                                        .single()
                                >= waiting);
        return outcome;
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void ofTheSameMonthOneReportIsBegunAndTheOtherIsToldSo() throws Exception {
        var all = Stream.generate(fixture::enterprise).limit(6).toList();
        var run = uploaded(all);
        var inOrder = rows(run).stream()
                .map(row -> all.stream()
                        .filter(one -> one.loginName().equals(row.loginName()))
                        .findFirst()
                        .orElseThrow())
                .toList();
        var sides = new ConcurrentLinkedQueue<Callable<Object>>();
        sides.add(() -> {
            step(run);
            return true;
        });
        sides.add(() -> {
            inOrder.forEach(one -> actors.as(one, () -> filings.open(ReportTask.monthly(MONTH))));
            return true;
        });

        assertThat(Together.run(2, () -> sides.remove().call())).containsOnly(true);

        assertThat(rows(run)).hasSize(all.size()).allSatisfy(row -> {
            var filing = mine(inOrder.get(rows(run).indexOf(row)));
            if (row.status() == RowStatus.DONE) {
                assertThat(filing.method()).isEqualTo(FilingMethod.BATCH);
                assertThat(filing.status()).isEqualTo(FilingStatus.UNDER_REVIEW);
            } else {
                assertThat(row.status()).isEqualTo(RowStatus.ALREADY);
                assertThat(row.problems()).singleElement().satisfies(problem -> assertThat(problem.chinese())
                        .contains("企业已开始填报"));
                assertThat(filing.method()).isEqualTo(FilingMethod.ONLINE);
                assertThat(filing.status()).isEqualTo(FilingStatus.EDITING);
            }
        });
    }

    private UUID uploaded(List<Account> enterprises) {
        var file = new FilledBatch(actors.as(
                administrator,
                () -> batches.template(ReportTask.monthly(MONTH), BatchReports.EVERYWHERE, Texts.CHINESE)));
        enterprises.forEach(one -> file.put(one.loginName(), FilledBatch.good(MONTH)));
        return actors.as(
                        administrator,
                        () -> batches.upload(
                                ReportTask.monthly(MONTH),
                                "月报.xlsx",
                                new ByteArrayInputStream(file.bytes()),
                                Texts.CHINESE))
                .run();
    }

    private void step(UUID run) {
        var management = engine.getManagementService();
        var instance =
                actors.as(administrator, () -> batches.run(run)).orElseThrow().processInstance();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId());
    }

    private List<UploadedRow> rows(UUID run) {
        return actors.as(administrator, () -> batches.rows(run, null, 0, 100));
    }

    private Filing mine(Account enterprise) {
        return actors.as(enterprise, () -> filings.mine(ReportTask.monthly(MONTH)))
                .orElseThrow();
    }
}
