package cn.baosong.account;

import cn.baosong.common.Texts;
import cn.baosong.form.Bilingual;
import cn.baosong.messaging.Message;
import cn.baosong.messaging.Outbox;
import cn.baosong.messaging.PersonalMessages;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the owner of an account something, by every way that is wished for and open to that account. */
@Component
public class Notifier {

    private final Accounts accounts;
    private final Outbox outbox;
    private final PersonalMessages inbox;

    Notifier(Accounts accounts, Outbox outbox, PersonalMessages inbox) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.inbox = inbox;
    }

    /**
     * Leaves the messages in the caller's transaction; nothing where there is no such account. An SMS needs a phone, an
     * e-mail a bound address.
     *
     * @param template the texts are {@code messaging.inbox.<template>} and {@code messaging.template.<template>}
     * @param link path of the page it is about, beginning with a slash; null for none
     * @param arguments values of {@code {0}}, {@code {1}} …; none null. A {@link Bilingual} is said in the language of the
     *     account
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(UUID account, Set<Way> ways, String template, String link, Object... arguments) {
        if (ways.isEmpty()) {
            return;
        }
        var told = accounts.find(account);
        if (ways.contains(Way.INBOX)) {
            var language = told.map(Account::locale).orElse(Texts.CHINESE);
            inbox.send(account, template, link, said(language, arguments));
        }
        told.ifPresent(found -> tell(found, ways, template, said(found.locale(), arguments)));
    }

    /** @return the arguments as somebody reads them who reads this language */
    public static Object[] said(Locale locale, Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Bilingual both ? both.in(locale) : argument)
                .toArray();
    }

    private void tell(Account account, Set<Way> ways, String template, Object... arguments) {
        if (ways.contains(Way.SMS) && account.phone() != null) {
            outbox.send(Message.sms(account.phone(), template, account.locale(), arguments));
        }
        if (ways.contains(Way.EMAIL) && account.boundEmail() != null) {
            outbox.send(Message.email(account.boundEmail(), template, account.locale(), arguments));
        }
    }
}
