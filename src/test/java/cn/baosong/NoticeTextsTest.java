package cn.baosong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every notice says: whoever is told that something was decided or is asked for reads of which month, by which desk, and
 * why. Which value stands where is read from the table of models.md, so that the table is right as well.
 */
class NoticeTextsTest {

    private static final Path MANUAL = Path.of("src/site/markdown/models.md");
    private static final Path TEXTS = Path.of("src/main/resources/vaadin-i18n");
    private static final List<String> FAMILIES = List.of("messaging.inbox.", "messaging.template.");

    /** Of accounts and codes: about nothing a desk did. */
    private static final Pattern OF_ACCOUNTS =
            Pattern.compile("code-.*|find-account|(password|phone|email|profile)-changed");

    /** By what a template is called: what its texts have to say. */
    private static final Map<Pattern, String> NEEDED = Map.of(
            Pattern.compile("(report|change|unreported)-.*|skipped-desk"), "month",
            Pattern.compile(".*-(returned|disabled|enabled|removed)|skipped-desk|desk-closed"), "reason",
            Pattern.compile(
                            ".*-(accepted|approved|approved-password|returned|disabled|enabled|removed)|reviewer-changed.*"
                                    + "|unreported-reminder|skipped-desk|desk-closed|reviews-overdue|report-filed-for-you"),
                    "desk",
            Pattern.compile("reviewer-changed.*|desk-closed"), "old desk",
            Pattern.compile(".*-reminder(-overdue)?"), "due day",
            Pattern.compile("(?!skipped|reviews|administrator|desk-closed).*"), "enterprise");

    private static final Map<String, Map<String, String>> VALUES = values();

    @TestFactory
    Stream<DynamicTest> everyNoticeNamesWhatItsKindAsksFor() throws IOException {
        return Stream.of("translations.properties", "translations_en.properties")
                .flatMap(file -> {
                    var texts = load(file);
                    return notices(texts).stream()
                            .map(key -> DynamicTest.dynamicTest(
                                    file + " " + key, () -> holds(key, texts.getProperty(key))));
                });
    }

    private static void holds(String key, String text) {
        var template = template(key);
        var values = VALUES.get(template);
        assertThat(values).as("the manual says which values %s has", template).isNotNull();
        NEEDED.forEach((kind, value) -> {
            if (kind.matcher(template).matches()) {
                assertThat(values).as("values of %s", template).containsKey(value);
                assertThat(text).as("%s says the %s", key, value).contains(values.get(value));
            }
        });
        assertThat(Pattern.compile("\\{\\d}").matcher(text).results().map(found -> found.group()))
                .as("%s uses no value there is not", key)
                .isSubsetOf(values.values());
    }

    @Test
    void everyTemplateOfAModelHasTextsForEveryWayAndIsInTheManual() throws IOException {
        var named = Pattern.compile("name=\"(?:template|reminderTemplate)\" value=\"([^\"]*)\""
                + "|id=\"[a-z-]*-template\">\\s*<text>\"([^\"]*)\"");
        var texts = load("translations.properties");
        var found = new TreeSet<String>();
        for (var file : SourceRulesTest.files(Path.of("processes"), "")) {
            named.matcher(SourceRulesTest.read(file))
                    .results()
                    .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                    .forEach(found::add);
        }
        assertThat(found).hasSizeGreaterThan(12).allSatisfy(template -> {
            assertThat(FAMILIES).allSatisfy(family -> assertThat(texts.stringPropertyNames())
                    .contains(family + template));
            assertThat(VALUES).containsKey(template);
        });
    }

    private static Set<String> notices(Properties texts) {
        return texts.stringPropertyNames().stream()
                .filter(key -> FAMILIES.stream().anyMatch(key::startsWith))
                .filter(key -> !OF_ACCOUNTS.matcher(template(key)).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String template(String key) {
        return FAMILIES.stream()
                .filter(key::startsWith)
                .map(family -> key.substring(family.length()))
                .findFirst()
                .orElseThrow();
    }

    /** @return by template: what a value is called, and where it stands, such as {@code {1}} */
    private static Map<String, Map<String, String>> values() {
        var values = new TreeMap<String, Map<String, String>>();
        var line = Pattern.compile("\\| ((?:`[a-z-]+`(?:, )?)+) \\| (\\{0} .*) \\|");
        try {
            line.matcher(SourceRulesTest.read(MANUAL)).results().forEach(row -> {
                var places = Arrays.stream(row.group(2).split(", (?=\\{)"))
                        .collect(Collectors.toMap(part -> part.substring(4), part -> part.substring(0, 3)));
                Arrays.stream(row.group(1).split(", ")).forEach(name -> values.put(name.replace("`", ""), places));
            });
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return values;
    }

    private static Properties load(String file) {
        try {
            var texts = new Properties();
            texts.load(new StringReader(SourceRulesTest.read(TEXTS.resolve(file))));
            return texts;
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
