package cn.baosong.review.ui;

import cn.baosong.review.Inbox;

/** Says a count of the inbox: the number, or that there are more than are counted. */
final class Counted {

    private Counted() {}

    static String text(int count) {
        return count > Inbox.MOST_COUNTED ? "%,d+".formatted(Inbox.MOST_COUNTED) : "%,d".formatted(count);
    }
}
