package cn.baosong.review;

import java.util.Locale;

/** What a reviewer can decide. */
public enum Decision {
    /** 接收, 通过. */
    ACCEPTED,
    /** 退回, with a reason. */
    RETURNED;

    /** @return the value of the flag {@code decision} in the models */
    public String flag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
