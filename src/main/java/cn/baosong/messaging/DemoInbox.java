package cn.baosong.messaging;

import cn.baosong.messaging.repository.DemoInboxTable;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/** What the demo profile has sent, in place of telephones. */
@Service
@Profile("demo")
public class DemoInbox {

    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");

    /** @param code the six-digit code in the text, empty if there is none */
    public record Received(String phone, String text, String code, Instant receivedAt) {}

    private final DemoInboxTable table;

    DemoInbox(DemoInboxTable table) {
        this.table = table;
    }

    /** @param phone digits a phone must contain; blank for all; newest first */
    public List<Received> newest(String phone, int limit) {
        var digits = phone == null ? "" : phone.replaceAll("[^0-9]", "");
        return table.newest(digits.length() > 11 ? digits.substring(0, 11) : digits, limit).stream()
                .map(row -> new Received(row.phone(), row.body(), code(row.body()), row.receivedAt()))
                .toList();
    }

    private static String code(String text) {
        var found = CODE.matcher(text);
        return found.find() ? found.group() : "";
    }
}
