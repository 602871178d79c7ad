package cn.baosong.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.messaging.repository.DemoInboxTable;
import cn.baosong.messaging.repository.OutboxQueue;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Which settings bring which carriers, and what a wrong one says at the start. */
class MessagingConfigurationTest extends MessagingTest {

    private static final String URL = "baosong.messaging.sms.url=http://localhost:1/send";
    private static final String BODY = "baosong.messaging.sms.body={\"to\":\"{phone}\",\"text\":\"{text}\"}";

    @Test
    void nothingIsRequired() {
        start().run(started -> assertThat(carriers(started)).isEmpty());
        start().withPropertyValues("baosong.messaging.sms.url=", "spring.mail.host=")
                .run(started -> assertThat(carriers(started)).isEmpty());
    }

    @Test
    void settingsBringCarriers() {
        start().withPropertyValues(URL, BODY, "spring.mail.host=localhost", "baosong.messaging.mail.from=a@example.org")
                .run(started -> assertThat(carriers(started)).containsExactly(Channel.SMS, Channel.EMAIL));
    }

    @Test
    void theDemoTakesWhatNothingElseCarries() {
        start().withPropertyValues("spring.profiles.active=demo", URL, BODY)
                .run(started -> assertThat(carriers(started)).containsExactly(Channel.SMS, Channel.EMAIL));
    }

    @Test
    void wrongSettingsStopTheStart() {
        start().withPropertyValues(URL)
                .run(started ->
                        assertThat(started.getStartupFailure()).rootCause().hasMessageContaining("{phone}"));
        start().withPropertyValues(URL, BODY, "baosong.messaging.sms.timeout=2m")
                .run(started ->
                        assertThat(started.getStartupFailure()).rootCause().hasMessageContaining("lease"));
        start().withPropertyValues("spring.mail.host=localhost").run(started -> assertThat(started.getStartupFailure())
                .hasStackTraceContaining("baosong.messaging.mail.from"));
        start().withPropertyValues("baosong.messaging.urgent-workers=0")
                .run(started ->
                        assertThat(started.getStartupFailure()).rootCause().hasMessageContaining("workers"));
    }

    @Test
    void twoCarriersForOneChannelStopTheStart() {
        start().withPropertyValues(URL, BODY)
                .withBean("another", Carrier.class, () -> TestNode.carrier(Channel.SMS, parcel -> {}))
                .run(started -> assertThat(started.getStartupFailure())
                        .rootCause()
                        .hasMessageStartingWith("Two carriers for SMS"));
    }

    private ApplicationContextRunner start() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
                .withUserConfiguration(MessagingConfiguration.class, Carriers.class, DemoCarriers.class)
                .withBean(OutboxQueue.class, () -> context.getBean(OutboxQueue.class))
                .withBean(DemoInboxTable.class, () -> context.getBean(DemoInboxTable.class))
                .withBean(ChannelHealth.class, () -> context.getBean(ChannelHealth.class))
                .withBean(Clock.class, Clock::systemUTC);
    }

    private static Iterable<Channel> carriers(org.springframework.context.ApplicationContext started) {
        return started.getBean(Carriers.class).channels();
    }
}
