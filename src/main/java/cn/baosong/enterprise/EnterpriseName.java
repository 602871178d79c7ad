package cn.baosong.enterprise;

import java.text.Normalizer;
import java.util.Locale;

/** When two enterprise names are the same (REG-31): widths of characters, blanks and letter case make no difference. */
public final class EnterpriseName {

    private EnterpriseName() {}

    /** @return what names are compared by; empty for null */
    public static String key(String name) {
        return name == null
                ? ""
                : Normalizer.normalize(name, Normalizer.Form.NFKC)
                        .replaceAll("[\\s\\u200B-\\u200D\\uFEFF]+", "")
                        .toLowerCase(Locale.ROOT);
    }
}
