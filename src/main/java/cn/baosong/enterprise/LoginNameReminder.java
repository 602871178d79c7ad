package cn.baosong.enterprise;

import cn.baosong.account.Account;
import cn.baosong.account.AccountEvent;
import cn.baosong.account.AccountLog;
import cn.baosong.account.Accounts;
import cn.baosong.account.PhoneVerification;
import cn.baosong.common.Masked;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.code.OrganizationCode;
import cn.baosong.common.code.UnifiedSocialCreditCode;
import cn.baosong.messaging.Message;
import cn.baosong.messaging.Outbox;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 账号找回: who knows the code of an enterprise has its login name, masked, sent to its phone. The answer and the work are
 * the same whether or not there is such an enterprise.
 */
@Service
public class LoginNameReminder {

    private static final String TEMPLATE = "find-account";
    private static final Pattern CODE = Pattern.compile(
            "[0-9A-Z]{" + OrganizationCode.LENGTH + "}|[0-9A-Z]{" + UnifiedSocialCreditCode.LENGTH + "}");

    /** Nobody's number: what is written for it is undone. */
    private static final String NO_PHONE = "10000000000";

    private static final String NO_NAME = "nobody";

    private final Enterprises enterprises;
    private final Accounts accounts;
    private final PhoneVerification limits;
    private final Outbox outbox;
    private final AccountLog log;
    private final TransactionTemplate transaction;

    LoginNameReminder(
            Enterprises enterprises,
            Accounts accounts,
            PhoneVerification limits,
            Outbox outbox,
            AccountLog log,
            PlatformTransactionManager transactions) {
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.limits = limits;
        this.outbox = outbox;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return what is wrong with what cannot be a code at all */
    public static Optional<Problem> problem(String code) {
        var plain = code == null ? "" : UnifiedSocialCreditCode.normalize(code);
        return CODE.matcher(plain).matches() ? Optional.empty() : Optional.of(new Problem("enterprise.error.code"));
    }

    /**
     * @param code unified social credit code or organisation code, in any case, with or without hyphens
     * @param clientAddress network address of who asks
     * @throws Problem when it cannot be a code, or it or the address was asked for too often
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void send(String code, String clientAddress) {
        problem(code).ifPresent(wrong -> {
            throw wrong;
        });
        var plain = UnifiedSocialCreditCode.normalize(code);
        limits.countRequest(clientAddress, plain);
        transaction.executeWithoutResult(status -> {
            var owner = enterprises.ofCode(plain).map(Enterprise::account).orElseGet(UUID::randomUUID);
            var found = accounts.find(owner).filter(account -> account.enabled() && account.phone() != null);
            tell(found);
            if (found.isEmpty()) {
                status.setRollbackOnly();
            }
        });
    }

    private void tell(Optional<Account> found) {
        outbox.send(Message.sms(
                found.map(Account::phone).orElse(NO_PHONE),
                TEMPLATE,
                found.map(Account::locale).orElse(Texts.CHINESE),
                Masked.loginName(found.map(Account::loginName).orElse(NO_NAME))));
        found.ifPresent(account -> log.add(account.id(), AccountEvent.LOGIN_NAME_SENT, Masked.phone(account.phone())));
    }
}
