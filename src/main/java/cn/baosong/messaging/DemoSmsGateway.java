package cn.baosong.messaging;

import cn.baosong.messaging.repository.DemoInboxTable;
import java.time.Clock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Delivers into the inbox page instead of a mobile network. */
@Component
@Profile("demo")
class DemoSmsGateway implements SmsGateway {

    private final DemoInboxTable table;
    private final Clock clock;

    DemoSmsGateway(DemoInboxTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void send(String phone, String text) {
        table.add(phone, text, clock.instant());
    }
}
