package cn.baosong.account;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** A picture somebody looks at (图形验证码). It takes one answer, right or wrong. */
public final class PictureCode {

    private final byte[] png;
    private final String digits;
    private final Instant expires;
    private final Clock clock;
    private final AtomicBoolean answered = new AtomicBoolean();

    PictureCode(byte[] png, String digits, Instant expires, Clock clock) {
        this.png = png.clone();
        this.digits = digits;
        this.expires = expires;
        this.clock = clock;
    }

    public byte[] png() {
        return png.clone();
    }

    /** @return whether these are the digits, in time and for the first time asked; the picture is worth nothing after it */
    public boolean opens(String answer) {
        return answered.compareAndSet(false, true) && clock.instant().isBefore(expires) && digits.equals(answer);
    }

    /** Leaves out what the picture asks for. */
    @Override
    public String toString() {
        return "PictureCode[expires " + expires + "]";
    }
}
