package cn.baosong.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.testing.KnownDigits;
import cn.baosong.testing.MovableClock;
import cn.baosong.testing.Together;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PictureCodesTest {

    private static final String HERE = "198.51.100.77";

    @Autowired
    private Limits limits;

    @Autowired
    private AccountSettings settings;

    @Autowired
    private KnownDigits digits;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-10-12T02:00:00Z"));
    private PictureCodes pictures;

    @BeforeEach
    void build() {
        pictures = new PictureCodes(digits, limits, settings, clock);
    }

    @Test
    void theDigitsOfThePictureOpenOnce() {
        var picture = pictures.draw(HERE);
        assertThat(picture.opens(digits.newest())).isTrue();
        assertThat(picture.opens(digits.newest())).as("replayed").isFalse();
    }

    @Test
    void aWrongAnswerCostsThePicture() {
        var picture = pictures.draw(HERE);
        var right = digits.newest();
        assertThat(picture.opens("99" + right)).isFalse();
        assertThat(picture.opens(right)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "    ", "12", "１２３４", "' OR '1'='1", "<b>1</b>", "\u0000\r\n"})
    void anythingElseIsWrong(String answer) {
        assertThat(pictures.draw(HERE).opens(answer)).isFalse();
        assertThat(pictures.draw(HERE).opens("1".repeat(1_000_000))).isFalse();
    }

    @Test
    void afterFiveMinutesItIsWorthNothing() {
        var early = pictures.draw(HERE);
        var answer = digits.newest();
        clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(early.opens(answer)).isTrue();

        var late = pictures.draw(HERE);
        clock.advance(Duration.ofMinutes(5));
        assertThat(late.opens(digits.newest())).isFalse();
    }

    @Test
    void ofManyWhoAnswerAtOnceOneGetsIn() throws Exception {
        var picture = pictures.draw(HERE);
        var answer = digits.newest();
        assertThat(Together.run(8, () -> picture.opens(answer)))
                .filteredOn(Boolean.TRUE::equals)
                .hasSize(1);
    }

    @Test
    void itIsAPictureWithSomethingOnItAndNoTwoAreAlike() throws IOException {
        var first = pictures.draw(HERE).png();
        var image = ImageIO.read(new ByteArrayInputStream(first));
        assertThat(image.getWidth()).isEqualTo(160);
        assertThat(image.getHeight()).isEqualTo(56);
        var colours = new HashSet<Integer>();
        for (var x = 0; x < image.getWidth(); x++) {
            for (var y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y));
            }
        }
        assertThat(colours).hasSizeGreaterThan(4);
        assertThat(Arrays.equals(first, pictures.draw(HERE).png())).isFalse();
    }

    @Test
    void nothingIsWrittenToTheDisk() throws IOException {
        var before = leftovers();
        for (var number = 0; number < 20; number++) {
            pictures.draw(HERE);
        }
        assertThat(leftovers()).isEqualTo(before);
    }

    @Test
    void theDigitsOfTheProductAreFourAndNobodyForeseesThem() {
        var random = AccountConfiguration.pictureDigits();
        var drawn = Stream.generate(random::next).limit(200).toList();
        assertThat(drawn).allMatch(text -> text.matches("[0-9]{4}"));
        assertThat(new HashSet<>(drawn)).hasSizeGreaterThan(150);
    }

    @Test
    void whoHoldsAPictureDoesNotReadItsAnswerInALog() {
        assertThat(pictures.draw(HERE).toString()).doesNotContain(digits.newest());
    }

    /** Image streams of the usual kind keep their bytes in such files for a moment, and forget some. */
    private static List<Path> leftovers() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("imageio"))
                    .sorted()
                    .toList();
        }
    }
}
