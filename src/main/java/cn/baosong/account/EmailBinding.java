package cn.baosong.account;

import cn.baosong.account.repository.AccountTable;
import cn.baosong.common.Problem;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 绑定邮箱 (LOGIN-06, 07) of who is logged in: address, code, save. A bound e-mail opens logins and takes codes, so the
 * password is asked for: who finds a session open does not get the account.
 */
@Service
@PreAuthorize("isAuthenticated()")
public class EmailBinding {

    private final AccountTable table;
    private final CurrentUser user;
    private final PhoneVerification verification;
    private final PasswordHashes hashes;
    private final OneTimeCodes codes;
    private final Contacts contacts;

    EmailBinding(
            AccountTable table,
            CurrentUser user,
            PhoneVerification verification,
            PasswordHashes hashes,
            OneTimeCodes codes,
            Contacts contacts) {
        this.table = table;
        this.user = user;
        this.verification = verification;
        this.hashes = hashes;
        this.codes = codes;
        this.contacts = contacts;
    }

    /** @throws Problem when it cannot be an e-mail, or it or the network address has been asked too often */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void requestCode(String email, String clientAddress, Locale locale) {
        verification.requestEmailCode(user.require().accountId(), stripped(email), clientAddress, locale);
    }

    /**
     * Binds the e-mail in place of the one before; both are told.
     *
     * @throws FieldProblems about {@code email}, {@code code} or {@code password}
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void bind(String email, String code, String password) {
        var address = stripped(email);
        new FieldProblems.Collector()
                .add("email", AccountRules.email(address))
                .add("code", AccountRules.code(code))
                .throwIfAny();
        var stored = table.find(user.require().accountId()).orElseThrow(() -> new Problem("account.error.unknown"));
        if (!hashes.matches(password, stored.passwordHash())) {
            throw new FieldProblems("password", "account.error.password.own");
        }
        var subject = PhoneVerification.emailSubject(stored.account().id(), address);
        var match = codes.match(CodePurpose.BIND_EMAIL, subject, code)
                .orElseThrow(() -> new FieldProblems("code", "account.error.code"));
        contacts.bindEmail(stored.account(), address, match);
    }

    private static String stripped(String email) {
        return email == null ? "" : email.strip();
    }
}
