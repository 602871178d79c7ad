package cn.baosong.messaging;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What carries messages, by channel. In the demo profile the inbox page takes what nothing else carries. */
@Component
class Carriers {

    private static final Logger LOG = LoggerFactory.getLogger(Carriers.class);

    private final Map<Channel, Carrier> byChannel = new EnumMap<>(Channel.class);

    @Autowired
    Carriers(ObjectProvider<Carrier> beans, ObjectProvider<DemoCarriers> demo) {
        this(beans.orderedStream().toList());
        demo.ifAvailable(inbox -> {
            for (var channel : Channel.values()) {
                byChannel.computeIfAbsent(channel, inbox::of);
            }
        });
        if (!byChannel.containsKey(Channel.SMS)) {
            LOG.warn("No SMS gateway is configured: messages wait in the outbox, and no login code reaches anybody.");
        }
    }

    /** @throws IllegalStateException when two want the same channel */
    Carriers(List<Carrier> carriers) {
        for (var carrier : carriers) {
            var other = byChannel.putIfAbsent(carrier.channel(), carrier);
            if (other != null) {
                throw new IllegalStateException("Two carriers for " + carrier.channel() + ": "
                        + other.getClass().getName() + " and "
                        + carrier.getClass().getName() + ". Keep one of them.");
            }
        }
    }

    Set<Channel> channels() {
        return byChannel.keySet();
    }

    void carry(Channel channel, Parcel parcel) throws Exception {
        byChannel.get(channel).carry(parcel);
    }
}
