package cn.baosong.common;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One time zone and one clock, for the engine and the domain alike. */
@Configuration(proxyBeanMethods = false)
public class PlatformTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Bean
    Clock clock() {
        return realClock();
    }

    /** @return what the clock on the wall says, in the platform's zone */
    public static Clock realClock() {
        return Clock.system(ZONE);
    }
}
