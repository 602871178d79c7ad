package cn.baosong.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.baosong.common.Texts;
import cn.baosong.messaging.repository.ChannelStateTable;
import cn.baosong.messaging.repository.OutboxQueue;
import cn.baosong.testing.MovableClock;
import cn.baosong.testing.TestPhone;
import cn.baosong.testing.Together;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A channel that fails: what rests, what is tried, what goes another way, and how it ends. */
class IncidentTest extends MessagingTest {

    private static final Duration PROBE = Duration.ofSeconds(10);
    private static final MessagingSettings SETTINGS = new MessagingSettings(
            1,
            1,
            20,
            Duration.ofMillis(1),
            Duration.ofMinutes(2),
            Duration.ofSeconds(5),
            Duration.ofHours(1),
            30,
            Duration.ofMinutes(5),
            3,
            PROBE);
    private static final String ADDRESS = "zhang@example.org";

    @Autowired
    private OutboxQueue queue;

    @Autowired
    private ChannelStateTable states;

    /** From now on: the application's own workers drop what is late by the real clock. */
    private final MovableClock clock = new MovableClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));

    private final List<Parcel> sms = Collections.synchronizedList(new ArrayList<>());
    private final List<Parcel> mails = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean dead;

    @Test
    void ordinaryMessagesRestAndOneAtATimeIsTried() {
        var node = node(clock, SETTINGS, smsCarrier());
        var other = node(clock, SETTINGS, smsCarrier());
        dead = true;
        for (var number = 0; number < 10; number++) {
            send(node, ordinary());
        }
        node.deliver();

        assertThat(node.outbox().hasIncident(Channel.SMS)).isTrue();
        await().until(() -> other.outbox().hasIncident(Channel.SMS));
        assertThat(tries()).as("three opened the incident, the others rest").isEqualTo(3);
        assertThat(other.deliver() + node.deliver()).as("not yet").isZero();

        clock.advance(PROBE);
        assertThat(other.deliver() + node.deliver()).as("one, on whatever node").isEqualTo(1);
        for (var hour = 0; hour < 100; hour++) {
            clock.advance(PROBE);
            assertThat(node.deliver() + other.deliver()).isEqualTo(1);
        }
        assertThat(tries()).as("no attempt of one that rests is burnt").isEqualTo(3);
        assertThat(count("FAILED")).isZero();

        dead = false;
        clock.advance(PROBE);
        assertThat(node.deliver()).isEqualTo(1);
        assertThat(node.outbox().hasIncident(Channel.SMS)).isFalse();
        await().until(() -> !other.outbox().hasIncident(Channel.SMS));
        other.deliver();
        assertThat(count("SENT"))
                .as("all flows at once, whoever waited after a failure too")
                .isEqualTo(10);
    }

    @Test
    void aSuccessInBetweenIsNoIncident() {
        var node = node(clock, SETTINGS, smsCarrier());
        for (var round = 0; round < 4; round++) {
            dead = true;
            send(node, ordinary());
            node.deliver();
            dead = false;
            send(node, ordinary());
            node.deliver();
            assertThat(states.all()).isEmpty();
        }
        assertThat(node.outbox().hasIncident(Channel.SMS)).isFalse();
    }

    @Test
    void aCodeGoesByEMailAtTheFirstFailedTry() {
        var node = node(clock, SETTINGS, smsCarrier(), mailCarrier());
        dead = true;
        var id = send(node, code(ADDRESS));
        node.deliver();
        node.deliver();

        assertThat(sms).isEmpty();
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo(ADDRESS);
            assertThat(mail.text()).contains("123456");
            assertThat(mail.subject()).isEqualTo("【报送】登录验证码");
            assertThat(mail.id()).isEqualTo(id);
        });
        assertThat(column(id, "status")).isEqualTo("SENT");
        assertThat(column(id, "channel")).isEqualTo("EMAIL");
    }

    @Test
    void duringAnIncidentCodesThatWaitAndNewOnesGoByEMail() {
        var blind = node(clock, SETTINGS, mailCarrier());
        var waiting = send(blind, code(ADDRESS).orEmail(null));
        jdbc.sql("UPDATE outbox_message SET fallback_recipient = :address")
                .param("address", ADDRESS)
                .update();
        for (var failure = 0; failure < 3; failure++) {
            states.failed(Channel.SMS, "down", clock.instant());
        }
        dead = true;
        var node = node(clock, SETTINGS, smsCarrier(), mailCarrier());
        var queued = send(node, code("li@example.org"));
        var without = send(node, code(null));

        assertThat(column(queued, "channel")).isEqualTo("EMAIL");
        assertThat(column(without, "channel")).isEqualTo("SMS");
        node.deliver();
        node.deliver();
        assertThat(mails).extracting(Parcel::recipient).containsExactlyInAnyOrder(ADDRESS, "li@example.org");
        assertThat(column(waiting, "channel")).isEqualTo("EMAIL");
        assertThat(node.outbox().hasIncident(Channel.SMS)).isTrue();

        dead = false;
        clock.advance(PROBE);
        node.deliver();
        assertThat(sms).as("the one without an address was the probe").hasSize(1);
        var after = send(node, code(ADDRESS));
        assertThat(column(after, "channel")).as("back to SMS").isEqualTo("SMS");
    }

    @Test
    void withoutEMailOrWithADeadOneCodesStaySms() {
        dead = true;
        for (var node : List.of(
                node(clock, SETTINGS, smsCarrier()),
                node(clock, SETTINGS, smsCarrier(), TestNode.carrier(Channel.EMAIL, parcel -> {
                    throw new IOException("down");
                })))) {
            nothingWaitsAndNothingFails();
            for (var failure = 0; failure < 3; failure++) {
                states.failed(Channel.EMAIL, "down", clock.instant());
            }
            var id = send(node, code(ADDRESS));
            node.deliver();
            assertThat(column(id, "channel")).isEqualTo("SMS");
            assertThat(column(id, "status")).isEqualTo("QUEUED");
        }
    }

    @Test
    void aWrongFallbackIsRefused() {
        var node = node(clock, SETTINGS, smsCarrier());
        assertThatThrownBy(() -> send(node, code("a@b\r\nBcc: c@d"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoIsSlowerThanHisLeaseChangesNothing() {
        var node = node(clock, SETTINGS, mailCarrier());
        var id = send(node, code(ADDRESS));
        jdbc.sql("UPDATE outbox_message SET channel = 'SMS', fallback_recipient = :address")
                .param("address", ADDRESS)
                .update();
        var now = clock.instant();
        var slow =
                queue.take(Channel.SMS, true, 1, now, now, now.plusSeconds(1)).get(0);
        queue.fallBackWaiting(now.plusSeconds(2));
        assertThat(column(id, "channel")).isEqualTo("EMAIL");
        queue.take(Channel.EMAIL, true, 1, now, now.plusSeconds(2), now.plusSeconds(60));

        queue.giveUp(slow, "late");
        queue.sent(slow, now);
        queue.release(slow, now);
        assertThat(column(id, "status")).isEqualTo("QUEUED");
        assertThat(column(id, "body")).isNotNull();
    }

    @Test
    void whatAWorkerHasInHandGoesNoOtherWay() {
        var node = node(clock, SETTINGS, smsCarrier());
        send(node, code(ADDRESS));
        var now = clock.instant();
        assertThat(queue.take(Channel.SMS, true, 1, now, now, now.plusSeconds(60)))
                .hasSize(1);

        assertThat(queue.fallBackWaiting(now.plusSeconds(1))).isZero();
        assertThat(queue.takeProbe(Channel.SMS, now, now.plusSeconds(1), now.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void nodesThatFailTogetherCountEveryFailureAndOneProbes() throws Exception {
        var node = node(clock, SETTINGS, smsCarrier());
        send(node, ordinary());
        Together.run(8, () -> node.health.failed(Channel.SMS, "down"));
        assertThat(states.all()).singleElement().satisfies(row -> assertThat(row.failures())
                .isEqualTo(8));
        clock.advance(PROBE);
        assertThat(Together.run(8, () -> node.health.mayProbe(Channel.SMS)))
                .containsOnlyOnce(true)
                .containsOnly(true, false);
    }

    @Test
    void aCodeWaitsForNoOrdinaryMessage() throws Exception {
        var hanging = new CountDownLatch(1);
        var carrier = TestNode.carrier(Channel.SMS, parcel -> {
            if (!parcel.text().contains("123456")) {
                hanging.await();
            }
            sms.add(parcel);
        });
        try (var node = node(Clock.systemUTC(), TestNode.settings(), carrier)) {
            for (var number = 0; number < 100; number++) {
                send(node, ordinary());
            }
            node.start();
            for (var number = 0; number < 10; number++) {
                send(node, code(null));
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> sms.size() == 10);
            hanging.countDown();
            await().atMost(Duration.ofSeconds(20)).until(() -> sms.size() == 110);
        }
    }

    private TestNode node(Clock time, MessagingSettings settings, Carrier... carriers) {
        return new TestNode(context, settings, time, carriers);
    }

    private Carrier smsCarrier() {
        return TestNode.carrier(Channel.SMS, parcel -> {
            if (dead) {
                throw new IOException("down");
            }
            sms.add(parcel);
        });
    }

    private Carrier mailCarrier() {
        return TestNode.carrier(Channel.EMAIL, mails::add);
    }

    private static Message ordinary() {
        return Message.sms(TestPhone.fresh(), "registration-approved", Texts.CHINESE, "海曙精工");
    }

    private static Message code(String address) {
        return Message.urgentSms(TestPhone.fresh(), "code-login", Texts.CHINESE, "123456", "5")
                .orEmail(address);
    }

    private long tries() {
        return jdbc.sql("SELECT coalesce(sum(attempts - attempts_before), 0) FROM outbox_message")
                .query(Long.class)
                .single();
    }
}
