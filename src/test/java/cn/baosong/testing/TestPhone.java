package cn.baosong.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Phones nobody has, and what was sent to them: queued where there is no gateway, in the inbox of the demo profile. */
public final class TestPhone {

    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 1_000_000_000L);
    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");

    private TestPhone() {}

    /** @return 11 digits no test has used */
    public static String fresh() {
        return String.format("19%09d", NEXT.incrementAndGet() % 1_000_000_000L);
    }

    /** @return a login name no test has used */
    public static String freshLoginName() {
        return String.format("user%09d", NEXT.incrementAndGet() % 1_000_000_000L);
    }

    /** @return texts to the phone, newest first */
    public static List<String> texts(JdbcClient jdbc, String phone) {
        return jdbc.sql("""
                        SELECT body FROM (
                            SELECT body, created_at AS at FROM outbox_message
                            WHERE recipient = :phone AND body IS NOT NULL
                            UNION ALL SELECT body, received_at FROM demo_inbox WHERE recipient = :phone) AS message
                        ORDER BY at DESC
                        """).param("phone", phone).query(String.class).list();
    }

    /** @return the code in the newest text to the phone */
    public static String code(JdbcClient jdbc, String phone) {
        var text = texts(jdbc, phone).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing was sent to " + phone));
        var code = CODE.matcher(text);
        if (!code.find()) {
            throw new AssertionError("no code in: " + text);
        }
        return code.group();
    }
}
