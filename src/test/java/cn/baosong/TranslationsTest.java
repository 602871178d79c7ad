package cn.baosong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Role;
import cn.baosong.organization.DeskLevel;
import cn.baosong.registration.RegistrationStatus;
import cn.baosong.review.Decision;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text stands in both languages, says the same with the same values, and is one that somebody asks for. */
class TranslationsTest {

    private static final Path FOLDER = Path.of("src/main/resources/vaadin-i18n");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private final Properties chinese = load("translations.properties");
    private final Properties english = load("translations_en.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(new TreeSet<>(english.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(chinese.stringPropertyNames()))
                .isNotEmpty();
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        for (var file : new String[] {"translations.properties", "translations_en.properties"}) {
            var keys = Files.readAllLines(FOLDER.resolve(file), StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(keys).as(file).doesNotHaveDuplicates();
        }
    }

    @Test
    void bothLanguagesTakeTheSameValues() {
        for (var key : chinese.stringPropertyNames()) {
            assertThat(placeholders(english, key)).as(key).isEqualTo(placeholders(chinese, key));
        }
    }

    @Test
    void noTextIsEmptyAndEnglishIsEnglish() {
        for (var key : chinese.stringPropertyNames()) {
            assertThat(chinese.getProperty(key)).as(key).isNotBlank();
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            // The button that switches to Chinese says so in Chinese.
            if (!key.startsWith("account.language") && !key.contains("language")) {
                assertThat(CHINESE.matcher(english.getProperty(key)).find())
                        .as("Chinese characters in the English text of " + key)
                        .isFalse();
            }
        }
    }

    /** A text with values goes through MessageFormat, where a quote must be doubled; a text without values does not. */
    @Test
    void quotesAreDoubledExactlyWhereTheyMustBe() {
        for (var texts : new Properties[] {chinese, english}) {
            for (var key : texts.stringPropertyNames()) {
                var text = texts.getProperty(key);
                if (placeholders(texts, key).isEmpty()) {
                    assertThat(text).as(key).doesNotContain("''");
                } else {
                    var values = new Object[10];
                    Arrays.setAll(values, number -> "<" + number + ">");
                    var said = new MessageFormat(text).format(values);
                    for (var number : placeholders(texts, key)) {
                        assertThat(said).as(key).contains("<" + number + ">");
                    }
                    assertThat(text.replace("''", "")).as(key).doesNotContain("'");
                }
            }
        }
    }

    @Test
    void everyKeyTheSourcesNameIsThere() throws IOException {
        var groups = chinese.stringPropertyNames().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        // Literals that look like a key and are none: bean and setting names, file names, FEEL.
        var named = Pattern.compile("\"((?:" + String.join("|", groups) + ")\\.[a-zA-Z][a-zA-Z0-9_.-]*)\"");
        var missing = new TreeSet<String>();
        for (var file : SourceRulesTest.files(SOURCES, ".java")) {
            var found = named.matcher(SourceRulesTest.read(file));
            while (found.find()) {
                var key = found.group(1);
                var there = key.endsWith(".") || key.endsWith("-")
                        ? chinese.stringPropertyNames().stream().anyMatch(known -> known.startsWith(key))
                        : chinese.containsKey(key);
                if (!there) {
                    missing.add(key + " in " + file.getFileName());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyIsAskedForSomewhere() throws IOException {
        var sources = new StringBuilder();
        for (var file : SourceRulesTest.files(SOURCES, ".java")) {
            sources.append(SourceRulesTest.read(file));
        }
        for (var folder : new String[] {"processes", "forms"}) {
            for (var file : SourceRulesTest.files(Path.of(folder), "")) {
                sources.append(SourceRulesTest.read(file));
            }
        }
        var text = sources.toString();
        var unasked = chinese.stringPropertyNames().stream()
                .filter(key -> !text.contains("\"" + key + "\"") && !builtFromPart(text, key))
                .sorted()
                .toList();
        assertThat(unasked).isEmpty();
    }

    /** {@code "registration.status." + status}, {@code "messaging.template." + template}. */
    private static boolean builtFromPart(String sources, String key) {
        for (var dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            if (sources.contains("\"" + key.substring(0, dot + 1) + "\"")) {
                return true;
            }
        }
        return false;
    }

    @Test
    void everyValueThatIsShownHasAName() {
        Stream.of(
                        names("registration.status.", RegistrationStatus.values()),
                        names("review.decision.", Decision.values()),
                        names("organization.level.", DeskLevel.values()),
                        Stream.of("large", "medium", "small", "micro", "none").map("enterprise.scale."::concat))
                .flatMap(keys -> keys)
                .forEach(key -> assertThat(chinese.stringPropertyNames()).contains(key));
        assertThat(Role.values()).isNotEmpty();
    }

    private static Stream<String> names(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name());
    }

    private static Set<String> placeholders(Properties texts, String key) {
        return PLACEHOLDER
                .matcher(texts.getProperty(key, ""))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(String file) {
        var texts = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return texts;
    }
}
