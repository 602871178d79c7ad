package cn.baosong.account;

import cn.baosong.common.Problem;
import cn.baosong.messaging.Message;
import cn.baosong.messaging.Outbox;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Proves that somebody holds a phone: a code goes there, and comes back (REG-04). */
@Service
public class PhoneVerification {

    private final OneTimeCodes codes;
    private final Outbox outbox;
    private final Limits limits;
    private final AccountSettings settings;
    private final TransactionTemplate transaction;

    PhoneVerification(
            OneTimeCodes codes,
            Outbox outbox,
            Limits limits,
            AccountSettings settings,
            PlatformTransactionManager transactions) {
        this.codes = codes;
        this.outbox = outbox;
        this.limits = limits;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Sends a code. The answer is the same whether or not the phone is known.
     *
     * @param clientAddress network address of who asks
     * @throws Problem when it cannot be a phone, or the phone or the address has asked too often
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void requestCode(CodePurpose purpose, String phone, String clientAddress, Locale locale) {
        AccountRules.phone(phone).ifPresent(problem -> {
            throw problem;
        });
        limits.count("sms-address", ClientAddress.group(clientAddress), settings.smsPerAddress(), "account.error.sms");
        limits.count("sms-phone", phone, settings.smsPerPhone(), "account.error.sms");
        transaction.executeWithoutResult(status -> send(purpose, phone, phone, locale));
    }

    /**
     * Counts a request of somebody who is not logged in for a message to somebody, as often as codes may be asked for.
     *
     * @param clientAddress network address of who asks
     * @param subject what the message is asked for by, such as a credit code; any text
     * @throws Problem when the address or the subject has asked too often
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void countRequest(String clientAddress, String subject) {
        limits.count("sms-address", ClientAddress.group(clientAddress), settings.smsPerAddress(), "account.error.sms");
        limits.count("sms-subject", subject, settings.smsPerPhone(), "account.error.sms");
    }

    /** @return whether it is the code; a right one is used up, a wrong one has cost a try */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public boolean verify(CodePurpose purpose, String phone, String code) {
        return AccountRules.phone(phone).isEmpty() && codes.redeem(purpose, phone, code);
    }

    /** Makes a code for a subject and sends it to a phone, in the caller's transaction. */
    void send(CodePurpose purpose, String subject, String phone, Locale locale) {
        var code = codes.issue(purpose, subject);
        outbox.send(Message.urgentSms(
                phone,
                purpose.template(),
                locale,
                code,
                Long.toString(settings.codeLifetime().toMinutes())));
    }
}
