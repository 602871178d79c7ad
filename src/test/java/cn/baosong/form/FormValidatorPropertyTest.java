package cn.baosong.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.Texts;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FormValidatorPropertyTest {

    private static final FormDefinition FORM = TestForms.everyType();
    private static final List<String> PATHS = List.copyOf(FORM.byPath().keySet());

    @Provide
    Arbitrary<Map<String, Object>> jsonLike() {
        return Arbitraries.maps(keys(), value(3)).ofMaxSize(12);
    }

    private Arbitrary<String> keys() {
        return Arbitraries.oneOf(
                Arbitraries.of(PATHS), Arbitraries.of("address", "name", "share", "members[0].name"), texts());
    }

    private Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.of("011", "a", "web", "true", "2025-03-31", "09:30", "1,234", "１２", "<b>", "a@b.cn"));
    }

    private Arbitrary<Object> value(int depth) {
        Arbitrary<Object> plain = Arbitraries.oneOf(
                texts().map(Object.class::cast),
                Arbitraries.doubles().map(Object.class::cast),
                Arbitraries.longs().map(Object.class::cast),
                Arbitraries.bigDecimals().map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast),
                Arbitraries.just(Double.NaN).map(Object.class::cast),
                Arbitraries.just((Object) new BigDecimal("1E+2147483647")),
                Arbitraries.just(null));
        return depth == 0
                ? plain
                : Arbitraries.oneOf(
                        plain,
                        value(depth - 1).list().ofMaxSize(3).map(Object.class::cast),
                        Arbitraries.maps(keys(), value(depth - 1)).ofMaxSize(3).map(Object.class::cast));
    }

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void answersWhateverIsSent(@ForAll("jsonLike") Map<String, Object> raw, @ForAll FormValidator.Mode mode) {
        FormResult result = TestForms.validator().validate(FORM, raw, TestForms.context(), mode);

        assertThat(PATHS).containsAll(result.values().keySet());
        assertThat(result.problems()).allSatisfy(problem -> {
            for (var locale : Texts.LOCALES) {
                assertThat(problem.message(TestForms.TEXTS, locale))
                        .doesNotStartWith("!")
                        .doesNotContain("{0}");
            }
        });
    }

    /** What was found good is good again: a value is not changed twice. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void agreesWithItself(@ForAll("jsonLike") Map<String, Object> raw) {
        FormResult first = TestForms.validator().validate(FORM, raw, TestForms.context(), FormValidator.Mode.SAVE);
        Map<String, Object> good = new HashMap<>();
        // Null keeps a default from standing in for what was refused.
        PATHS.stream()
                .filter(path -> !path.equals("echo"))
                .forEach(path -> good.put(path, first.values().get(path)));

        FormResult again = TestForms.validator().validate(FORM, good, TestForms.context(), FormValidator.Mode.SAVE);

        assertThat(again.problems()).isEmpty();
        good.values().removeIf(Objects::isNull);
        assertThat(again.values()).containsAllEntriesOf(good);
    }

    @Property
    void readsBackEveryNumberItWrites(@ForAll long whole, @ForAll @IntRange(max = 9) int scale) {
        BigDecimal number = BigDecimal.valueOf(whole, scale);

        assertThat(NumberText.parse(NumberText.format(number))).isEqualByComparingTo(number);
    }

    @Property
    void leavesNoMarkupASafelistWouldTakeOut(@ForAll String text) {
        String clean = CleanText.html(text + "<script>x</script><a href='javascript:x' onclick='x'>y</a>");

        assertThat(clean)
                .doesNotContainIgnoringCase("<script")
                .doesNotContain("onclick=")
                .doesNotContain("\"javascript:");
    }
}
