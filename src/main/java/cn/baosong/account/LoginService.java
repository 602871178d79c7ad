package cn.baosong.account;

import cn.baosong.account.repository.AccountTable;
import cn.baosong.account.repository.AccountTable.Stored;
import cn.baosong.common.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Login with name, password and a code by SMS every time (LOGIN-11, 12). Whatever is wrong, the answer is the same, and
 * takes as long: nobody learns here who has an account.
 */
@Service
public class LoginService {

    private static final Logger LOG = LoggerFactory.getLogger(LoginService.class);
    private static final int LONGEST_NAME = 64;
    private static final String LOCKED = "account.error.locked";

    /**
     * @param mustChangePassword nothing but the password page is open
     * @param locale language the account has chosen; empty for an applicant without account
     * @param returnPath path and query of the page the user wanted, starting with one slash; {@code /} for none
     */
    public record Entered(SignedIn user, boolean mustChangePassword, Optional<Locale> locale, String returnPath) {}

    private final AccountTable accounts;
    private final OneTimeCodes codes;
    private final PhoneVerification phones;
    private final PasswordHashes hashes;
    private final Limits limits;
    private final AccountSettings settings;
    private final SignInSession session;
    private final AuthenticationEventPublisher events;
    private final TransactionTemplate transaction;

    LoginService(
            AccountTable accounts,
            OneTimeCodes codes,
            PhoneVerification phones,
            PasswordHashes hashes,
            Limits limits,
            AccountSettings settings,
            SignInSession session,
            AuthenticationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.codes = codes;
        this.phones = phones;
        this.hashes = hashes;
        this.limits = limits;
        this.settings = settings;
        this.session = session;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Sends a login code to the phone of the account if name and password are right, and says nothing either way.
     *
     * @param clientAddress network address of who asks
     * @throws Problem when name or address has asked or failed too often; the same whether the account exists
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void requestCode(String loginName, String password, String clientAddress) {
        var attempt = new Attempt(loginName, clientAddress);
        attempt.count();
        limits.count("sms-address", attempt.address, settings.smsPerAddress(), "account.error.sms");
        limits.count("sms-name", attempt.nameAndAddress(), settings.smsPerAccount(), "account.error.sms");
        var account = authenticated(attempt.name, password);
        if (account.isEmpty()) {
            events.publishAuthenticationFailure(new BadCredentialsException("code refused"), attempt.token());
            return;
        }
        attempt.forgive();
        var found = account.get().account();
        if (found.phone() == null) {
            LOG.warn("Account {} has no phone and cannot get a login code", found.id());
            return;
        }
        // Asked from many addresses with the right password: still not more SMS than one person needs.
        if (!limits.allows("sms-account", found.id().toString(), settings.smsPerAccount())) {
            LOG.warn("Account {} has had its login codes for now", found.id());
            return;
        }
        transaction.executeWithoutResult(
                status -> phones.send(CodePurpose.LOGIN, found.id().toString(), found.phone(), found.locale()));
    }

    /**
     * Logs in: new session id, security context stored, one-time code used up.
     *
     * @throws Problem one and the same for an unknown name, a wrong password and a wrong, used or expired code; another
     *     when there were too many failures, with the time of day from which it is possible again
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Entered login(
            String loginName, String password, String code, HttpServletRequest request, HttpServletResponse response) {
        var attempt = new Attempt(loginName, request.getRemoteAddr());
        attempt.count();
        var account = authenticated(attempt.name, password)
                .map(Stored::account)
                .filter(found -> codes.redeem(CodePurpose.LOGIN, found.id().toString(), code))
                .orElseThrow(() -> {
                    events.publishAuthenticationFailure(new BadCredentialsException("login refused"), attempt.token());
                    return new Problem("account.error.login");
                });
        attempt.forgive();
        return session.open(account, request, response);
    }

    /**
     * Signs in who holds a phone and needs no account: the registration wizard (CON-09).
     *
     * @param code what was sent to the phone for {@link CodePurpose#APPLY}
     * @throws Problem when the code is wrong, used or expired
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Entered signInApplicant(
            String phone, String code, HttpServletRequest request, HttpServletResponse response) {
        if (!phones.verify(CodePurpose.APPLY, phone, code)) {
            throw new Problem("account.error.code");
        }
        return session.open(new SignedIn(null, null, phone, Set.of(Role.APPLICANT)), request, response);
    }

    /** Gives the session the roles its account has now: after a password change, or when a role was granted. */
    public void refresh(HttpServletRequest request, HttpServletResponse response) {
        session.refresh(request, response);
    }

    private Optional<Stored> authenticated(String name, String password) {
        var stored =
                AccountRules.loginName(name).isPresent() ? Optional.<Stored>empty() : accounts.findByLoginName(name);
        var right = hashes.matches(password, stored.map(Stored::passwordHash).orElse(null));
        return stored.filter(found -> right && found.account().enabled());
    }

    /** One try at the door, counted before anything is looked up and taken back if it was right. */
    private final class Attempt {

        private final String name;
        private final String address;

        Attempt(String loginName, String clientAddress) {
            var given = loginName == null ? "" : loginName.strip();
            this.name = given.length() > LONGEST_NAME ? given.substring(0, LONGEST_NAME) : given;
            this.address = ClientAddress.group(clientAddress);
        }

        String nameAndAddress() {
            return name.toLowerCase(Locale.ROOT) + "\n" + address;
        }

        void count() {
            limits.count("try-name-address", nameAndAddress(), settings.triesPerNameAndAddress(), LOCKED);
            limits.count("try-name", name.toLowerCase(Locale.ROOT), settings.triesPerName(), LOCKED);
            limits.count("try-address", address, settings.triesPerAddress(), LOCKED);
        }

        void forgive() {
            limits.forgive("try-name-address", nameAndAddress(), settings.triesPerNameAndAddress());
            limits.forgive("try-name", name.toLowerCase(Locale.ROOT), settings.triesPerName());
            limits.forgive("try-address", address, settings.triesPerAddress());
        }

        /** What listeners see of a failed try: the name if it can be one, never the password. */
        UsernamePasswordAuthenticationToken token() {
            return UsernamePasswordAuthenticationToken.unauthenticated(
                    AccountRules.loginName(name).isPresent() ? "?" : name, null);
        }
    }
}
