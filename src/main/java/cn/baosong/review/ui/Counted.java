package cn.baosong.review.ui;

import cn.baosong.review.Inbox;

/** Says a count of the inbox: the number, or that there are more than are counted, such as 1,000+. */
public final class Counted {

    private Counted() {}

    /** @param count of a list, or of all that waits */
    public static String text(int count) {
        return text(count, Inbox.MOST_COUNTED);
    }

    /** @param count a figure of the header other than all that waits */
    public static String part(int count) {
        return text(count, Inbox.MOST_IN_FIGURES);
    }

    private static String text(int count, int most) {
        return count > most ? "%,d+".formatted(most) : "%,d".formatted(count);
    }
}
