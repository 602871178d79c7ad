package cn.baosong.account;

import cn.baosong.account.AccountSettings.Limit;
import cn.baosong.common.PlatformTime;
import cn.baosong.common.Problem;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often something may happen, counted on PostgreSQL and so across nodes. A count commits by itself, on a connection
 * of its own: call it outside transactions.
 */
@Component
class Limits {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(PlatformTime.ZONE);

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
    private final JdbcClient jdbc;
    private final Clock clock;

    Limits(DataSource dataSource, JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("rate_limit")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .clientClock(new WallClock(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(10)))
                .build();
    }

    /**
     * Counts one.
     *
     * @param what kind of thing, part of the key
     * @param whose phone, address or name; any text of any length
     * @throws Problem {@code key} with the time of day from which it is possible again, when the limit is met
     */
    void count(String what, String whose, List<Limit> limits, String key) {
        var probe = bucket(what, whose, limits).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
            throw new Problem(key, TIME.format(clock.instant().plus(wait)));
        }
    }

    /** @return whether one more was allowed; counted if so */
    boolean allows(String what, String whose, List<Limit> limits) {
        return bucket(what, whose, limits).tryConsume(1);
    }

    /** Takes back what was counted: it turned out not to be of the kind that is limited. */
    void forgive(String what, String whose, List<Limit> limits) {
        bucket(what, whose, limits).addTokens(1);
    }

    /** Forgets what was counted. */
    void reset(String what, String whose, List<Limit> limits) {
        buckets.removeProxy(key(what, whose, limits));
    }

    /** Deletes full buckets: they count nothing a new one would not. */
    void removeExpired() {
        jdbc.sql("DELETE FROM rate_limit WHERE expires_at < :now")
                .param("now", clock.millis())
                .update();
    }

    private BucketProxy bucket(String what, String whose, List<Limit> limits) {
        return buckets.builder().build(key(what, whose, limits), () -> {
            var configuration = BucketConfiguration.builder();
            for (var limit : limits) {
                configuration.addLimit(Bandwidth.builder()
                        .capacity(limit.times())
                        .refillGreedy(limit.times(), limit.per())
                        .build());
            }
            return configuration.build();
        });
    }

    /** Holds no personal data, is never long, and changes with the limits, which a bucket keeps as it was made. */
    private static String key(String what, String whose, List<Limit> limits) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((limits + "\n" + whose).getBytes(StandardCharsets.UTF_8));
            return what + ":" + HexFormat.of().formatHex(digest, 0, 20);
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("this Java has no SHA-256", failure);
        }
    }

    /** The platform's clock, as the buckets want it. */
    private record WallClock(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
