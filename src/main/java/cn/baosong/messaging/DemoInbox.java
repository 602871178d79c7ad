package cn.baosong.messaging;

import cn.baosong.messaging.repository.DemoInboxTable;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/** What the demo profile has sent, in place of telephones and mailboxes. */
@Service
@Profile("demo")
public class DemoInbox {

    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{6}(?![0-9])");

    /**
     * @param subject null for an SMS
     * @param code the six-digit code in the text, empty if there is none
     */
    public record Received(
            Channel channel, String recipient, String subject, String text, String code, Instant receivedAt) {}

    private final DemoInboxTable table;

    DemoInbox(DemoInboxTable table) {
        this.table = table;
    }

    /** @param recipient any part of a phone or an address; blank for all; newest first */
    public List<Received> newest(String recipient, int limit) {
        return table.newest(recipient == null ? "" : recipient.strip(), limit).stream()
                .map(row -> new Received(
                        row.channel(), row.recipient(), row.subject(), row.body(), code(row.body()), row.receivedAt()))
                .toList();
    }

    private static String code(String text) {
        var found = CODE.matcher(text);
        return found.find() ? found.group() : "";
    }
}
