package cn.baosong.testing;

import cn.baosong.account.PictureDigits;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Digits of picture codes that a test can look up; those of the next picture are others. */
@Primary
@Component
public class KnownDigits implements PictureDigits {

    private final AtomicInteger drawn = new AtomicInteger(1_000);

    @Override
    public String next() {
        return "%04d".formatted(drawn.updateAndGet(number -> (number + 37) % 10_000));
    }

    /** @return what the picture drawn last says */
    public String newest() {
        return "%04d".formatted(drawn.get());
    }
}
