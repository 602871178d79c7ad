package cn.baosong.account;

import cn.hutool.captcha.ShearCaptcha;
import cn.hutool.captcha.generator.CodeGenerator;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/**
 * Picture codes (图形验证码, LOGIN-14): they keep programs from having SMS sent to whomever they like. The answer stays on
 * the server, with the page that asks.
 */
@Component
public class PictureCodes {

    public static final int DIGITS = 4;

    private static final int WIDTH = 160;
    private static final int HEIGHT = 56;
    private static final int THICKNESS = 3;

    private final PictureDigits digits;
    private final Limits limits;
    private final AccountSettings settings;
    private final Clock clock;

    PictureCodes(PictureDigits digits, Limits limits, AccountSettings settings, Clock clock) {
        this.digits = digits;
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param clientAddress network address of who asks
     * @throws cn.baosong.common.Problem when the address has asked too often
     */
    public PictureCode draw(String clientAddress) {
        limits.count(
                "picture-address",
                ClientAddress.group(clientAddress),
                settings.picturesPerAddress(),
                "account.error.picture.often");
        var text = digits.next();
        return new PictureCode(png(text), text, clock.instant().plus(settings.pictureLifetime()), clock);
    }

    /** @return how many codes a page may send once one of its pictures was read */
    public int sends() {
        return settings.sendsPerPicture();
    }

    /** In memory alone: an image stream of the usual kind puts its bytes into a file in between. */
    private static byte[] png(String text) {
        var captcha = new ShearCaptcha(WIDTH, HEIGHT, new Given(text), THICKNESS);
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write((RenderedImage) captcha.createImage(text), "png", stream);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The drawing wants to know where its text comes from. */
    private record Given(String text) implements CodeGenerator {

        @Override
        public String generate() {
            return text;
        }

        @Override
        public boolean verify(String code, String answer) {
            return code.equals(answer);
        }
    }
}
