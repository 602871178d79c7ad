package cn.baosong.form;

import static cn.baosong.form.FormValidator.Mode.SAVE;
import static cn.baosong.form.FormValidator.Mode.SUBMIT;
import static cn.baosong.form.TestForms.everyType;
import static cn.baosong.form.TestForms.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Named.named;

import cn.baosong.common.Texts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormValidatorTest {

    private final FormValidator validator = TestForms.validator();
    private final FormContext context = TestForms.context();

    private FormResult save(FormDefinition form, Map<String, Object> raw) {
        return validator.validate(form, raw, context, SAVE);
    }

    private FormResult submit(FormDefinition form, Map<String, Object> raw) {
        return validator.validate(form, raw, context, SUBMIT);
    }

    private List<String> keys(FormResult result) {
        return result.problems().stream().map(FieldProblem::key).toList();
    }

    private static Map<String, Object> one(String key, Object value) {
        Map<String, Object> raw = new HashMap<>();
        raw.put(key, value);
        return raw;
    }

    @Test
    void takesTypedValuesAndTidiesThem() {
        Map<String, Object> raw = new HashMap<>();
        raw.put("name", "\u3000全称\u0000\u202E ");
        raw.put("remark", "一\r\n二\u0007");
        raw.put("amount", "１，２３４．５０");
        raw.put("day", "2025-03-31");
        raw.put("time", "09:30:15");
        raw.put("moment", "2025-03-31T01:30:00+00:00");
        raw.put("agreed", true);
        raw.put("channels", List.of("web", "web"));
        raw.put("industry", "011");
        raw.put("holding", "2");
        raw.put("address", Map.of("city", "杭州"));
        raw.put("address.street", "文三路");
        raw.put("members", List.of(Map.of("name", "甲", "share", 40)));

        FormResult result = submit(everyType(), raw);

        assertThat(result.problems()).isEmpty();
        assertThat(result.values())
                .containsEntry("name", "全称")
                .containsEntry("remark", "一\n二")
                .containsEntry("amount", new BigDecimal("1234.5"))
                .containsEntry("day", "2025-03-31")
                .containsEntry("time", "09:30")
                .containsEntry("moment", "2025-03-31T09:30")
                .containsEntry("agreed", true)
                .containsEntry("channels", List.of("web"))
                .containsEntry("address.city", "杭州")
                .containsEntry("kind", "a")
                .containsEntry("echo", "全称")
                .containsEntry("members", List.of(Map.of("name", "甲", "share", new BigDecimal("40"))));
        assertThat(result.nested()).containsEntry("address", Map.of("city", "杭州", "street", "文三路"));
    }

    @Test
    void refusesKeysTheFormLacksAndShortensThem() {
        Map<String, Object> raw = new HashMap<>(Map.of("admin", true, "address.owner", "x", "x".repeat(1_000_000), 1));
        raw.put(null, "null");

        FormResult result = save(everyType(), raw);

        assertThat(keys(result)).containsOnly("form.error.unknown").hasSize(4);
        assertThat(result.problems()).allSatisfy(problem -> assertThat(problem.message(TestForms.TEXTS, Texts.CHINESE))
                .hasSizeLessThan(120));
        assertThat(result.values()).doesNotContainKeys("admin", "address.owner");
    }

    @Test
    void showsNoMoreThanTwentyUnknownKeys() {
        Map<String, Object> raw = new HashMap<>();
        for (int i = 0; i < 5000; i++) {
            raw.put("k" + i, i);
        }
        assertThat(save(everyType(), raw).problems()).hasSize(20);
    }

    static Stream<Arguments> wrongTypes() {
        return Stream.of(
                Arguments.of("name", 5, "form.error.type.text"),
                Arguments.of("name", List.of("a"), "form.error.type.text"),
                Arguments.of("name", Map.of("a", 1), "form.error.type.text"),
                Arguments.of("amount", "abc", "form.error.type.number"),
                Arguments.of("amount", "1,5", "form.error.type.number"),
                Arguments.of("amount", "1e9", "form.error.type.number"),
                Arguments.of("amount", "NaN", "form.error.type.number"),
                Arguments.of("amount", Double.NaN, "form.error.type.number"),
                Arguments.of("amount", Double.NEGATIVE_INFINITY, "form.error.type.number"),
                Arguments.of("amount", new BigDecimal("1e999999999"), "form.error.type.number"),
                Arguments.of("amount", new BigDecimal("1e-999999999"), "form.error.type.number"),
                Arguments.of("amount", named("huge", BigInteger.ONE.shiftLeft(20_000_000)), "form.error.type.number"),
                Arguments.of("amount", named("nines", "9".repeat(10_000_000)), "form.error.type.number"),
                Arguments.of("amount", true, "form.error.type.number"),
                Arguments.of("amount", List.of(1), "form.error.type.number"),
                Arguments.of("day", "31.03.2025", "form.error.type.date"),
                Arguments.of("day", "2025-02-30", "form.error.type.date"),
                Arguments.of("day", "+99999-01-01", "form.error.type.date"),
                Arguments.of("day", 20250331, "form.error.type.date"),
                Arguments.of("time", "25:00", "form.error.type.time"),
                Arguments.of("moment", "2025-03-31", "form.error.type.datetime"),
                Arguments.of("moment", named("long", "x".repeat(10_000_000)), "form.error.type.datetime"),
                Arguments.of("agreed", "yes", "form.error.type.check"),
                Arguments.of("agreed", 1, "form.error.type.check"),
                Arguments.of("channels", "web", "form.error.type.choices"),
                Arguments.of("channels", Arrays.asList("web", null), "form.error.type.choices"),
                Arguments.of("channels", List.of("fax"), "form.error.option"),
                Arguments.of("kind", "c", "form.error.option"),
                Arguments.of("kind", List.of("a"), "form.error.type.choice"),
                Arguments.of("kind", named("long", "a".repeat(10_000_000)), "form.error.type.choice"),
                Arguments.of("holding", "9", "form.error.option"),
                Arguments.of("industry", "zzz", "form.error.code"),
                Arguments.of("industry", "A", "form.error.leaf"),
                Arguments.of("industry", Map.of(), "form.error.type.choice"),
                Arguments.of("members", "x", "form.error.type.rows"),
                Arguments.of("members", List.of("x"), "form.error.type.rows"),
                Arguments.of(
                        "members", named("501 rows", Collections.nCopies(501, Map.of())), "form.error.tooManyRows"),
                Arguments.of("proof", List.of(Map.of()), "form.error.type.choices"));
    }

    @ParameterizedTest
    @MethodSource("wrongTypes")
    void saysWhatIsWrongAndWhatToDoInBothLanguages(String path, Object value, String key) {
        FormResult result = save(everyType(), one(path, value));

        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo(path);
            assertThat(problem.key()).isEqualTo(key);
            Bilingual label = everyType().find(path).orElseThrow().name();
            assertThat(problem.message(TestForms.TEXTS, Texts.CHINESE)).contains(label.in(Texts.CHINESE), "请");
            assertThat(problem.message(TestForms.TEXTS, Texts.ENGLISH)).contains(label.in(Texts.ENGLISH), "lease");
        });
        assertThat(result.values()).doesNotContainKey(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1,234.5     | 1234.5
                    1 234 567   | 1234567
                    -0.50       | -0.5
                    －１２       | -12
                    −7          | -7
                    .5          | 0.5
                    5.          | 5
                    00012       | 12
                    1000        | 1000
                    """)
    void readsNumbersTheWayPeopleTypeThem(String typed, BigDecimal number) {
        assertThat(NumberText.parse(typed)).isEqualTo(number);
    }

    @Test
    void leavesNothingBlank() {
        Map<String, Object> blanks = new HashMap<>();
        for (String path : everyType().byPath().keySet()) {
            blanks.put(path, path.equals("members") ? null : " ");
        }
        FormResult result = save(everyType(), blanks);

        assertThat(result.problems()).isEmpty();
        assertThat(result.values()).isEmpty();
    }

    @Test
    void asksForWhatIsRequiredOnSubmitOnly() {
        FormDefinition form = of(
                "{'type':'textfield','key':'a','label':'甲','validate':{'required':true}}",
                "{'type':'checkbox','key':'b','label':'乙','validate':{'required':true}}",
                "{'type':'taglist','key':'c','label':'丙','validate':{'required':true}}",
                "{'type':'textfield','key':'d','label':'丁','readonly':true,'validate':{'required':true}}");
        Map<String, Object> raw = Map.of("a", "  ", "b", false, "c", List.of());

        assertThat(save(form, raw).accepted()).isTrue();
        assertThat(submit(form, raw).problems())
                .extracting(FieldProblem::path, FieldProblem::key)
                .containsExactly(
                        tuple("a", "form.error.required"),
                        tuple("b", "form.error.required"),
                        tuple("c", "form.error.required"));
    }

    @Test
    void givesTheDefaultToWhatWasNeverGivenButNotToWhatWasEmptied() {
        FormDefinition form = of(
                "{'type':'textfield','key':'a','label':'甲','defaultValue':'x'}",
                "{'type':'number','key':'b','label':'乙','defaultValue':'no number'}");

        assertThat(submit(form, Map.of()).values()).isEqualTo(Map.of("a", "x"));
        assertThat(submit(form, one("a", null)).values()).isEmpty();
        assertThat(submit(form, Map.of()).problems()).isEmpty();
    }

    @Test
    void clearsHiddenFieldsAndForgetsTheirProblems() {
        FormDefinition form = of(
                "{'type':'textfield','key':'listed'}",
                "{'type':'number','key':'stock','validate':{'required':true},'conditional':{'hide':'=listed != \\\"yes\\\"'}}");

        assertThat(submit(form, Map.of("listed", "no", "stock", "rubbish")))
                .isEqualTo(new FormResult(Map.of("listed", "no"), List.of()));
        assertThat(keys(submit(form, Map.of("listed", "yes")))).containsExactly("form.error.required");
    }

    @Test
    void followsConditionsUntilNothingChanges() {
        String hide = "'conditional':{'hide':'=%s != \\\"yes\\\"'}";
        FormDefinition form = of(
                "{'type':'textfield','key':'a'}",
                "{'type':'textfield','key':'d'," + hide.formatted("c") + "}",
                "{'type':'textfield','key':'c'," + hide.formatted("b") + "}",
                "{'type':'textfield','key':'b'," + hide.formatted("a") + "}");
        Map<String, Object> raw = Map.of("a", "no", "b", "yes", "c", "yes", "d", "yes");

        assertThat(submit(form, raw).values()).containsOnlyKeys("a");
    }

    @Test
    void endsOnConditionsThatNeverSettle() {
        FormDefinition form = of("{'type':'textfield','key':'a','conditional':{'hide':'=a = \\\"yes\\\"'}}");

        assertThat(submit(form, Map.of("a", "yes")).problems()).isEmpty();
    }

    @Test
    void hidesEverythingInsideAHiddenGroup() {
        FormDefinition form = of(
                "{'type':'textfield','key':'a'}",
                "{'type':'group','path':'g','conditional':{'hide':'=a = \\\"x\\\"'},'components':["
                        + "{'type':'textfield','key':'b','validate':{'required':true}}]}");

        assertThat(submit(form, Map.of("a", "x", "g.b", "left over")).values()).containsOnlyKeys("a");
        assertThat(submit(form, Map.of("a", "y")).problems())
                .extracting(FieldProblem::path)
                .containsExactly("g.b");
    }

    @Test
    void checksEveryRowOfAList() {
        FormResult result = submit(
                everyType(),
                Map.of(
                        "name",
                        "全称",
                        "members",
                        List.of(
                                Map.of("name", "甲", "share", 40),
                                Map.of("share", 400),
                                Map.of("name", "丙", "boss", true))));

        assertThat(result.problems())
                .extracting(FieldProblem::path, FieldProblem::key)
                .containsExactly(
                        tuple("members[1].name", "form.error.required"),
                        tuple("members[1].share", "form.error.max"),
                        tuple(null, "form.error.unknown"));
    }

    @Test
    void ignoresWhatIsSentForAComputedFieldAndWorksItOut() {
        FormContext deciding = new FormContext(TestForms.EXPRESSIONS, Map.of(), Map.of("scale", names -> "large"));

        FormResult result = validator.validate(everyType(), Map.of("scale", "small", "echo", 7), deciding, SAVE);

        assertThat(result.accepted()).isTrue();
        assertThat(result.values()).containsEntry("scale", "large").containsEntry("echo", "默认");
    }

    @Test
    void survivesADecisionThatFails() {
        FormContext failing = new FormContext(TestForms.EXPRESSIONS, Map.of(), Map.of("scale", names -> {
            throw new IllegalStateException("table missing");
        }));

        assertThat(validator.validate(everyType(), Map.of(), failing, SAVE).values())
                .doesNotContainKey("scale");
    }

    @Test
    void takesOptionsFromInputsAndExpressions() {
        FormContext inputs = new FormContext(
                TestForms.EXPRESSIONS,
                Map.of("colours", List.of("red", Map.of("label", "蓝", "value", "blue")), "sizes", List.of("s")),
                Map.of());

        assertThat(validator
                        .validate(everyType(), Map.of("colour", "blue", "size", "s"), inputs, SAVE)
                        .accepted())
                .isTrue();
        assertThat(keys(validator.validate(everyType(), Map.of("colour", "green", "size", "m"), inputs, SAVE)))
                .containsExactly("form.error.option", "form.error.option");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "a<b>c", "<img src=x onerror=alert(1)>", "</p>", "<!-- x -->"})
    void refusesMarkupInText(String text) {
        assertThat(keys(save(everyType(), Map.of("remark", text)))).containsExactly("form.error.markup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 < 20", "温度<0℃", "a > b", "<", "1 < 2 > 0", "a<b"})
    void letsComparisonsPass(String text) {
        assertThat(save(everyType(), Map.of("remark", text)).accepted()).isTrue();
    }

    @Test
    void capsTextsEvenWhereTheFormNamesNoLimit() {
        FormDefinition form = of("{'type':'textfield','key':'a'}", "{'type':'textarea','key':'b'}");

        assertThat(save(form, Map.of("a", "字".repeat(2000), "b", "字".repeat(20_000)))
                        .accepted())
                .isTrue();
        assertThat(keys(save(form, Map.of("a", "字".repeat(2001), "b", "字".repeat(20_001)))))
                .containsExactly("form.error.maxLength", "form.error.maxLength");
        assertThat(keys(save(form, Map.of("a", " ".repeat(10_000_000))))).containsExactly("form.error.maxLength");
        assertThat(save(form, Map.of("a", "\uD83D\uDE00".repeat(2000))).accepted())
                .isTrue();
    }

    @Test
    void checksFormatsOfText() {
        FormDefinition form = of(
                "{'type':'textfield','key':'mail','label':'邮箱','validate':{'validationType':'email'}}",
                "{'type':'textfield','key':'phone','label':'电话','validate':{'validationType':'phone'}}");

        assertThat(save(form, Map.of("mail", "a@b.cn", "phone", "010-12345678")).accepted())
                .isTrue();
        assertThat(keys(save(form, Map.of("mail", "a@b", "phone", "call me"))))
                .containsExactly("form.error.email", "form.error.phone");
        FormResult wrong = save(everyType(), Map.of("name", "甲1"));
        assertThat(wrong.problems().get(0).message(TestForms.TEXTS, Texts.CHINESE))
                .isEqualTo("“名称”的格式不正确。请不要填数字。");
        assertThat(wrong.problems().get(0).message(TestForms.TEXTS, Texts.ENGLISH))
                .contains("Name", "use no digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(a+)+$", "^(a|a)*$", "^(.*a){25}$", "^(\\\\w+\\\\s?)*$", "(x+x+)+y"})
    void givesUpOnPatternsThatNeverEnd(String pattern) {
        FormDefinition form = of("{'type':'textarea','key':'a','label':'甲','validate':{'pattern':'" + pattern + "'}}");

        assertThat(keys(save(form, Map.of("a", (pattern.contains("x") ? "x" : "a").repeat(19_000) + "!"))))
                .hasSize(1)
                .allMatch(key -> key.startsWith("form.error.pattern"));
    }

    @Test
    void keepsNumbersWithinTheirLimits() {
        assertThat(keys(save(everyType(), Map.of("amount", "-10.01")))).containsExactly("form.error.min");
        assertThat(keys(save(everyType(), Map.of("amount", 1_000_000.01)))).containsExactly("form.error.max");
        assertThat(keys(save(everyType(), Map.of("amount", "1.001")))).containsExactly("form.error.decimals");
        assertThat(save(everyType(), Map.of("amount", "1.10000")).accepted()).isTrue();
        FormDefinition whole = of("{'type':'number','key':'n','label':'人数','decimalDigits':0}");
        assertThat(keys(save(whole, Map.of("n", "1.5")))).containsExactly("form.error.whole");
    }

    @Test
    void worksOutLimitsGivenAsFeel() {
        FormDefinition form = of(
                "{'type':'number','key':'most'}", "{'type':'number','key':'n','label':'数','validate':{'max':'=most'}}");

        assertThat(keys(save(form, Map.of("most", 5, "n", 6)))).containsExactly("form.error.max");
        assertThat(save(form, Map.of("n", 6)).accepted()).isTrue();
    }

    @Test
    void refusesDatesGoneByWhereTheFormSaysSo() {
        FormDefinition form =
                of("{'type':'datetime','key':'d','label':'日','subtype':'date','disallowPassedDates':true}");

        assertThat(keys(save(form, Map.of("d", "2025-06-14")))).containsExactly("form.error.past");
        assertThat(save(form, Map.of("d", "2025-06-15")).accepted()).isTrue();
    }
}
