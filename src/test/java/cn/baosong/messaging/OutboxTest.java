package cn.baosong.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.baosong.common.Texts;
import cn.baosong.messaging.repository.OutboxQueue;
import cn.baosong.testing.TestPhone;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends by e-mail: nothing else in these tests carries it, so that no other worker takes the rows. */
class OutboxTest extends MessagingTest {

    private static final MessagingSettings SETTINGS = settings(Duration.ofMillis(1));

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxQueue queue;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private PlatformTransactionManager transactions;

    private final String recipient = UUID.randomUUID() + "@example.org";
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());

    @Test
    void sendsWhatWasCommittedAndForgetsTheText() {
        var id = send(mail("123456"));

        deliverAt(Instant.now());

        assertThat(received).singleElement().asString().contains("123456").contains("5");
        assertThat(column(id, "status")).isEqualTo("SENT");
        assertThat(column(id, "body")).isNull();
        assertThat(column(id, "sent_at")).isNotNull();
    }

    @Test
    void neverSendsWhatWasRolledBack() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            outbox.send(mail("654321"));
            status.setRollbackOnly();
        });

        deliverAt(Instant.now());

        assertThat(received).isEmpty();
    }

    @Test
    void refusesToSendOutsideATransaction() {
        assertThatThrownBy(() -> outbox.send(mail("1"))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void refusesRecipientsAndTemplatesThatAreNone() {
        for (var phone : new String[] {"", "1380013800", "138001380000", "1380013800a", "13800138000\nBCC: x"}) {
            assertThatThrownBy(() -> send(Message.sms(phone, "code-login", Texts.CHINESE, "1", "5")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("138");
        }
        for (var address : new String[] {"", "a", "a@b c", "a@b\r\nBcc: c@d", "a@b,c@d", "@b"}) {
            var message =
                    new Message(Channel.EMAIL, address, "code-login", Texts.CHINESE, List.of("1", "5"), false, null);
            assertThatThrownBy(() -> send(message)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> send(Message.sms(TestPhone.fresh(), "no-such-template", Texts.CHINESE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-template");
    }

    @Test
    void keepsTheTextOnOneLineAndOfBearableLength() {
        send(mail("12\r\nSubject: free\u0000money" + "x".repeat(5000)));

        deliverAt(Instant.now());

        assertThat(received).singleElement().satisfies(text -> {
            assertThat(text).hasSizeLessThanOrEqualTo(1000).contains("12 Subject: free money");
            assertThat(text.chars()).noneMatch(Character::isISOControl);
        });
    }

    @Test
    void speaksBothLanguages() {
        send(new Message(Channel.EMAIL, recipient, "code-login", Texts.CHINESE, List.of("111111", "5"), false, null));
        send(new Message(Channel.EMAIL, recipient, "code-login", Locale.ENGLISH, List.of("222222", "5"), false, null));

        deliverAt(Instant.now());

        assertThat(received).anyMatch(text -> text.contains("验证码 111111"));
        assertThat(received).anyMatch(text -> text.contains("Code 222222"));
    }

    @Test
    void triesAgainLaterAndLaterAndGivesUp() {
        var id = send(mail("777777"));
        var failing = delivery(
                (to, text) -> {
                    throw new IOException("cannot reach " + to + " on 13800138000:\n" + text);
                },
                Instant.now());
        failing.deliver(false, () -> true);
        assertThat(column(id, "status")).isEqualTo("QUEUED");
        assertThat(column(id, "attempts")).isEqualTo(1);
        assertThat((String) column(id, "last_error"))
                .startsWith("IOException")
                .doesNotContain("777777", "13800138000", "example.org", "验证码", "\n");

        failing.deliver(false, () -> true);
        assertThat(column(id, "attempts")).as("not before it is due").isEqualTo(1);

        deliverFailingAt(Instant.now().plusSeconds(6));
        assertThat(column(id, "attempts")).isEqualTo(2);
        deliverFailingAt(Instant.now().plusSeconds(30));

        assertThat(column(id, "status")).isEqualTo("FAILED");
        assertThat((String) column(id, "body"))
                .as("an operator can send it again")
                .contains("777777");
        deliverAt(Instant.now().plus(Duration.ofDays(1)));
        assertThat(received).isEmpty();
    }

    @Test
    void aGatewayThatRecoversGetsTheMessage() {
        var id = send(mail("424242"));
        deliverFailingAt(Instant.now());

        deliverAt(Instant.now().plusSeconds(6));

        assertThat(received).hasSize(1);
        assertThat(column(id, "status")).isEqualTo("SENT");
    }

    @Test
    void twoWorkersNeverSendTheSameMessage() throws Exception {
        for (var number = 0; number < 120; number++) {
            send(mail(String.format("%06d", number)));
        }
        var pool = Executors.newFixedThreadPool(6);
        try {
            var work = new ArrayList<Callable<Integer>>();
            for (var worker = 0; worker < 6; worker++) {
                work.add(() -> {
                    var delivery = delivery((to, text) -> received.add(text), Instant.now());
                    var sum = 0;
                    for (var taken = delivery.deliver(false, () -> true);
                            taken > 0;
                            taken = delivery.deliver(false, () -> true)) {
                        sum += taken;
                    }
                    return sum;
                });
            }
            for (var worker : pool.invokeAll(work)) {
                worker.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(received).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void aWorkerThatDiedLeavesItsMessagesToTheNext() {
        send(mail("999999"));
        var now = Instant.now();
        var dead = queue.take(Channel.EMAIL, false, 50, now, now, now.plus(SETTINGS.lease()));
        assertThat(dead).hasSize(1);

        deliverAt(now.plusSeconds(60));
        assertThat(received).as("it is still the first one's").isEmpty();

        deliverAt(now.plus(SETTINGS.lease()).plusSeconds(1));
        assertThat(received).hasSize(1);

        queue.retry(dead.get(0), "late answer of the dead", now);
        assertThat(column(dead.get(0).id(), "status")).isEqualTo("SENT");
    }

    @Test
    void urgentMessagesGoFirstAndAreDroppedWhenLate() {
        send(mail("000001"));
        var urgent =
                send(new Message(Channel.EMAIL, recipient, "code-login", Texts.CHINESE, List.of("2", "5"), true, null));
        var now = Instant.now();

        delivery((to, text) -> received.add(text), now).deliver(true, () -> true);
        assertThat(received)
                .as("the urgent lane leaves ordinary messages alone")
                .hasSize(1);
        assertThat(column(urgent, "status")).isEqualTo("SENT");

        var late =
                send(new Message(Channel.EMAIL, recipient, "code-login", Texts.CHINESE, List.of("3", "5"), true, null));
        var after = now.plus(Duration.ofMinutes(6));
        delivery((to, text) -> received.add(text), after).deliver(true, () -> true);
        assertThat(received).as("what is late is not sent, dropped or not").hasSize(1);
        delivery((to, text) -> received.add(text), now.plus(Duration.ofMinutes(6)))
                .dropLate();
        assertThat(column(late, "status")).isEqualTo("FAILED");
        assertThat(column(late, "body")).isNull();
    }

    @Test
    void aCommitWakesTheWorkers() {
        var node = new TestNode(
                context,
                settings(Duration.ofHours(1)),
                Clock.systemUTC(),
                TestNode.carrier(Channel.EMAIL, parcel -> received.add(parcel.text())));
        node.start();
        try {
            for (var urgent : new boolean[] {true, false}) {
                received.clear();
                new TransactionTemplate(transactions).executeWithoutResult(status -> node.outbox()
                        .send(new Message(
                                Channel.EMAIL,
                                recipient,
                                "code-login",
                                Texts.CHINESE,
                                List.of("565656", "5"),
                                urgent,
                                null)));
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> received.stream().anyMatch(text -> text.contains("565656")));
            }
        } finally {
            node.close();
        }
    }

    @Test
    void operatorsSeeWhatWasGivenUp() {
        assertThat(meters.get("baosong.outbox.messages")
                        .tag("status", "failed")
                        .gauge()
                        .value())
                .isEqualTo(queue.count("FAILED"));
    }

    @Test
    void withoutAGatewayMessagesWait() {
        assertThat(outbox.canSend(Channel.EMAIL)).isFalse();
        var id = send(mail("313131"));
        new TestNode(context, SETTINGS, Clock.systemUTC()).deliver();
        assertThat(column(id, "status")).isEqualTo("QUEUED");
        assertThat(column(id, "attempts")).isEqualTo(0);
        deliverAt(Instant.now());
    }

    private Message mail(String code) {
        return new Message(Channel.EMAIL, recipient, "code-login", Texts.CHINESE, List.of(code, "5"), false, null);
    }

    private UUID send(Message message) {
        return new TransactionTemplate(transactions).execute(status -> outbox.send(message));
    }

    private void deliverAt(Instant now) {
        delivery((to, text) -> received.add(text), now).deliver(false, () -> true);
    }

    private void deliverFailingAt(Instant now) {
        delivery(
                        (to, text) -> {
                            throw new IOException("down");
                        },
                        now)
                .deliver(false, () -> true);
    }

    /** Only the recipient of this test counts; rows of others are taken and forgotten. */
    private OutboxDelivery delivery(Hand hand, Instant now) {
        var own = TestNode.carrier(Channel.EMAIL, parcel -> {
            if (parcel.recipient().equals(recipient)) {
                hand.over(parcel.recipient(), parcel.text());
            }
        });
        return new TestNode(context, SETTINGS, Clock.fixed(now, ZoneOffset.UTC), own).delivery;
    }

    private interface Hand {
        void over(String recipient, String text) throws Exception;
    }

    private static MessagingSettings settings(Duration poll) {
        return new MessagingSettings(
                1,
                1,
                50,
                poll,
                Duration.ofMinutes(2),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                3,
                Duration.ofMinutes(5),
                100,
                Duration.ofSeconds(10));
    }
}
