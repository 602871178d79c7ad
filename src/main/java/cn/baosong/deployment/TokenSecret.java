package cn.baosong.deployment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secrets of access tokens. They are random and long enough that nobody guesses one, so a plain hash is as good as a
 * slow one, and each request of the Modeler costs one look-up.
 */
final class TokenSecret {

    /** Tells people and scanners of repositories what they have found. */
    private static final String PREFIX = "baosong_";

    private static final int BYTES = 32;
    private static final int LONGEST = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenSecret() {}

    static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @return whether it can be one at all; saves a look-up of what is none */
    static boolean isOne(String secret) {
        return secret != null && secret.startsWith(PREFIX) && secret.length() < LONGEST;
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }
}
