package cn.baosong.account.repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code one_time_code}. */
@Repository
public class CodeTable {

    /** A code somebody is trying, one try already paid. */
    public record Tried(UUID id, byte[] hash) {}

    private final JdbcClient jdbc;

    CodeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The new code replaces what was sent to the subject for the same purpose before. */
    public void replace(UUID id, String purpose, String subject, byte[] hash, Instant now, Instant expires, int tries) {
        jdbc.sql("DELETE FROM one_time_code WHERE purpose = :purpose AND subject = :subject")
                .param("purpose", purpose)
                .param("subject", subject)
                .update();
        jdbc.sql("""
                        INSERT INTO one_time_code
                            (id, purpose, subject, code_hash, created_at, expires_at, tries_left)
                        VALUES (:id, :purpose, :subject, :hash, :now, :expires, :tries)
                        """)
                .param("id", id)
                .param("purpose", purpose)
                .param("subject", subject)
                .param("hash", hash)
                .param("now", at(now))
                .param("expires", at(expires))
                .param("tries", tries)
                .update();
    }

    /** Pays one try before anything is compared, so that parallel guesses cannot share one. */
    public Optional<Tried> tryNewest(String purpose, String subject, Instant now) {
        return jdbc.sql("""
                        UPDATE one_time_code SET tries_left = tries_left - 1
                        WHERE id = (SELECT id FROM one_time_code WHERE purpose = :purpose AND subject = :subject
                                    ORDER BY created_at DESC, id LIMIT 1)
                          AND used_at IS NULL AND tries_left > 0 AND expires_at > :now
                        RETURNING id, code_hash
                        """)
                .param("purpose", purpose)
                .param("subject", subject)
                .param("now", at(now))
                .query((row, number) -> new Tried(row.getObject("id", UUID.class), row.getBytes("code_hash")))
                .optional();
    }

    /** @return whether this caller, and no other, has used the code */
    public boolean use(UUID id, Instant now) {
        return jdbc.sql("""
                        UPDATE one_time_code SET used_at = :now
                        WHERE id = :id AND used_at IS NULL AND expires_at > :now
                        """).param("id", id).param("now", at(now)).update() == 1;
    }

    public int deleteExpired(Instant before) {
        return jdbc.sql("DELETE FROM one_time_code WHERE expires_at < :before")
                .param("before", at(before))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
