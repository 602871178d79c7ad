package cn.baosong.filing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an enterprise calls it when it takes a submitted report back: the setting {@code withdrawalWording} of its scheme.
 * The texts of each wording stand together in the translation files.
 */
public enum Withdrawal {
    /** 撤销 (HIS-05). */
    WITHDRAW("filing.withdraw."),
    /** 取消上报 (SUR-18). */
    CANCEL("filing.cancel.");

    private final String texts;

    Withdrawal(String texts) {
        this.texts = texts;
    }

    /** @param word as a model writes it: {@code withdraw}, {@code cancel} */
    public static Optional<Withdrawal> of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /** @return key of one of its texts */
    public String key(String name) {
        return texts + name;
    }
}
