package cn.baosong.messaging;

import cn.baosong.common.Texts;
import cn.baosong.messaging.repository.ChannelStateTable;
import cn.baosong.messaging.repository.OutboxQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.util.unit.DataSize;

/** The messaging of one more node on the database of a context, with carriers and settings of its own. */
public final class TestNode implements AutoCloseable {

    final ChannelHealth health;
    final OutboxDelivery delivery;
    private final OutboxWorkers workers;
    private final Outbox outbox;

    public TestNode(ApplicationContext context, MessagingSettings settings, Clock clock, Carrier... carriers) {
        var queue = context.getBean(OutboxQueue.class);
        var all = new Carriers(List.of(carriers));
        health = new ChannelHealth(context.getBean(ChannelStateTable.class), settings, clock);
        delivery = new OutboxDelivery(queue, all, health, settings, clock);
        workers = new OutboxWorkers(delivery, settings);
        outbox = new Outbox(queue, context.getBean(Texts.class), clock, all, health, workers);
    }

    /** @return what every test wants: short waits, many attempts */
    public static MessagingSettings settings() {
        return new MessagingSettings(
                4,
                2,
                20,
                Duration.ofMillis(20),
                Duration.ofSeconds(60),
                Duration.ofMillis(50),
                Duration.ofMillis(500),
                30,
                Duration.ofMinutes(5),
                3,
                Duration.ofMillis(100));
    }

    /** @return a carrier to a gateway that takes JSON */
    public static Carrier carrier(TestGateway gateway, Duration timeout) {
        return new HttpSmsCarrier(new SmsSettings(
                gateway.url(),
                "POST",
                Map.of(),
                "application/json",
                "{\"id\":\"{id}\",\"to\":\"{phone}\",\"content\":\"{text}\"}",
                "2..",
                "\"code\":\"OK\"",
                Duration.ofSeconds(3),
                timeout,
                DataSize.ofKilobytes(64)));
    }

    /** @return a carrier of this kind */
    static Carrier carrier(Channel channel, Hand hand) {
        return new Carrier() {
            @Override
            public Channel channel() {
                return channel;
            }

            @Override
            public void carry(Parcel parcel) throws Exception {
                hand.over(parcel);
            }
        };
    }

    /** What takes a message. */
    interface Hand {
        void over(Parcel parcel) throws Exception;
    }

    public Outbox outbox() {
        return outbox;
    }

    /** One round of an ordinary worker. */
    int deliver() {
        return delivery.deliver(false, () -> true);
    }

    public TestNode start() {
        workers.start();
        return this;
    }

    @Override
    public void close() {
        workers.stop();
    }
}
