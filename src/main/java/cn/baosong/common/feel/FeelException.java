package cn.baosong.common.feel;

import cn.baosong.common.Reason;

/** An expression that cannot be read, is refused, or went beyond its limits. The reason is for who wrote it. */
public final class FeelException extends RuntimeException {

    private static final int UNKNOWN = -1;

    private final transient Reason reason;
    private final int position;

    FeelException(Reason reason) {
        this(reason, UNKNOWN);
    }

    FeelException(Reason reason, int position) {
        super(reason.toString());
        this.reason = reason;
        this.position = position;
    }

    FeelException(Reason reason, Throwable cause) {
        super(reason.toString(), cause);
        this.reason = reason;
        this.position = UNKNOWN;
    }

    /** @return what is wrong, to be said in the reader's language */
    public Reason reason() {
        return reason;
    }

    /** @return where in the text reading stopped, counted from 0; -1 where no place can be named */
    public int position() {
        return position;
    }
}
