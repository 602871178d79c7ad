package cn.baosong.common.feel;

/** An expression that cannot be read, is refused, or went beyond its limits. The message is for who wrote it. */
public final class FeelException extends RuntimeException {

    private static final int UNKNOWN = -1;

    private final int position;

    FeelException(String message) {
        this(message, UNKNOWN);
    }

    FeelException(String message, int position) {
        super(message);
        this.position = position;
    }

    FeelException(String message, Throwable cause) {
        super(message, cause);
        this.position = UNKNOWN;
    }

    /** @return where in the text reading stopped, counted from 0; -1 where no place can be named */
    public int position() {
        return position;
    }
}
