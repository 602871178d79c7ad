package cn.baosong.account;

import java.util.Locale;

/** What a code by SMS or e-mail opens. A code for one purpose opens nothing else. */
public enum CodePurpose {
    LOGIN,
    REGISTER,
    APPLY,
    /** 忘记密码 */
    RESET,
    /** 绑定手机号: sent to the phone that is to be bound */
    BIND_PHONE,
    /** 绑定邮箱: sent to the address that is to be bound */
    BIND_EMAIL,
    /** 手机号修改: sent to the phone or e-mail bound so far */
    CHANGE_PHONE;

    /** @return name of the message template, {@code code-login} … */
    String template() {
        return "code-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
