package cn.baosong.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guide and the manual: what they name is there and called so, and both languages say the same. */
class HelpFilesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern NAMED = Pattern.compile("【([^】]+)】");
    private static final Pattern FACT = Pattern.compile("\\{\\{\\w+}}");

    /** Part of a file of the product, which is the same in both languages. */
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\w+ .*?^```$");

    /** By text, the keys that say so; fields of forms may name a button as well. */
    private final Map<String, Set<String>> chinese = texts("translations.properties", "");

    private final Map<String, Set<String>> english = texts("translations_en.properties", ".en");

    @ParameterizedTest
    @EnumSource
    void everyNamedButtonIsCalledSoInBothLanguages(HelpTopic topic) {
        var zh = parts(read(topic, "zh"));
        var en = parts(read(topic, "en"));
        assertThat(en).hasSameSizeAs(zh);
        var named = 0;
        for (int i = 0; i < zh.size(); i++) {
            var keysOfChinese = keys(zh.get(i), chinese);
            var keysOfEnglish = keys(en.get(i), english);
            named += keysOfChinese.size();
            var place = topic + ": " + zh.get(i).lines().findFirst().orElse("");
            assertThat(keysOfChinese).as(place).allSatisfy((name, keys) -> {
                assertThat(keys).as("no page says 【" + name + "】").isNotEmpty();
                assertThat(common(keys, keysOfEnglish))
                        .as("【" + name + "】 in English")
                        .isTrue();
            });
            assertThat(keysOfEnglish).as(place).allSatisfy((name, keys) -> {
                assertThat(keys).as("no page says 【" + name + "】").isNotEmpty();
                assertThat(common(keys, keysOfChinese))
                        .as("【" + name + "】 in Chinese")
                        .isTrue();
            });
        }
        assertThat(named).isGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource
    void bothLanguagesHaveTheSameShape(HelpTopic topic) {
        var zh = read(topic, "zh");
        var en = read(topic, "en");
        assertThat(shape(en)).isEqualTo(shape(zh));
        assertThat(facts(en)).isEqualTo(facts(zh)).isNotEmpty();
        assertThat(blocks(en)).as("what is shown of files").isEqualTo(blocks(zh));
        assertThat(BLOCK.matcher(en).replaceAll("")).doesNotContainPattern("\\p{IsHan}");
        assertThat(zh).as("a CJK word in stars stays in stars").doesNotContain("**");
    }

    private static List<String> blocks(String text) {
        return BLOCK.matcher(text).results().map(found -> found.group()).toList();
    }

    private static List<String> facts(String text) {
        return FACT.matcher(text).results().map(found -> found.group()).sorted().toList();
    }

    /** @return what each line is: heading of a level, row of a table, item of a list, or text */
    private static List<String> shape(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.replaceAll("^(#+|\\||-|\\d+\\.)?.*$", "$1").replaceAll("\\d+\\.", "1."))
                .toList();
    }

    private static List<String> parts(String text) {
        return List.of(text.split("(?m)^(?=#)"));
    }

    private static Map<String, Set<String>> keys(String part, Map<String, Set<String>> texts) {
        var keys = new LinkedHashMap<String, Set<String>>();
        NAMED.matcher(part)
                .results()
                .map(found -> found.group(1))
                .forEach(name -> keys.put(name, texts.getOrDefault(name, Set.of())));
        return keys;
    }

    private static boolean common(Set<String> keys, Map<String, Set<String>> others) {
        return others.values().stream().flatMap(Set::stream).anyMatch(keys::contains);
    }

    private static String read(HelpTopic topic, String language) {
        return readFile(RESOURCES.resolve("help/" + topic.word() + "." + language + ".md"));
    }

    private static String readFile(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static Map<String, Set<String>> texts(String file, String ending) {
        var texts = new LinkedHashMap<String, Set<String>>();
        var properties = new Properties();
        try (Reader reader =
                Files.newBufferedReader(RESOURCES.resolve("vaadin-i18n/" + file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        properties.forEach((key, text) ->
                texts.computeIfAbsent((String) text, any -> new HashSet<>()).add((String) key));
        var label = Pattern.compile("\"(add|remove)\\.label" + Pattern.quote(ending) + "\": \"([^\"]+)\"");
        label.matcher(readFile(Path.of("forms/monthly-report/products.form")))
                .results()
                .forEach(found -> texts.computeIfAbsent(found.group(2), any -> new HashSet<>())
                        .add(found.group(1) + ".label"));
        return texts;
    }
}
