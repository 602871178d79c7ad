package cn.baosong.messaging.repository;

import cn.baosong.messaging.Channel;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code channel_state}: a row for each channel whose last try, on whatever node, failed. */
@Repository
public class ChannelStateTable {

    /** @param failures in a row, at least 1 */
    public record Row(Channel channel, int failures, Instant failingSince, String lastError) {}

    private final JdbcClient jdbc;

    ChannelStateTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Row> all() {
        return jdbc.sql("SELECT channel, failures, failing_since, last_error FROM channel_state")
                .query((row, number) -> new Row(
                        Channel.valueOf(row.getString("channel")),
                        row.getInt("failures"),
                        row.getObject("failing_since", OffsetDateTime.class).toInstant(),
                        row.getString("last_error")))
                .list();
    }

    /** @return failures in a row, this one included */
    public int failed(Channel channel, String error, Instant now) {
        return jdbc.sql("""
                        INSERT INTO channel_state AS known
                            (channel, failures, failing_since, last_failure_at, last_error, probed_at)
                        VALUES (:channel, 1, :now, :now, :error, :now)
                        ON CONFLICT (channel) DO UPDATE SET failures = known.failures + 1,
                            last_failure_at = excluded.last_failure_at, last_error = excluded.last_error,
                            probed_at = greatest(known.probed_at, excluded.probed_at)
                        RETURNING failures
                        """)
                .param("channel", channel.name())
                .param("error", error)
                .param("now", at(now))
                .query(Integer.class)
                .single();
    }

    /** @return how many failures in a row this ends; empty where there was none */
    public OptionalInt succeeded(Channel channel) {
        return jdbc
                .sql("DELETE FROM channel_state WHERE channel = :channel RETURNING failures")
                .param("channel", channel.name())
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /**
     * Claims the one try a failing channel gets at a time.
     *
     * @param notSince nobody may have tried it after this
     * @return whether the claim is the caller's; never where nothing waits
     */
    public boolean claimProbe(Channel channel, Instant notSince, Instant now) {
        return jdbc.sql("""
                        UPDATE channel_state SET probed_at = :now
                        WHERE channel = :channel AND (probed_at IS NULL OR probed_at <= :notSince)
                          AND EXISTS (
                              SELECT 1 FROM outbox_message
                              WHERE status = 'QUEUED' AND channel = :channel
                                AND (next_attempt_at <= :now OR last_error IS NOT NULL))
                        """)
                        .param("channel", channel.name())
                        .param("notSince", at(notSince))
                        .param("now", at(now))
                        .update()
                > 0;
    }

    /** Lets the next try happen at once. */
    public void probeSoon() {
        jdbc.sql("UPDATE channel_state SET probed_at = NULL").update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
