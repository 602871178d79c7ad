package cn.baosong.account;

import cn.baosong.account.repository.AccountTable;
import cn.baosong.account.repository.AccountTable.Stored;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.code.UnifiedSocialCreditCode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts: made, found, changed. Who may ask for it is for the caller to hold. */
@Service
public class Accounts {

    /**
     * An account with the password nobody knows yet.
     *
     * @param password readable here and now only; it goes into an SMS and must be changed at the first login
     */
    public record NewAccount(Account account, String password) {

        @Override
        public String toString() {
            return "NewAccount[" + account.id() + "]";
        }
    }

    private final AccountTable table;
    private final OneTimeCodes codes;
    private final PasswordHashes hashes;
    private final AccountLog log;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Accounts(
            AccountTable table,
            OneTimeCodes codes,
            PasswordHashes hashes,
            AccountLog log,
            Clock clock,
            TransactionTemplate transaction) {
        this.table = table;
        this.codes = codes;
        this.hashes = hashes;
        this.log = log;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Self-registration (LOGIN-14). The new account is an {@link Role#APPLICANT} until an enterprise of it is approved.
     *
     * @param email known, not yet bound; null or empty for none
     * @param code what was sent to {@code phone} for {@link CodePurpose#REGISTER}; used up on success
     * @throws FieldProblems with all that is wrong
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Account register(String loginName, String password, String phone, String email, String code, Locale locale) {
        var address = email == null ? "" : email.strip();
        var problems = check(loginName, password, phone);
        problems.add("email", address.isEmpty() ? Optional.empty() : AccountRules.email(address));
        problems.add("code", AccountRules.code(code));
        problems.throwIfAny();
        // The code first: only who holds the phone learns whether it, or a login name, is taken.
        var match = codes.match(CodePurpose.REGISTER, phone, code)
                .orElseThrow(() -> new FieldProblems("code", "account.error.code"));
        checkFree(loginName, phone);
        if (!codes.use(match)) {
            throw new FieldProblems("code", "account.error.code");
        }
        var hash = hashes.hash(password);
        return transaction.execute(status -> {
            var account = insert(loginName, hash, phone, loginName, Set.of(Role.APPLICANT), false, locale);
            if (!address.isEmpty()) {
                table.setEmail(account.id(), address, null);
            }
            log.add(account.id(), AccountEvent.REGISTERED, null);
            return account;
        });
    }

    /**
     * Makes an account whose owner somebody else vouches for: the demo world, a subordinate's administrator.
     *
     * @param phone null for none
     * @param displayName null for the login name
     * @throws FieldProblems when a value breaks a rule or is taken
     */
    @Transactional
    public Account create(
            String loginName, String password, String phone, String displayName, Set<Role> roles, Locale locale) {
        check(loginName, password, phone).throwIfAny();
        checkFree(loginName, phone);
        return insert(loginName, hashes.hash(password), phone, displayName, roles, false, locale);
    }

    /**
     * Makes an account with a random password that must be changed at the first login (REG-11).
     *
     * @param phone null for none
     * @param displayName null for the login name
     * @throws FieldProblems when a value breaks a rule or is taken
     */
    @Transactional
    public NewAccount createWithRandomPassword(
            String loginName, String phone, String displayName, Set<Role> roles, Locale locale) {
        var password = hashes.random();
        check(loginName, password, phone).throwIfAny();
        checkFree(loginName, phone);
        return new NewAccount(
                insert(loginName, hashes.hash(password), phone, displayName, roles, true, locale), password);
    }

    /**
     * An account of the old platform, its login name kept (LOGIN-01, REG-27). Nobody knows its password: the owner recovers
     * by SMS, or binds a phone with an activation code.
     *
     * @param loginName 1–32 letters, digits, {@code @}, {@code _}, {@code -}
     * @param phone,email null for none; the e-mail counts as known, not as bound
     * @throws FieldProblems when a value breaks a rule or is taken
     */
    @Transactional
    public Account takeOver(
            String loginName, String phone, String email, String displayName, Set<Role> roles, Locale locale) {
        new FieldProblems.Collector()
                .add("loginName", AccountRules.keptLoginName(loginName))
                .add("phone", phone == null ? Optional.empty() : AccountRules.phone(phone))
                .add("email", email == null ? Optional.empty() : AccountRules.email(email))
                .throwIfAny();
        checkFree(loginName, phone);
        var account = insert(loginName, hashes.nobodys(), phone, displayName, roles, false, locale);
        if (email != null) {
            table.setEmail(account.id(), email, null);
        }
        log.add(account.id(), AccountEvent.TAKEN_OVER, null);
        return find(account.id()).orElseThrow();
    }

    /** @throws Problem when there is no such account */
    @Transactional
    public void grantRole(UUID id, Role role) {
        found(table.addRole(id, role));
        log.add(id, AccountEvent.ROLE_GRANTED, role.name());
    }

    /** @throws Problem when there is no such account */
    @Transactional
    public void revokeRole(UUID id, Role role) {
        found(table.removeRole(id, role));
        log.add(id, AccountEvent.ROLE_REVOKED, role.name());
    }

    public Optional<Account> find(UUID id) {
        return table.find(id).map(Stored::account);
    }

    /** @param loginName in any case */
    public Optional<Account> findByLoginName(String loginName) {
        return AccountRules.keptLoginName(loginName).isPresent()
                ? Optional.empty()
                : table.findByLoginName(loginName).map(Stored::account);
    }

    public Optional<Account> findByPhone(String phone) {
        return AccountRules.phone(phone).isPresent()
                ? Optional.empty()
                : table.findByPhone(phone).map(Stored::account);
    }

    /**
     * Replaces the password by a random one that must be changed at the next login (REG-11).
     *
     * @return the password, readable here and now only
     * @throws Problem when there is no such account
     */
    @Transactional
    public String issueRandomPassword(UUID id) {
        var password = hashes.random();
        found(table.setPassword(id, hashes.hash(password), true));
        return password;
    }

    /**
     * Keeps what real-name verification has found out (实名认证, CON-15).
     *
     * @param creditCode of the legal person, with right check characters, from then on a login name too; null for all others
     * @throws Problem when there is no such account, or the code is wrong or another account's
     */
    @Transactional
    public void verified(UUID id, Verification verification, String creditCode) {
        var code = creditCode == null ? null : UnifiedSocialCreditCode.normalize(creditCode);
        if ((verification == Verification.LEGAL_PERSON) != (code != null)
                || code != null && !UnifiedSocialCreditCode.isValid(code)) {
            throw new Problem("account.error.credit-code");
        }
        try {
            found(table.setVerification(id, verification, code));
        } catch (DuplicateKeyException taken) {
            throw new Problem("account.error.credit-code.taken");
        }
        log.add(id, AccountEvent.VERIFIED, verification.name());
    }

    /**
     * Nobody logs in with the account until it is enabled again; whoever is logged in is out at the next request.
     *
     * @param reason for the record; null for none
     * @throws Problem when there is no such account
     */
    @Transactional
    public void disable(UUID id, String reason) {
        found(table.setEnabled(id, false));
        log.add(id, AccountEvent.DISABLED, reason);
    }

    /** @throws Problem when there is no such account */
    @Transactional
    public void enable(UUID id) {
        found(table.setEnabled(id, true));
        log.add(id, AccountEvent.ENABLED, null);
    }

    /**
     * Ends an account for good: what is known of its owner is forgotten, its phone is free for another one. The row stays
     * for what it did.
     *
     * @throws Problem when there is no such account
     */
    @Transactional
    public void remove(UUID id) {
        found(table.remove(id));
        log.add(id, AccountEvent.REMOVED, null);
    }

    /** @throws Problem when there is no such account */
    @Transactional
    public void changeLocale(UUID id, Locale locale) {
        found(table.changeLocale(id, Texts.LOCALES.contains(locale) ? locale : Texts.CHINESE));
    }

    private static FieldProblems.Collector check(String loginName, String password, String phone) {
        return new FieldProblems.Collector()
                .add("loginName", AccountRules.loginName(loginName))
                .add("password", AccountRules.password(password))
                .add("phone", phone == null ? Optional.empty() : AccountRules.phone(phone));
    }

    private void checkFree(String loginName, String phone) {
        var taken = new FieldProblems.Collector();
        if (table.findByLoginName(loginName).isPresent()) {
            taken.add("loginName", Optional.of(new Problem("account.error.login-name.taken")));
        }
        if (phone != null && table.findByPhone(phone).isPresent()) {
            taken.add("phone", Optional.of(new Problem("account.error.phone.taken")));
        }
        taken.throwIfAny();
    }

    private Account insert(
            String loginName,
            String passwordHash,
            String phone,
            String displayName,
            Set<Role> roles,
            boolean mustChange,
            Locale locale) {
        var account = new Account(
                UUID.randomUUID(),
                loginName,
                phone,
                null,
                false,
                Verification.NONE,
                null,
                displayName == null || displayName.isBlank()
                        ? loginName
                        : displayName.replaceAll("\\p{Cntrl}+", " ").strip(),
                roles,
                mustChange,
                Texts.LOCALES.contains(locale) ? locale : Texts.CHINESE,
                true,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        try {
            table.insert(account, passwordHash);
        } catch (DuplicateKeyException race) {
            // Somebody was faster between the question and the answer.
            throw String.valueOf(race.getMessage()).contains("account_phone")
                    ? new FieldProblems("phone", "account.error.phone.taken")
                    : new FieldProblems("loginName", "account.error.login-name.taken");
        }
        return account;
    }

    private static void found(int rows) {
        if (rows == 0) {
            throw new Problem("account.error.unknown");
        }
    }
}
