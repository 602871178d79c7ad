package cn.baosong.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.common.Texts;
import cn.baosong.messaging.TestGateway.Mode;
import cn.baosong.testing.Together;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Ten thousand messages, a gateway that hangs, refuses and closes for part of it, two nodes, one of them replaced. */
class OutboxUnderLoadTest extends MessagingTest {

    private static final int THREADS = 4;
    private static final int TRANSACTIONS = 250;
    private static final int MESSAGES = 10;
    private static final int ROLLED_BACK_EVERY = 10;
    private static final Duration TIMEOUT = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final Set<UUID> committed = ConcurrentHashMap.newKeySet();
    private final Set<UUID> rolledBack = ConcurrentHashMap.newKeySet();

    @Test
    void everyCommittedMessageArrivesAndNoOther() throws Exception {
        try (var gateway = new TestGateway();
                var first = node(gateway);
                var second = node(gateway)) {
            first.start();
            second.start();
            var writing = new Thread(() -> write(first));
            writing.start();

            await().atMost(PATIENCE).until(() -> gateway.received().size() > 1000);
            gateway.mode(Mode.HANGS);
            await().atMost(PATIENCE).until(() -> first.outbox().hasIncident(Channel.SMS));
            for (var mode : List.of(Mode.REFUSES, Mode.SAYS_NO, Mode.DRIPS, Mode.CLOSES)) {
                gateway.mode(mode);
                await().atMost(PATIENCE).until(() -> gateway.tries() >= 5);
            }
            assertThat(first.outbox().hasIncident(Channel.SMS)).isTrue();
            second.close();
            writing.join();
            gateway.mode(Mode.UP);
            try (var third = node(gateway).start()) {
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> count("QUEUED") == 0);
                assertThat(third.outbox().canSend(Channel.SMS)).isTrue();
            }
            assertThat(committed).hasSize(THREADS * TRANSACTIONS * MESSAGES);
            assertThat(rolledBack).isNotEmpty();
            var arrived = arrived(gateway);
            assertThat(new HashSet<>(arrived)).isEqualTo(committed);
            assertThat(count("SENT")).isEqualTo(committed.size());
            assertThat(count("FAILED")).isZero();
            assertThat(first.outbox().hasIncident(Channel.SMS)).isFalse();
        }
    }

    private TestNode node(TestGateway gateway) {
        return new TestNode(context, TestNode.settings(), Clock.systemUTC(), TestNode.carrier(gateway, TIMEOUT));
    }

    /** Each thread in small transactions, of which some fail at their end. */
    private void write(TestNode node) {
        try {
            Together.run(THREADS, () -> {
                for (var number = 0; number < TRANSACTIONS; number++) {
                    committed.addAll(write(node, false));
                    if (number % ROLLED_BACK_EVERY == 0) {
                        rolledBack.addAll(write(node, true));
                    }
                }
                return null;
            });
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private List<UUID> write(TestNode node, boolean fails) {
        return transaction().execute(status -> {
            var ids = new ArrayList<UUID>();
            for (var number = 0; number < MESSAGES; number++) {
                ids.add(node.outbox()
                        .send(Message.sms(
                                "13800138000", "registration-approved", Texts.CHINESE, "海曙\"精工\" \\ {text}")));
            }
            if (fails) {
                status.setRollbackOnly();
            }
            return ids;
        });
    }

    private static List<UUID> arrived(TestGateway gateway) {
        return gateway.received().stream()
                .map(request -> ID.matcher(request.body()).results().findFirst().orElseThrow())
                .map(found -> UUID.fromString(found.group(1)))
                .collect(Collectors.toList());
    }
}
