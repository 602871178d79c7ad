package cn.baosong.account;

import cn.baosong.account.repository.ActivationCodeTable;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes with which an account of the old platform that has no phone gets one (激活码, LOGIN-20, CON-16): handed over by
 * the direct reviewer, good for a while, used once. There is no default password.
 */
@Component
public class ActivationCodes {

    private static final UUID NOBODY = new UUID(0, 0);

    private final ActivationCodeTable table;
    private final PasswordHashes hashes;
    private final AccountSettings settings;
    private final AccountLog log;
    private final Clock clock;

    ActivationCodes(
            ActivationCodeTable table, PasswordHashes hashes, AccountSettings settings, AccountLog log, Clock clock) {
        this.table = table;
        this.hashes = hashes;
        this.settings = settings;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Makes a code; an earlier one of the account is void. Whether {@code issuer} may is for the caller to hold.
     *
     * @return the code, readable here and now only: 12 letters and digits in three groups
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String issue(UUID account, UUID issuer) {
        var code = hashes.randomCode();
        var now = clock.instant();
        table.replace(account, hashes.hash(normalized(code)), issuer, now, now.plus(settings.activationLifetime()));
        log.add(account, AccountEvent.ACTIVATION_CODE_ISSUED, null);
        return code;
    }

    /** @return until when a code of the account is good; empty where none is */
    public Optional<Instant> pendingUntil(UUID account) {
        return table.expiry(account, clock.instant());
    }

    /** Compares, at the same cost whether or not there is a code. */
    boolean matches(UUID account, String code) {
        var hash = table.hash(account == null ? NOBODY : account, clock.instant());
        return hashes.matches(normalized(code), hash.orElse(null));
    }

    /** @return whether this caller, and no other, has used the code */
    boolean use(UUID account) {
        return table.delete(account, clock.instant());
    }

    private static String normalized(String code) {
        return code == null ? "" : code.replaceAll("[\\s-]", "").toUpperCase(java.util.Locale.ROOT);
    }
}
