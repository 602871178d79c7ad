package cn.baosong.account;

import cn.baosong.common.code.UnifiedSocialCreditCode;
import java.util.Locale;

/**
 * What somebody typed into the field of the login page, by what it can be: login name, bound phone, bound e-mail, or the
 * credit code of a verified legal person (LOGIN-06, CON-14). Null where it cannot be that.
 */
public record LoginIdentifier(String loginName, String phone, String email, String creditCode) {

    /** The longest of them all, an e-mail. */
    public static final int LONGEST = AccountRules.LONGEST_EMAIL;

    private static final int CREDIT_CODE_LENGTH = 18;

    /** @param typed any text of any length, null included */
    public static LoginIdentifier of(String typed) {
        var text = typed == null ? "" : typed.strip();
        if (text.length() > LONGEST) {
            return new LoginIdentifier(null, null, null, null);
        }
        var code = UnifiedSocialCreditCode.normalize(text);
        return new LoginIdentifier(
                AccountRules.keptLoginName(text).isEmpty() ? text.toLowerCase(Locale.ROOT) : null,
                AccountRules.phone(text).isEmpty() ? text : null,
                AccountRules.email(text).isEmpty() ? text.toLowerCase(Locale.ROOT) : null,
                code.length() == CREDIT_CODE_LENGTH ? code : null);
    }
}
