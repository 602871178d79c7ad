package cn.baosong.account;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id at OWASP's minimum unless a setting says more: 19 MiB, two passes, one lane. Each hash takes that memory, so
 * only a few run at a time however many people log in.
 */
@Component
class PasswordHashes {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz";
    private static final String DIGITS = "23456789";
    private static final String SPECIALS = "!#$%*+-=?@";
    private static final String CODE = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int RANDOM_LENGTH = 12;
    private static final int LONGEST = 64;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder;
    private final Semaphore atATime =
            new Semaphore(Math.max(2, 2 * Runtime.getRuntime().availableProcessors()));
    private final SecureRandom random = new SecureRandom();
    private final String nobodys;

    PasswordHashes(AccountSettings settings) {
        var kibibytes = (int) settings.hashMemory().toKilobytes();
        encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, kibibytes, PASSES);
        nobodys = hash(random());
    }

    String hash(String password) {
        return limited(() -> encoder.encode(password));
    }

    /** @return a hash of a password that was thrown away: no password opens what has it */
    String nobodys() {
        return nobodys;
    }

    /** @param hash null for somebody who does not exist; costs the same time and is never right */
    boolean matches(String password, String hash) {
        var given = password == null || password.length() > LONGEST ? "" : password;
        var right = limited(() -> encoder.matches(given, hash == null ? nobodys : hash));
        return right && hash != null;
    }

    /** @return a password that keeps the rules, without letters that look alike */
    String random() {
        var letters = new ArrayList<Character>();
        pick(letters, LETTERS, 2);
        pick(letters, DIGITS, 2);
        pick(letters, SPECIALS, 1);
        pick(letters, LETTERS + DIGITS, RANDOM_LENGTH - letters.size());
        Collections.shuffle(letters, random);
        var password = new StringBuilder();
        letters.forEach(password::append);
        return password.toString();
    }

    /** @return 12 capital letters and digits that look like no other, as {@code ABCD-2345-EFGH} */
    String randomCode() {
        var code = new StringBuilder();
        for (var number = 0; number < 12; number++) {
            code.append(number > 0 && number % 4 == 0 ? "-" : "").append(CODE.charAt(random.nextInt(CODE.length())));
        }
        return code.toString();
    }

    private void pick(ArrayList<Character> into, String from, int count) {
        for (var number = 0; number < count; number++) {
            into.add(from.charAt(random.nextInt(from.length())));
        }
    }

    /** Every hash is made in here. */
    <T> T limited(Supplier<T> work) {
        atATime.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atATime.release();
        }
    }
}
