package cn.baosong.account;

import cn.baosong.account.repository.CodeTable;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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
    private final Clock clock;

    AccountConfiguration(CodeTable codes, Limits limits, Clock clock) {
        this.codes = codes;
        this.limits = limits;
        this.clock = clock;
    }

    /** Codes and buckets that say nothing any more. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT5M")
    void sweep() {
        codes.deleteExpired(clock.instant().minus(KEPT));
        limits.removeExpired();
    }
}
