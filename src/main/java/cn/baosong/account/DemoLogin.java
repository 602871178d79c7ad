package cn.baosong.account;

import cn.baosong.common.Texts;
import java.util.Locale;

/**
 * A login of the demo world, shown on the login page of the demo profile.
 *
 * @param title what one can do with it, in Chinese
 * @param titleEn the same in English
 */
public record DemoLogin(String loginName, String password, String title, String titleEn) {

    public String title(Locale locale) {
        return Texts.pick(locale, title, titleEn);
    }
}
