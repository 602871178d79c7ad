package cn.baosong.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** What a hash costs where nobody says otherwise; the other tests hash cheaply. */
class PasswordHashesTest {

    @Test
    void aHashCostsWhatOwaspAsksAtLeast() throws ReflectiveOperationException {
        var ordinary = Arrays.stream(AccountSettings.class.getConstructors()[0].getParameters())
                .filter(parameter -> parameter.getType() == DataSize.class)
                .map(parameter -> parameter.getAnnotation(DefaultValue.class).value()[0])
                .map(DataSize::parse)
                .findFirst()
                .orElseThrow();
        var hashes = new PasswordHashes(settings(ordinary));

        assertThat(hashes.hash("Baosong#2026")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(new PasswordHashes(settings(DataSize.ofMegabytes(1)))
                        .matches("Baosong#2026", hashes.hash("Baosong#2026")))
                .as("a hash knows what it cost, so the setting can be changed")
                .isTrue();
    }

    private static AccountSettings settings(DataSize memory) {
        return new AccountSettings(
                Duration.ofMinutes(5),
                5,
                Duration.ofMinutes(1),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                3,
                Duration.ofMinutes(5),
                List.of(),
                List.of(),
                List.of(),
                "",
                Duration.ofDays(7),
                memory);
    }
}
