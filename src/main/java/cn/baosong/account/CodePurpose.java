package cn.baosong.account;

import java.util.Locale;

/** What a code by SMS opens. A code for one purpose opens nothing else. */
public enum CodePurpose {
    LOGIN,
    REGISTER,
    APPLY;

    /** @return name of the message template, {@code code-login} … */
    String template() {
        return "code-" + name().toLowerCase(Locale.ROOT);
    }
}
