package cn.baosong.messaging;

import cn.baosong.common.Texts;
import cn.baosong.messaging.repository.PersonalMessageTable;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Messages inside the application (我的消息). Whose they are is for the caller to hold: recipients are ids of accounts. */
@Service
public class PersonalMessages {

    private static final String KEY = "messaging.inbox.";

    private final PersonalMessageTable table;
    private final Texts texts;
    private final Clock clock;

    PersonalMessages(PersonalMessageTable table, Texts texts, Clock clock) {
        this.table = table;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Leaves a message in the caller's transaction.
     *
     * @param template the text is the translation key {@code messaging.inbox.<template>}
     * @param link path of the page it is about, beginning with a slash; null for none
     * @param arguments values of {@code {0}}, {@code {1}} …
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(UUID recipient, String template, String link, Object... arguments) {
        if (texts.get(Texts.CHINESE, KEY + template, arguments).startsWith("!")) {
            throw new IllegalArgumentException("no text for template " + template);
        }
        var values = Arrays.stream(arguments).map(String::valueOf).toList();
        table.insert(recipient, template, values, link, clock.instant());
    }

    public int unread(UUID recipient) {
        return table.unread(recipient);
    }

    /** @return newest first */
    public List<PersonalMessage> newest(UUID recipient, boolean unreadOnly, int offset, int limit, Locale locale) {
        return table.newest(recipient, unreadOnly, offset, limit).stream()
                .map(row -> new PersonalMessage(
                        row.id(),
                        texts.get(locale, KEY + row.template(), row.arguments().toArray()),
                        row.link(),
                        row.createdAt(),
                        row.readAt()))
                .toList();
    }

    /** Marks one message of the recipient as read; another's stays as it is. */
    @Transactional
    public void markRead(UUID recipient, UUID message) {
        table.markRead(recipient, message, clock.instant());
    }

    @Transactional
    public void markAllRead(UUID recipient) {
        table.markAllRead(recipient, clock.instant());
    }
}
