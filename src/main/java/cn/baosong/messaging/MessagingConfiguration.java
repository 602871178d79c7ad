package cn.baosong.messaging;

import cn.baosong.messaging.repository.OutboxQueue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagingSettings.class)
class MessagingConfiguration {

    /** What waits and what was given up, for the operator's alarm. */
    @Bean
    MeterBinder outboxMetrics(OutboxQueue queue) {
        return registry -> {
            for (var status : new String[] {"QUEUED", "FAILED"}) {
                Gauge.builder("baosong.outbox.messages", queue, rows -> rows.count(status))
                        .tag("status", status.toLowerCase(java.util.Locale.ROOT))
                        .register(registry);
            }
        };
    }
}
