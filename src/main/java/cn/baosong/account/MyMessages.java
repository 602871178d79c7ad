package cn.baosong.account;

import cn.baosong.messaging.PersonalMessage;
import cn.baosong.messaging.PersonalMessages;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 我的消息: the messages of the signed-in account and of no other. Who has no account has none. */
@Service
@PreAuthorize("isAuthenticated()")
public class MyMessages {

    private final CurrentUser user;
    private final PersonalMessages messages;

    MyMessages(CurrentUser user, PersonalMessages messages) {
        this.user = user;
        this.messages = messages;
    }

    public int unread() {
        return user.find().map(SignedIn::accountId).map(messages::unread).orElse(0);
    }

    /** @return newest first */
    public List<PersonalMessage> newest(boolean unreadOnly, int offset, int limit, Locale locale) {
        return messages.newest(user.requireAccount(), unreadOnly, offset, limit, locale);
    }

    /** Nothing happens for a message of somebody else. */
    @Transactional
    public void markRead(UUID message) {
        messages.markRead(user.requireAccount(), message);
    }

    @Transactional
    public void markAllRead() {
        messages.markAllRead(user.requireAccount());
    }
}
