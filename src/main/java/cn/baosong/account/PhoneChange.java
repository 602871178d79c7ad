package cn.baosong.account;

import cn.baosong.account.Doorkeeper.Door;
import cn.baosong.common.Problem;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 手机号修改 (LOGIN-17, 22, 23): by who knows the password and proves the old phone or the bound e-mail. Nobody changes it
 * by hand for another.
 */
@Service
public class PhoneChange {

    /** Where the code goes that proves who asks. */
    public enum Proof {
        OLD_PHONE,
        EMAIL
    }

    private final Doorkeeper door;
    private final OneTimeCodes codes;
    private final CodeDelivery delivery;
    private final Contacts contacts;

    PhoneChange(Doorkeeper door, OneTimeCodes codes, CodeDelivery delivery, Contacts contacts) {
        this.door = door;
        this.codes = codes;
        this.delivery = delivery;
        this.contacts = contacts;
    }

    /**
     * Sends the code that proves who asks, if name and password are right and there is such a way; says nothing either way.
     *
     * @throws Problem when name or address has asked or failed too often
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void requestProof(String name, String password, Proof proof, String clientAddress) {
        var attempt = door.attempt(Door.PASSWORD, name, clientAddress);
        door.countCode(attempt);
        var account = attempt.withPassword(password);
        if (account.isEmpty()) {
            attempt.refused("account.error.change-phone");
            return;
        }
        attempt.forgive();
        account.filter(door::mayHaveCode).ifPresent(found -> send(found, proof));
    }

    /**
     * Changes the phone and uses both codes up.
     *
     * @param proof what {@link #requestProof} sent
     * @param code what {@link PhoneVerification#requestCode} sent to the new phone for {@link CodePurpose#BIND_PHONE}
     * @throws FieldProblems about {@code proof}, {@code phone} or {@code code}; what they say of the account is said only to
     *     who has proved to own it
     * @throws Problem one and the same for an unknown name, a wrong password and a wrong proof
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void change(String name, String password, String proof, String phone, String code, String clientAddress) {
        new FieldProblems.Collector()
                .add("proof", AccountRules.code(proof))
                .add("phone", AccountRules.phone(phone))
                .add("code", AccountRules.code(code))
                .throwIfAny();
        var attempt = door.attempt(Door.PASSWORD, name, clientAddress);
        var account = attempt.withPassword(password);
        var proved = codes.match(
                CodePurpose.CHANGE_PHONE,
                account.map(Account::id).map(UUID::toString).orElse(""),
                proof);
        if (account.isEmpty() || proved.isEmpty()) {
            throw attempt.refused("account.error.change-phone");
        }
        attempt.forgive();
        if (phone.equals(account.get().phone())) {
            throw new FieldProblems("phone", "account.error.phone.same");
        }
        var match = codes.match(CodePurpose.BIND_PHONE, phone, code)
                .orElseThrow(() -> new FieldProblems("code", "account.error.code"));
        contacts.setPhone(account.get(), phone, match, AccountEvent.PHONE_CHANGED, () -> {
            if (!codes.use(proved.get())) {
                throw new Problem("account.error.change-phone");
            }
        });
    }

    private void send(Account account, Proof proof) {
        var subject = account.id().toString();
        if (proof == Proof.OLD_PHONE && account.phone() != null) {
            delivery.toPhone(CodePurpose.CHANGE_PHONE, subject, account.phone(), null, account.locale());
        } else if (proof == Proof.EMAIL && account.emailBound()) {
            delivery.toEmail(CodePurpose.CHANGE_PHONE, subject, account.email(), account.locale());
        }
    }
}
