package cn.baosong.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A way by which somebody is told something; a model names it in lower case. */
public enum Way {
    /** 我的消息, inside the application. */
    INBOX,
    SMS,
    /** To a bound e-mail only. */
    EMAIL;

    private static final String NONE = "none";

    /**
     * @param list names with commas between, such as {@code inbox,sms}; {@code none}, blank or null for no way
     * @throws IllegalArgumentException for a name there is not
     */
    public static Set<Way> among(String list) {
        var ways = EnumSet.noneOf(Way.class);
        if (list != null) {
            Arrays.stream(list.split(","))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty() && !name.equals(NONE))
                    .map(name -> valueOf(name.toUpperCase(Locale.ROOT)))
                    .forEach(ways::add);
        }
        return ways;
    }
}
