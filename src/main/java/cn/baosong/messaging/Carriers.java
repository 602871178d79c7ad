package cn.baosong.messaging;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What carries messages, by channel. */
@Component
class Carriers {

    private static final Logger LOG = LoggerFactory.getLogger(Carriers.class);

    /** Hands one message over, or throws. */
    interface Carrier {
        void carry(String recipient, String text) throws Exception;
    }

    private final Map<Channel, Carrier> byChannel = new EnumMap<>(Channel.class);

    @Autowired
    Carriers(ObjectProvider<SmsGateway> sms) {
        var gateway = sms.getIfAvailable();
        if (gateway == null) {
            LOG.warn("No SMS gateway is configured: messages wait in the outbox, and no login code reaches anybody.");
        } else {
            byChannel.put(Channel.SMS, gateway::send);
        }
    }

    Carriers(Map<Channel, Carrier> byChannel) {
        this.byChannel.putAll(byChannel);
    }

    Set<Channel> channels() {
        return byChannel.keySet();
    }

    void carry(Channel channel, String recipient, String text) throws Exception {
        byChannel.get(channel).carry(recipient, text);
    }
}
