package cn.baosong.account;

import cn.baosong.account.repository.AccountTable;
import cn.baosong.account.repository.AccountTable.Stored;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
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

    Accounts(AccountTable table, OneTimeCodes codes, PasswordHashes hashes, AccountLog log, Clock clock) {
        this.table = table;
        this.codes = codes;
        this.hashes = hashes;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Self-registration (LOGIN-14). The new account is an {@link Role#APPLICANT} until an enterprise of it is approved.
     *
     * @param code what was sent to {@code phone} for {@link CodePurpose#REGISTER}; used up on success
     * @throws FieldProblems with all that is wrong
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Account register(String loginName, String password, String phone, String code, Locale locale) {
        var problems = check(loginName, password, phone);
        problems.add("code", AccountRules.code(code));
        problems.throwIfAny();
        // The code first: only who holds the phone learns whether it, or a login name, is taken.
        var match = codes.match(CodePurpose.REGISTER, phone, code)
                .orElseThrow(() -> new FieldProblems("code", "account.error.code"));
        checkFree(loginName, phone);
        if (!codes.use(match)) {
            throw new FieldProblems("code", "account.error.code");
        }
        return insert(loginName, password, phone, loginName, Set.of(Role.APPLICANT), false, locale);
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
        return insert(loginName, password, phone, displayName, roles, false, locale);
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
        return new NewAccount(insert(loginName, password, phone, displayName, roles, true, locale), password);
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
        var account = insertHashed(loginName, hashes.nobodys(), phone, displayName, roles, false, locale);
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
    }

    /** @throws Problem when there is no such account */
    @Transactional
    public void revokeRole(UUID id, Role role) {
        found(table.removeRole(id, role));
    }

    public Optional<Account> find(UUID id) {
        return table.find(id).map(Stored::account);
    }

    /** @param loginName in any case */
    public Optional<Account> findByLoginName(String loginName) {
        return AccountRules.loginName(loginName).isPresent()
                ? Optional.empty()
                : table.findByLoginName(loginName).map(Stored::account);
    }

    public Optional<Account> findByPhone(String phone) {
        return AccountRules.phone(phone).isPresent()
                ? Optional.empty()
                : table.findByPhone(phone).map(Stored::account);
    }

    /**
     * Changes the password of who knows the old one.
     *
     * @throws FieldProblems when the old one is wrong (field {@code oldPassword}) or the new one breaks the rules
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void changePassword(UUID id, String oldPassword, String newPassword) {
        var stored = table.find(id).orElseThrow(() -> new Problem("account.error.unknown"));
        new FieldProblems.Collector()
                .add("password", AccountRules.password(newPassword))
                .throwIfAny();
        if (!hashes.matches(oldPassword, stored.passwordHash())) {
            throw new FieldProblems("oldPassword", "account.error.password.old");
        }
        if (newPassword.equals(oldPassword)) {
            throw new FieldProblems("password", "account.error.password.same");
        }
        if (table.changePassword(id, stored.passwordHash(), hashes.hash(newPassword)) == 0) {
            throw new FieldProblems("oldPassword", "account.error.password.old");
        }
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
            String password,
            String phone,
            String displayName,
            Set<Role> roles,
            boolean mustChange,
            Locale locale) {
        return insertHashed(loginName, hashes.hash(password), phone, displayName, roles, mustChange, locale);
    }

    private Account insertHashed(
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
