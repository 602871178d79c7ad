package cn.baosong.account;

import cn.baosong.common.Masked;
import cn.baosong.common.PlatformTime;
import cn.baosong.messaging.Message;
import cn.baosong.messaging.Outbox;
import cn.baosong.messaging.PersonalMessages;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the owner of an account what was changed: inside the application, and at the old and the new phone or e-mail, so
 * that who lost one of them still hears of it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AccountNotices {

    private static final String CENTRE = "/account";
    private static final String ACTIVITY = "/account/activity";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(PlatformTime.ZONE);

    private final Outbox outbox;
    private final PersonalMessages personal;
    private final Clock clock;

    AccountNotices(Outbox outbox, PersonalMessages personal, Clock clock) {
        this.outbox = outbox;
        this.personal = personal;
        this.clock = clock;
    }

    void passwordChanged(Account account) {
        personal.send(account.id(), "password-changed", CENTRE, now());
        toPhones(account, "password-changed", Stream.of(account.phone()), name(account), now());
        toEmails(account, "password-changed", Stream.of(account.boundEmail()), name(account), now());
    }

    /** Inside the application alone: nothing that opens a login was changed. */
    void profileChanged(UUID account) {
        personal.send(account, "profile-changed", ACTIVITY);
    }

    /** @param before the account as it was, with its old phone or none */
    void phoneChanged(Account before, String phone) {
        var masked = Masked.phone(phone);
        personal.send(before.id(), "phone-changed", CENTRE, masked, now());
        toPhones(before, "phone-changed", Stream.of(before.phone(), phone), name(before), masked, now());
        toEmails(before, "phone-changed", Stream.of(before.boundEmail()), name(before), masked, now());
    }

    /** @param before the account as it was, with its old e-mail or none */
    void emailChanged(Account before, String email) {
        var masked = Masked.email(email);
        personal.send(before.id(), "email-changed", CENTRE, masked, now());
        toPhones(before, "email-changed", Stream.of(before.phone()), name(before), masked, now());
        toEmails(before, "email-changed", Stream.of(before.boundEmail(), email), name(before), masked, now());
    }

    private void toPhones(Account account, String template, Stream<String> phones, Object... values) {
        phones.filter(Objects::nonNull)
                .distinct()
                .forEach(phone -> outbox.send(Message.sms(phone, template, account.locale(), values)));
    }

    private void toEmails(Account account, String template, Stream<String> emails, Object... values) {
        emails.filter(Objects::nonNull)
                .distinct()
                .forEach(email -> outbox.send(Message.email(email, template, account.locale(), values)));
    }

    private static String name(Account account) {
        return Masked.loginName(account.loginName());
    }

    private String now() {
        return TIME.format(clock.instant());
    }
}
