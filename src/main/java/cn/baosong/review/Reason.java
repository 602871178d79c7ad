package cn.baosong.review;

import cn.baosong.common.Problem;
import cn.baosong.form.CleanText;

/** Why something is returned, or asked to be: 1 to 150 characters (REG-41), without blanks around and unseen characters. */
public final class Reason {

    public static final int LIMIT = 150;

    private Reason() {}

    /**
     * @param raw as it came from outside, may be null
     * @param problem translation key for what is empty or too long; gets the limit
     * @throws Problem {@code problem}
     */
    public static String of(String raw, String problem) {
        var why = raw == null ? "" : CleanText.of(raw, true);
        if (why.isEmpty() || why.codePointCount(0, why.length()) > LIMIT) {
            throw new Problem(problem, LIMIT);
        }
        return why;
    }
}
