package cn.baosong.account;

import cn.baosong.account.Doorkeeper.Door;
import cn.baosong.common.Problem;
import cn.baosong.messaging.Channel;
import cn.baosong.messaging.Outbox;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Login with a name, a password and a code every time (LOGIN-11, 12; SUR-08). The name may be the login name, the bound
 * phone, the bound e-mail, or the credit code of a verified legal person (LOGIN-06). Whatever is wrong, the answer is the
 * same, and takes as long: nobody learns here who has an account.
 */
@Service
public class LoginService {

    private static final Logger LOG = LoggerFactory.getLogger(LoginService.class);

    /**
     * @param mustChangePassword nothing but the password page is open
     * @param locale language the account has chosen; empty for an applicant without account
     * @param returnPath path and query of the page the user wanted, starting with one slash; {@code /} for none
     */
    public record Entered(SignedIn user, boolean mustChangePassword, Optional<Locale> locale, String returnPath) {}

    private final Doorkeeper door;
    private final OneTimeCodes codes;
    private final CodeDelivery delivery;
    private final PhoneVerification phones;
    private final Outbox outbox;
    private final SignInSession session;

    LoginService(
            Doorkeeper door,
            OneTimeCodes codes,
            CodeDelivery delivery,
            PhoneVerification phones,
            Outbox outbox,
            SignInSession session) {
        this.door = door;
        this.codes = codes;
        this.delivery = delivery;
        this.phones = phones;
        this.outbox = outbox;
        this.session = session;
    }

    /** @return whether codes go to bound e-mails for now, because no SMS can be sent */
    public boolean smsDisturbed() {
        return outbox.hasIncident(Channel.SMS);
    }

    /**
     * Sends a login code to the account if name and password are right, and says nothing either way.
     *
     * @param clientAddress network address of who asks
     * @throws Problem when name or address has asked or failed too often; the same whether the account exists
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void requestCode(String name, String password, String clientAddress) {
        var attempt = door.attempt(Door.PASSWORD, name, clientAddress);
        door.countCode(attempt);
        var account = attempt.withPassword(password);
        if (account.isEmpty()) {
            attempt.refused("account.error.login");
            return;
        }
        attempt.forgive();
        if (!door.mayHaveCode(account.get())) {
            LOG.warn("Account {} has had its login codes for now", account.get().id());
        } else if (!delivery.toAccount(CodePurpose.LOGIN, account.get())) {
            LOG.warn(
                    "Account {} has neither phone nor e-mail and cannot get a login code",
                    account.get().id());
        }
    }

    /**
     * Logs in: new session id, security context stored, one-time code used up.
     *
     * @throws Problem one and the same for an unknown name, a wrong password and a wrong, used or expired code; another
     *     when there were too many failures, with the time of day from which it is possible again
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Entered login(
            String name, String password, String code, HttpServletRequest request, HttpServletResponse response) {
        var attempt = door.attempt(Door.PASSWORD, name, request.getRemoteAddr());
        var account = attempt.withPassword(password)
                .filter(found -> codes.redeem(CodePurpose.LOGIN, found.id().toString(), code))
                .orElseThrow(() -> attempt.refused("account.error.login"));
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
}
