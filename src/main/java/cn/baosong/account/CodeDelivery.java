package cn.baosong.account;

import cn.baosong.messaging.Message;
import cn.baosong.messaging.Outbox;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes codes and hands them to the outbox, in one transaction of its own. */
@Component
class CodeDelivery {

    private final OneTimeCodes codes;
    private final Outbox outbox;
    private final AccountSettings settings;
    private final TransactionTemplate transaction;

    CodeDelivery(OneTimeCodes codes, Outbox outbox, AccountSettings settings, PlatformTransactionManager transactions) {
        this.codes = codes;
        this.outbox = outbox;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * To the bound phone, or, while no SMS can be sent or where no phone is bound, to the bound e-mail. The subject of the
     * code is the id of the account.
     *
     * @return false where neither is bound
     */
    boolean toAccount(CodePurpose purpose, Account account) {
        if (account.phone() != null) {
            toPhone(purpose, account.id().toString(), account.phone(), account.boundEmail(), account.locale());
        } else if (account.emailBound()) {
            toEmail(purpose, account.id().toString(), account.email(), account.locale());
        } else {
            return false;
        }
        return true;
    }

    /** @param fallback e-mail for when no SMS can be sent; null for none */
    void toPhone(CodePurpose purpose, String subject, String phone, String fallback, Locale locale) {
        transaction.executeWithoutResult(status -> outbox.send(
                Message.urgentSms(phone, purpose.template(), locale, codes.issue(purpose, subject), minutes())
                        .orEmail(fallback)));
    }

    void toEmail(CodePurpose purpose, String subject, String email, Locale locale) {
        transaction.executeWithoutResult(status -> outbox.send(
                Message.urgentEmail(email, purpose.template(), locale, codes.issue(purpose, subject), minutes())));
    }

    private String minutes() {
        return Long.toString(settings.codeLifetime().toMinutes());
    }
}
