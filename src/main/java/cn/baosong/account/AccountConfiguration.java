package cn.baosong.account;

import cn.baosong.account.repository.CodeTable;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({AccountSettings.class, BootstrapSettings.class})
class AccountConfiguration {

    private static final Duration KEPT = Duration.ofDays(1);

    private final CodeTable codes;
    private final Limits limits;
    private final Sessions sessions;
    private final Clock clock;

    AccountConfiguration(CodeTable codes, Limits limits, Sessions sessions, Clock clock) {
        this.codes = codes;
        this.limits = limits;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Bean
    static PictureDigits pictureDigits() {
        var random = new SecureRandom();
        return () -> "%04d".formatted(random.nextInt(10_000));
    }

    /** Codes, buckets and logins that say nothing any more. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT5M")
    void sweep() {
        codes.deleteExpired(clock.instant().minus(KEPT));
        limits.removeExpired();
        sessions.sweep();
    }
}
