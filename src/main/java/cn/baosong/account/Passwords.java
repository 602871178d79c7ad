package cn.baosong.account;

import cn.baosong.account.Doorkeeper.Door;
import cn.baosong.account.repository.AccountTable;
import cn.baosong.common.Problem;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** 修改密码 and 忘记密码 (LOGIN-08, 21): by who knows the old one, or by who holds the phone of the account. */
@Service
public class Passwords {

    private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);

    private final AccountTable table;
    private final PasswordHashes hashes;
    private final Doorkeeper door;
    private final OneTimeCodes codes;
    private final CodeDelivery delivery;
    private final Errands errands;
    private final AccountNotices notices;
    private final Sessions sessions;
    private final AccountLog log;
    private final TransactionTemplate transaction;

    Passwords(
            AccountTable table,
            PasswordHashes hashes,
            Doorkeeper door,
            OneTimeCodes codes,
            CodeDelivery delivery,
            Errands errands,
            AccountNotices notices,
            Sessions sessions,
            AccountLog log,
            TransactionTemplate transaction) {
        this.table = table;
        this.hashes = hashes;
        this.door = door;
        this.codes = codes;
        this.delivery = delivery;
        this.errands = errands;
        this.notices = notices;
        this.sessions = sessions;
        this.log = log;
        this.transaction = transaction;
    }

    /**
     * Changes the password of who knows the old one; every other login of the account ends.
     *
     * @throws FieldProblems when the old one is wrong (field {@code oldPassword}) or the new one breaks the rules
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void change(UUID id, String oldPassword, String newPassword) {
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
        var hash = hashes.hash(newPassword);
        transaction.executeWithoutResult(status -> {
            if (table.changePassword(id, stored.passwordHash(), hash) == 0) {
                throw new FieldProblems("oldPassword", "account.error.password.old");
            }
            log.add(id, AccountEvent.PASSWORD_CHANGED, null);
            notices.passwordChanged(stored.account());
            sessions.endOthers(id, sessions.current().orElse(null));
        });
    }

    /**
     * Sends a code to the phone of whoever is meant, after this has returned. Nothing says whether there is anybody.
     *
     * @param name login name, bound phone, bound e-mail or credit code
     * @param clientAddress network address of who asks
     * @throws Problem when name or address has asked too often
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void requestRecovery(String name, String clientAddress) {
        var meant = door.codeFor(name, clientAddress).account();
        errands.later(() -> meant.filter(door::mayHaveCode).ifPresent(account -> {
            if (!delivery.toAccount(CodePurpose.RESET, account)) {
                LOG.warn("Account {} has neither phone nor e-mail to recover by", account.id());
            }
        }));
    }

    /**
     * Sets a new password, opens a door that too many failures had shut, and ends every login of the account.
     *
     * @throws FieldProblems when the new password breaks the rules, or the code cannot be one
     * @throws Problem one and the same for an unknown name and a wrong, used or expired code
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void recover(String name, String code, String newPassword, String clientAddress) {
        new FieldProblems.Collector()
                .add("code", AccountRules.code(code))
                .add("password", AccountRules.password(newPassword))
                .throwIfAny();
        var attempt = door.attempt(Door.RECOVERY, name, clientAddress);
        var match = codes.match(
                CodePurpose.RESET,
                attempt.account().map(Account::id).map(UUID::toString).orElse(""),
                code);
        if (match.isEmpty()) {
            throw attempt.refused("account.error.recover");
        }
        var account = attempt.account().orElseThrow();
        var hash = hashes.hash(newPassword);
        transaction.executeWithoutResult(status -> {
            if (!codes.use(match.get())) {
                throw new Problem("account.error.recover");
            }
            table.setPassword(account.id(), hash, false);
            log.add(account.id(), AccountEvent.PASSWORD_RECOVERED, null);
            notices.passwordChanged(account);
            sessions.endAll(account.id());
        });
        attempt.reset();
    }
}
