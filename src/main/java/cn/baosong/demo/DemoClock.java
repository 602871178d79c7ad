package cn.baosong.demo;

import cn.baosong.common.PlatformTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The clock of the demo world: people of its past act some days ago, each on a thread of its own, while everybody else lives
 * today. So reviews are overdue by the rules of the models and by nothing else.
 */
@Component
@Primary
@Profile("demo")
class DemoClock extends Clock {

    private final Clock real;
    private final ThreadLocal<Duration> ago = ThreadLocal.withInitial(() -> Duration.ZERO);

    DemoClock() {
        this(PlatformTime.realClock());
    }

    private DemoClock(Clock real) {
        this.real = real;
    }

    /** Acts as if it were {@code days} ago; what goes on behind it, on another thread, happens today. */
    <T> T daysAgo(int days, Supplier<T> act) {
        var before = ago.get();
        ago.set(Duration.ofDays(days));
        try {
            return act.get();
        } finally {
            ago.set(before);
        }
    }

    void daysAgo(int days, Runnable act) {
        daysAgo(days, () -> {
            act.run();
            return null;
        });
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }

    @Override
    public Instant instant() {
        return real.instant().minus(ago.get());
    }
}
