package cn.baosong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.Texts;
import cn.baosong.messaging.Carrier;
import cn.baosong.messaging.Message;
import cn.baosong.messaging.MessagingSettings;
import cn.baosong.messaging.Parcel;
import cn.baosong.messaging.TestGateway;
import cn.baosong.messaging.TestNode;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Messages that leave a full outbox in a second, each taken, posted to a gateway on this machine that answers at once,
 * and marked, durable; beside it the same posts from as many threads without any database.
 */
@Measurement
@Tag("account")
@BenchApplication
class OutboxRate {

    private static final int MESSAGES = 2000;
    private static final int AT_ONCE = 100;
    private static final int ROUNDS = 7;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PHONE = "13800138000";
    private static final String NAME = "海曙精工";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void measure(Benchmark benchmark) {
        // Nothing else waits: the gateway is here for a moment only.
        jdbc.sql("DELETE FROM outbox_message").update();
        MessagingSettings settings =
                Binder.get(new MockEnvironment()).bindOrCreate("baosong.messaging", MessagingSettings.class);
        try (TestGateway gateway = new TestGateway()) {
            Carrier carrier = TestNode.carrier(gateway, Duration.ofSeconds(10));
            drain(settings, carrier);
            post(settings.workers(), carrier);
            jdbc.sql("ANALYZE outbox_message").update();
            Comparison found = Comparison.alternating(
                    ROUNDS, () -> drain(settings, carrier), () -> post(settings.workers(), carrier));
            String threads = settings.workers() + " threads";
            benchmark.report("outbox.rate", found.ours(), "msg-per-s", threads + ", one node, durable");
            benchmark.report("outbox.bare-rate", found.baseline(), "msg-per-s", threads + ", no database");
            benchmark.report("outbox.ratio", found.ratio(), "of-bare", "");
        }
    }

    private double drain(MessagingSettings settings, Carrier carrier) {
        try (TestNode node = new TestNode(context, settings, Clock.systemUTC(), carrier)) {
            TransactionTemplate transaction = new TransactionTemplate(transactions);
            for (int number = 0; number < MESSAGES / AT_ONCE; number++) {
                transaction.executeWithoutResult(status -> Stream.generate(
                                () -> Message.sms(PHONE, "registration-approved", Texts.CHINESE, NAME))
                        .limit(AT_ONCE)
                        .forEach(node.outbox()::send));
            }
            long begun = System.nanoTime();
            node.start();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> waiting() == 0);
            double rate = MESSAGES / ((System.nanoTime() - begun) / 1e9);
            assertThat(jdbc.sql("SELECT count(*) FROM outbox_message WHERE status = 'FAILED'")
                            .query(Long.class)
                            .single())
                    .isZero();
            return rate;
        }
    }

    private long waiting() {
        return jdbc.sql("SELECT count(*) FROM outbox_message WHERE status = 'QUEUED'")
                .query(Long.class)
                .single();
    }

    private static double post(int threads, Carrier carrier) {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            long begun = System.nanoTime();
            Callable<Void> one = () -> {
                carrier.carry(new Parcel(UUID.randomUUID(), PHONE, null, NAME + " 企业注册已审核通过"));
                return null;
            };
            for (var done :
                    pool.invokeAll(Stream.generate(() -> one).limit(MESSAGES).toList())) {
                done.get();
            }
            return MESSAGES / ((System.nanoTime() - begun) / 1e9);
        } catch (Exception failure) {
            throw new IllegalStateException("the gateway did not answer", failure);
        } finally {
            pool.shutdownNow();
        }
    }
}
