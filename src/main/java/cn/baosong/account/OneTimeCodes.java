package cn.baosong.account;

import cn.baosong.account.repository.CodeTable;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes of six digits: a few minutes, a few tries, used once. A code is stored as a slow salted hash, so that who reads
 * the table cannot find it in the time it lives.
 */
@Component
class OneTimeCodes {

    private static final int ROUNDS = 10_000;
    private static final int BITS = 256;
    private static final UUID NOBODYS = new UUID(0, 0);

    private final CodeTable table;
    private final AccountSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeCodes(CodeTable table, AccountSettings settings, Clock clock) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes a code in the caller's transaction; every earlier one for the same is void. */
    @Transactional(propagation = Propagation.MANDATORY)
    String issue(CodePurpose purpose, String subject) {
        var code = String.format("%06d", random.nextInt(1_000_000));
        var id = UUID.randomUUID();
        var now = clock.instant();
        table.replace(
                id,
                purpose.name(),
                subject,
                hash(code, id),
                now,
                now.plus(settings.codeLifetime()),
                settings.codeTries());
        return code;
    }

    /** Compares, and pays a try whatever becomes of the caller's transaction. @return the code to {@link #use} */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    Optional<UUID> match(CodePurpose purpose, String subject, String code) {
        if (AccountRules.code(code).isPresent()) {
            return Optional.empty();
        }
        // Hashed even where nothing was sent: the time it takes says nothing.
        var tried = table.tryNewest(purpose.name(), subject, clock.instant());
        var given = hash(code, tried.map(CodeTable.Tried::id).orElse(NOBODYS));
        return tried.filter(found -> MessageDigest.isEqual(found.hash(), given)).map(CodeTable.Tried::id);
    }

    /** @return whether this caller, and no other, has used the code */
    boolean use(UUID id) {
        return table.use(id, clock.instant());
    }

    /** Match and use in one. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    boolean redeem(CodePurpose purpose, String subject, String code) {
        return match(purpose, subject, code).filter(this::use).isPresent();
    }

    private static byte[] hash(String code, UUID salt) {
        var bytes = ByteBuffer.allocate(16)
                .putLong(salt.getMostSignificantBits())
                .putLong(salt.getLeastSignificantBits())
                .array();
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(code.toCharArray(), bytes, ROUNDS, BITS))
                    .getEncoded();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("this Java has no PBKDF2", failure);
        }
    }
}
