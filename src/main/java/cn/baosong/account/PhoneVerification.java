package cn.baosong.account;

import cn.baosong.common.Problem;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Proves that somebody holds a phone or reads an e-mail: a code goes there, and comes back (REG-04). */
@Service
public class PhoneVerification {

    private final OneTimeCodes codes;
    private final CodeDelivery delivery;
    private final Limits limits;
    private final AccountSettings settings;

    PhoneVerification(OneTimeCodes codes, CodeDelivery delivery, Limits limits, AccountSettings settings) {
        this.codes = codes;
        this.delivery = delivery;
        this.limits = limits;
        this.settings = settings;
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
        countRequest(clientAddress, phone);
        delivery.toPhone(purpose, phone, phone, null, locale);
    }

    /**
     * Sends a code to an e-mail that somebody who is logged in wants to bind. The code is good for this account alone.
     *
     * @throws Problem when it cannot be an e-mail, or it or the address has been asked too often
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void requestEmailCode(UUID account, String email, String clientAddress, Locale locale) {
        AccountRules.email(email).ifPresent(problem -> {
            throw problem;
        });
        countRequest(clientAddress, email.toLowerCase(Locale.ROOT));
        delivery.toEmail(CodePurpose.BIND_EMAIL, emailSubject(account, email), email, locale);
    }

    /**
     * Counts a message that somebody causes on a public page.
     *
     * @param to the phone, e-mail or code it is asked for; any text
     * @throws Problem when the network address or {@code to} has had too many
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void countRequest(String clientAddress, String to) {
        limits.count("sms-address", ClientAddress.group(clientAddress), settings.smsPerAddress(), "account.error.sms");
        limits.count("sms-phone", to, settings.smsPerPhone(), "account.error.sms");
    }

    /** @return whether it is the code; a right one is used up, a wrong one has cost a try */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public boolean verify(CodePurpose purpose, String phone, String code) {
        return AccountRules.phone(phone).isEmpty() && codes.redeem(purpose, phone, code);
    }

    static String emailSubject(UUID account, String email) {
        return account + " " + email.toLowerCase(Locale.ROOT);
    }
}
