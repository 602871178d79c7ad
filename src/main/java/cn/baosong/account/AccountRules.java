package cn.baosong.account;

import cn.baosong.common.Problem;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a login name, a password and a phone look like (GRD-03, GRD-04). */
public final class AccountRules {

    public static final int LONGEST_LOGIN_NAME = 16;
    public static final int LONGEST_PASSWORD = 16;
    public static final int LONGEST_EMAIL = 120;
    public static final int PHONE_DIGITS = 11;
    public static final int CODE_DIGITS = 6;
    public static final int LONGEST_DISPLAY_NAME = 60;

    private static final Pattern LOGIN_NAME = Pattern.compile("[A-Za-z0-9@]{6,16}");
    private static final Pattern KEPT_LOGIN_NAME = Pattern.compile("[A-Za-z0-9@_-]{1,32}");
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}");
    private static final Pattern PASSWORD = Pattern.compile("[!-~]{9,16}");
    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final Pattern SPECIAL = Pattern.compile("[^A-Za-z0-9]");
    private static final Pattern PHONE = Pattern.compile("1[0-9]{10}");
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern DISPLAY_NAME =
            Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}<>]{1," + LONGEST_DISPLAY_NAME + "}");

    private AccountRules() {}

    /** Whether anything was filled in at all. */
    public static Optional<Problem> present(String value) {
        return unless(value != null && !value.isBlank(), "account.error.required");
    }

    /** Of a new account. One that looks like a phone would stand in the way of the phone's owner. */
    public static Optional<Problem> loginName(String value) {
        if (matches(PHONE, value)) {
            return Optional.of(new Problem("account.error.login-name.phone"));
        }
        return unless(matches(LOGIN_NAME, value), "account.error.login-name");
    }

    /** What the login name of an account looks like that came over from the old platform. */
    public static Optional<Problem> keptLoginName(String value) {
        return unless(matches(KEPT_LOGIN_NAME, value), "account.error.login-name.kept");
    }

    public static Optional<Problem> email(String value) {
        return unless(
                matches(EMAIL, value) && value.length() <= LONGEST_EMAIL && !value.contains(".."),
                "account.error.email");
    }

    public static Optional<Problem> password(String value) {
        return unless(
                matches(PASSWORD, value) && finds(LETTER, value) && finds(DIGIT, value) && finds(SPECIAL, value),
                "account.error.password");
    }

    public static Optional<Problem> phone(String value) {
        return unless(matches(PHONE, value), "account.error.phone");
    }

    /** Whether it can be a code at all; whether it is the right one is another question. */
    public static Optional<Problem> code(String value) {
        return unless(matches(CODE, value), "account.error.code.format");
    }

    /** A nickname: no markup, nothing that cannot be seen. */
    public static Optional<Problem> displayName(String value) {
        return unless(matches(DISPLAY_NAME, value) && !value.isBlank(), "account.error.display-name");
    }

    /** @return 0 nothing yet, 1 refused, 2 allowed, 3 good */
    public static int strength(String password) {
        if (password == null || password.isEmpty()) {
            return 0;
        }
        if (password(password).isPresent()) {
            return 1;
        }
        return password.length() >= 12 && password.chars().distinct().count() >= 9 ? 3 : 2;
    }

    private static boolean matches(Pattern pattern, String value) {
        return value != null && pattern.matcher(value).matches();
    }

    private static boolean finds(Pattern pattern, String value) {
        return pattern.matcher(value).find();
    }

    private static Optional<Problem> unless(boolean good, String key) {
        return good ? Optional.empty() : Optional.of(new Problem(key));
    }
}
