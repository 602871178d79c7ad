package cn.baosong.messaging;

import cn.baosong.messaging.repository.OutboxQueue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MessagingSettings.class, SmsSettings.class, MailSettings.class})
class MessagingConfiguration {

    @Bean
    @Conditional(GatewayGiven.class)
    Carrier smsCarrier(SmsSettings sms, MessagingSettings messaging) {
        if (sms.timeout().multipliedBy(2).compareTo(messaging.lease()) > 0) {
            throw new IllegalArgumentException(
                    "baosong.messaging.sms.timeout must be at most half of baosong.messaging.lease");
        }
        return new HttpSmsCarrier(sms);
    }

    @Bean
    @Conditional(MailServerGiven.class)
    Carrier mailCarrier(JavaMailSender sender, MailSettings mail) {
        return new MailCarrier(sender, mail);
    }

    /** What waits, what was given up and which way fails, for the operator's alarm. */
    @Bean
    MeterBinder outboxMetrics(OutboxQueue queue, ChannelHealth health) {
        return registry -> {
            for (var status : new String[] {"QUEUED", "FAILED"}) {
                Gauge.builder("baosong.outbox.messages", queue, rows -> rows.count(status))
                        .tag("status", status.toLowerCase(Locale.ROOT))
                        .register(registry);
            }
            for (var channel : Channel.values()) {
                Gauge.builder("baosong.outbox.incident", health, states -> states.hasIncident(channel) ? 1 : 0)
                        .tag("channel", channel.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
        };
    }

    /** A setting that is there and empty, as an environment variable may be, is none. */
    private static boolean given(ConditionContext context, String setting) {
        return StringUtils.hasText(context.getEnvironment().getProperty(setting));
    }

    static final class GatewayGiven implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return given(context, "baosong.messaging.sms.url");
        }
    }

    static final class MailServerGiven implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return given(context, "spring.mail.host");
        }
    }
}
