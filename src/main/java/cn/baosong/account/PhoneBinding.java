package cn.baosong.account;

import cn.baosong.account.Doorkeeper.Door;
import cn.baosong.account.repository.AccountTable;
import cn.baosong.common.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 绑定手机号 (LOGIN-18, 20): the first phone of an account that has none, by its password or, for one of the old platform,
 * by the activation code of its direct reviewer. With an activation code the owner chooses a password.
 */
@Service
public class PhoneBinding {

    private final Doorkeeper door;
    private final OneTimeCodes codes;
    private final ActivationCodes activations;
    private final PasswordHashes hashes;
    private final AccountTable table;
    private final AccountLog log;
    private final Contacts contacts;

    PhoneBinding(
            Doorkeeper door,
            OneTimeCodes codes,
            ActivationCodes activations,
            PasswordHashes hashes,
            AccountTable table,
            AccountLog log,
            Contacts contacts) {
        this.door = door;
        this.codes = codes;
        this.activations = activations;
        this.hashes = hashes;
        this.table = table;
        this.log = log;
        this.contacts = contacts;
    }

    /**
     * Binds by the password of the account.
     *
     * @param code what {@link PhoneVerification#requestCode} sent to the phone for {@link CodePurpose#BIND_PHONE}
     * @throws FieldProblems about {@code phone} or {@code code}
     * @throws Problem one and the same for an unknown name and a wrong password; another, for the owner only, when the
     *     account has a phone
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void bind(String name, String password, String phone, String code, String clientAddress) {
        check(phone, code).throwIfAny();
        var attempt = door.attempt(Door.PASSWORD, name, clientAddress);
        var account = attempt.withPassword(password).orElseThrow(() -> attempt.refused("account.error.bind"));
        attempt.forgive();
        bind(account, phone, code, AccountEvent.PHONE_BOUND, () -> {});
    }

    /**
     * Binds by an activation code, which is used up, and sets the first password.
     *
     * @throws FieldProblems about {@code phone}, {@code code} or {@code password}
     * @throws Problem one and the same for an unknown name and a wrong, used or expired activation code
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void activate(
            String name, String activationCode, String newPassword, String phone, String code, String clientAddress) {
        check(phone, code).add("password", AccountRules.password(newPassword)).throwIfAny();
        var attempt = door.attempt(Door.PASSWORD, name, clientAddress);
        var account = attempt.with(activationCode, activations::matches)
                .orElseThrow(() -> attempt.refused("account.error.activate"));
        attempt.forgive();
        var hash = hashes.hash(newPassword);
        bind(account, phone, code, AccountEvent.PHONE_BOUND, () -> {
            if (!activations.use(account.id())) {
                throw new Problem("account.error.activate");
            }
            table.setPassword(account.id(), hash, false);
            log.add(account.id(), AccountEvent.ACTIVATED, null);
        });
    }

    private void bind(Account account, String phone, String code, AccountEvent event, Runnable also) {
        if (account.phone() != null) {
            throw new Problem("account.error.bind.has-phone");
        }
        var match = codes.match(CodePurpose.BIND_PHONE, phone, code)
                .orElseThrow(() -> new FieldProblems("code", "account.error.code"));
        contacts.setPhone(account, phone, match, event, also);
    }

    private static FieldProblems.Collector check(String phone, String code) {
        return new FieldProblems.Collector()
                .add("phone", AccountRules.phone(phone))
                .add("code", AccountRules.code(code));
    }
}
