package cn.baosong.messaging;

import cn.baosong.messaging.repository.DemoInboxTable;
import java.time.Clock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Deliver into the inbox page instead of a mobile network and a mail server. */
@Component
@Profile("demo")
class DemoCarriers {

    private final DemoInboxTable table;
    private final Clock clock;

    DemoCarriers(DemoInboxTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    Carrier of(Channel channel) {
        return new Carrier() {
            @Override
            public Channel channel() {
                return channel;
            }

            @Override
            public void carry(Parcel parcel) {
                table.add(channel, parcel.recipient(), parcel.subject(), parcel.text(), clock.instant());
            }
        };
    }
}
