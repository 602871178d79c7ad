package cn.baosong.common.code;

/**
 * The unified social credit code (统一社会信用代码), GB 32100-2015: 18 characters, that is registration department, kind
 * of body, six digits of the division, nine characters of the organisation code ({@link OrganizationCode}), and one check
 * character.
 *
 * <p>The check character alone is checked, as registers know codes whose other parts do not follow the standard. A changed
 * single character is always detected: 31 is prime and every weight is prime to it.
 */
public final class UnifiedSocialCreditCode {

    public static final int LENGTH = 18;

    /** All but the letters that look like digits or like each other: I, O, S, V, Z. */
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int MODULUS = 31;
    private static final int WEIGHT_FACTOR = 3;

    private UnifiedSocialCreditCode() {}

    /** @return whether {@code code}, normalised, has 18 characters of the standard and the right check character */
    public static boolean isValid(String code) {
        if (code == null) {
            return false;
        }
        String normalized = normalize(code);
        if (normalized.length() != LENGTH || !normalized.chars().allMatch(c -> CHARACTERS.indexOf(c) >= 0)) {
            return false;
        }
        return checkCharacter(normalized.substring(0, LENGTH - 1)) == normalized.charAt(LENGTH - 1);
    }

    /** @return upper case, without blanks and hyphens; null for null */
    public static String normalize(String code) {
        return code == null ? null : CodeText.normalize(code);
    }

    /**
     * @param body the first 17 characters, normalised
     * @throws IllegalArgumentException for another length or a character that the standard does not know
     */
    public static char checkCharacter(String body) {
        if (body.length() != LENGTH - 1) {
            throw new IllegalArgumentException("not " + (LENGTH - 1) + " characters: " + body);
        }
        int sum = 0;
        int weight = 1;
        for (char character : body.toCharArray()) {
            int value = CHARACTERS.indexOf(character);
            if (value < 0) {
                throw new IllegalArgumentException("no character of the standard: " + character);
            }
            sum += value * weight;
            weight = weight * WEIGHT_FACTOR % MODULUS;
        }
        // A remainder of 0 gives 31, which is written as 0.
        return CHARACTERS.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }
}
