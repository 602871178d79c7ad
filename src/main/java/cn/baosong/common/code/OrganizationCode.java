package cn.baosong.common.code;

/**
 * The organisation code (组织机构代码), GB 11714-1997: eight characters and one check character, usually with a hyphen
 * between. It is also the ninth to seventeenth character of a {@link UnifiedSocialCreditCode}.
 *
 * <p>A changed single check character or a changed single digit is always detected, since 11 is prime and every weight
 * prime to it; letters whose values differ by a multiple of 11 (0 and B, for one) pass for each other.
 */
public final class OrganizationCode {

    public static final int LENGTH = 9;

    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int MODULUS = 11;
    private static final int WRITTEN_X = 10;

    private OrganizationCode() {}

    /** @return whether {@code code}, normalised, has nine characters and the right check character */
    public static boolean isValid(String code) {
        if (code == null) {
            return false;
        }
        String normalized = normalize(code);
        if (normalized.length() != LENGTH) {
            return false;
        }
        String body = normalized.substring(0, LENGTH - 1);
        return body.chars().allMatch(c -> value((char) c) >= 0)
                && checkCharacter(body) == normalized.charAt(LENGTH - 1);
    }

    /** @return upper case, without blanks and hyphens; null for null */
    public static String normalize(String code) {
        return code == null ? null : CodeText.normalize(code);
    }

    /**
     * @param body the first eight characters, normalised
     * @throws IllegalArgumentException for another length or a character other than 0 to 9 and A to Z
     */
    public static char checkCharacter(String body) {
        if (body.length() != WEIGHTS.length) {
            throw new IllegalArgumentException("not " + WEIGHTS.length + " characters: " + body);
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            int value = value(body.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("no character of the standard: " + body.charAt(i));
            }
            sum += value * WEIGHTS[i];
        }
        int check = (MODULUS - sum % MODULUS) % MODULUS;
        return check == WRITTEN_X ? 'X' : (char) ('0' + check);
    }

    /** 0 to 9, and A to Z as 10 to 35; other values for the letters than in the credit code. */
    private static int value(char character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        return character >= 'A' && character <= 'Z' ? character - 'A' + 10 : -1;
    }
}
