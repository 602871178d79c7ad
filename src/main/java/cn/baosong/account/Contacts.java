package cn.baosong.account;

import cn.baosong.account.repository.AccountTable;
import cn.baosong.common.Masked;
import cn.baosong.common.Problem;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the phone and the e-mail of an account, with all that follows: the log, the notices, and who else must know. */
@Component
class Contacts {

    private final AccountTable table;
    private final OneTimeCodes codes;
    private final AccountLog log;
    private final AccountNotices notices;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Contacts(
            AccountTable table,
            OneTimeCodes codes,
            AccountLog log,
            AccountNotices notices,
            Sessions sessions,
            ApplicationEventPublisher events,
            Clock clock,
            TransactionTemplate transaction) {
        this.table = table;
        this.codes = codes;
        this.log = log;
        this.notices = notices;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Gives the account another phone, or its first, and ends its other logins.
     *
     * @param code the matched code of the new phone, used up with the change
     * @param also what else happens in the same transaction, first of all; it may refuse
     * @throws FieldProblems when the phone is taken ({@code phone}) or the code has been used ({@code code})
     * @throws Problem when somebody else changed the phone meanwhile, or a listener refuses
     */
    void setPhone(Account before, String phone, UUID code, AccountEvent event, Runnable also) {
        try {
            transaction.executeWithoutResult(status -> {
                also.run();
                use(code);
                if (table.setPhone(before.id(), before.phone(), phone) == 0) {
                    throw new Problem("account.error.changed-meanwhile");
                }
                sessions.endOthers(before.id(), sessions.current().orElse(null));
                log.add(before.id(), event, Masked.phone(phone));
                events.publishEvent(new PhoneChanged(before.id(), before.phone(), phone));
                notices.phoneChanged(before, phone);
            });
        } catch (DuplicateKeyException taken) {
            throw new FieldProblems("phone", "account.error.phone.taken");
        }
    }

    /**
     * Binds an e-mail in place of the one before.
     *
     * @param code the matched code of the e-mail
     * @throws FieldProblems when another account has bound it ({@code email}) or the code has been used ({@code code})
     */
    void bindEmail(Account before, String email, UUID code) {
        try {
            transaction.executeWithoutResult(status -> {
                use(code);
                table.setEmail(before.id(), email, clock.instant());
                log.add(
                        before.id(),
                        before.emailBound() ? AccountEvent.EMAIL_CHANGED : AccountEvent.EMAIL_BOUND,
                        Masked.email(email));
                notices.emailChanged(before, email);
            });
        } catch (DuplicateKeyException taken) {
            throw new FieldProblems("email", "account.error.email.taken");
        }
    }

    private void use(UUID code) {
        if (!codes.use(code)) {
            throw new FieldProblems("code", "account.error.code");
        }
    }
}
