package cn.baosong.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationChecksTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 2, 29);
    private static final byte[] DMN = Models.registration("registration-checks.dmn");
    private static final CheckTable TABLE = CheckTable.parse("registration-checks.dmn", DMN, Models.FEEL);
    private static final CamundaTables CAMUNDA = new CamundaTables(Models.INDUSTRIES);
    private static final DmnDecision THEIRS = CAMUNDA.parse(DMN, "registration-checks");

    private static Map<String, Object> sound() {
        Map<String, Object> form = new HashMap<>();
        form.put("codeKind", "creditCode");
        form.put("code", "91350100M000100Y43");
        form.put("openedOn", LocalDate.of(2010, 5, 1));
        form.put("today", TODAY);
        form.put("listed", "no");
        form.put("lastYearRevenue", new BigDecimal("1000"));
        form.put("lastYearEmployees", new BigDecimal("10"));
        form.put("lastYearAssets", new BigDecimal("500"));
        form.put("telephone", "0571-88886666");
        form.put("mobile", "13800000000");
        return form;
    }

    private static List<String> rules(Map<String, Object> form) {
        return TABLE.evaluate(form).stream().map(Finding::rule).toList();
    }

    private static List<String> rules(Object... changes) {
        Map<String, Object> form = sound();
        for (int i = 0; i < changes.length; i += 2) {
            form.put((String) changes[i], changes[i + 1]);
        }
        return rules(form);
    }

    @Test
    void findsNothingInASoundRegistration() {
        assertThat(rules()).isEmpty();
    }

    @Test
    void wantsOneOfTelephoneAndMobile() {
        assertThat(rules("telephone", null)).isEmpty();
        assertThat(rules("mobile", null)).isEmpty();
        assertThat(rules("mobile", "", "telephone", null)).containsExactly("contact-number");
        assertThat(rules("mobile", null, "telephone", null)).containsExactly("contact-number");
        Map<String, Object> form = sound();
        form.remove("telephone");
        form.remove("mobile");
        assertThat(TABLE.evaluate(form))
                .containsExactly(new Finding(
                        "contact-number",
                        Severity.MANDATORY,
                        List.of("telephone", "mobile"),
                        "电话和手机至少填写一项。",
                        "Give at least one of telephone and mobile number."));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "creditCode, 91350100M000100Y43, ''",
                "creditCode, 91350100m000100y43, ''",
                "creditCode, 91350100M000100Y44, credit-code-check",
                "creditCode, 111222333444555666, credit-code-check",
                "creditCode, 91350100M000100Y4, credit-code-length",
                "creditCode, 91350100M000100Y433, credit-code-length",
                "creditCode, M000100Y-4, credit-code-length",
                "creditCode, null, ''",
                "organizationCode, M000100Y-4, ''",
                "organizationCode, M000100Y4, ''",
                "organizationCode, M000100Y-5, organization-code-check",
                "organizationCode, 91350100M000100Y43, organization-code-check",
                "organizationCode, null, ''",
                "null, nonsense, ''"
            })
    void looksAtTheCodeOfItsKind(String kind, String code, String rule) {
        assertThat(rules("codeKind", kind, "code", code)).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
    }

    @Test
    void letsAnOwnerRelaxTheCheckDigit() {
        String relaxed = new String(DMN, StandardCharsets.UTF_8)
                .replaceAll(
                        "(?s)(<outputEntry id=\"credit-code-check-severity\">\\s*<text>)\"mandatory\"",
                        "$1\"warning\"");
        CheckTable table = CheckTable.parse(relaxed.getBytes(StandardCharsets.UTF_8), Models.FEEL);
        Map<String, Object> form = sound();
        form.put("code", "111222333444555666");
        assertThat(table.evaluate(form)).extracting(Finding::severity).containsExactly(Severity.WARNING);
        assertThat(TABLE.evaluate(form)).extracting(Finding::severity).containsExactly(Severity.MANDATORY);
    }

    @Test
    void wantsAnOpeningDateThatHasCome() {
        assertThat(rules("openedOn", TODAY)).isEmpty();
        assertThat(rules("openedOn", TODAY.plusDays(1))).containsExactly("opened-on-past");
        assertThat(rules("openedOn", null)).isEmpty();
        assertThat(rules("openedOn", TODAY.plusDays(1), "today", null)).isEmpty();
    }

    @Test
    void wantsSixDigitsOfAStockCode() {
        assertThat(rules("listed", "yes", "stockCode", "600000")).isEmpty();
        assertThat(rules("listed", "yes", "stockCode", "00700")).containsExactly("stock-code-digits");
        assertThat(rules("listed", "yes", "stockCode", "60000０")).containsExactly("stock-code-digits");
        assertThat(rules("listed", "yes", "stockCode", null)).isEmpty();
        assertThat(rules("listed", "no", "stockCode", "BABA")).isEmpty();
    }

    @Test
    void doubtsRevenueWithoutEmployeesAndAnEnterpriseWithoutAssets() {
        assertThat(rules("lastYearEmployees", BigDecimal.ZERO)).containsExactly("employees-with-revenue");
        assertThat(rules("lastYearEmployees", 0, "lastYearRevenue", 0)).isEmpty();
        assertThat(rules("lastYearEmployees", null)).isEmpty();
        assertThat(rules("lastYearAssets", new BigDecimal("0.00"))).containsExactly("assets-zero");
    }

    @Test
    void asksNothingOfAnEmptyFormButAContact() {
        assertThat(rules(Map.of())).containsExactly("contact-number");
    }

    @Test
    void isCompleteInBothLanguagesAndAboutFieldsOnly() {
        assertThat(CAMUNDA.evaluate(CAMUNDA.parse(everyRowHolds(), "registration-checks"), Map.of()))
                .hasSameSizeAs(TABLE.rules())
                .allSatisfy(rule -> {
                    assertThat((String) rule.get("message")).matches(".*\\p{IsHan}.*[。]");
                    assertThat((String) rule.get("message.en")).matches("[\\p{ASCII}]+\\.");
                });
        assertThat(TABLE.rules()).allSatisfy(rule -> assertThat(sound().keySet())
                .containsAll(rule.fields().stream()
                        .filter(field -> !field.equals("stockCode"))
                        .toList()));
        List<String> names = new ArrayList<>(sound().keySet());
        names.add("stockCode");
        assertThat(names).containsAll(TABLE.names());
    }

    private static byte[] everyRowHolds() {
        return new String(DMN, StandardCharsets.UTF_8)
                .replaceAll("(?s)(<inputEntry[^>]*>\\s*<text>).*?(</text>)", "$1true$2")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<Map<String, Object>> forms() {
        Arbitrary<Object> amounts = Arbitraries.of(BigDecimal.ZERO, BigDecimal.ONE, new BigDecimal("12.5"), 0, 7L)
                .injectNull(0.2)
                .map(value -> value);
        Arbitrary<Object> codes = Arbitraries.of(
                        "91350100M000100Y43",
                        "91350100M000100Y44",
                        "111222333444555666",
                        "M000100Y-4",
                        "M000100Y-5",
                        "",
                        "短")
                .injectNull(0.2)
                .map(value -> value);
        Arbitrary<Object> numbers = Arbitraries.of("", "0571-88886666", "600000", "00700")
                .injectNull(0.4)
                .map(value -> value);
        Arbitrary<Object> kinds = Arbitraries.of("creditCode", "organizationCode", "other")
                .injectNull(0.1)
                .map(value -> value);
        Arbitrary<Object> listed = Arbitraries.of("yes", "no").injectNull(0.1).map(value -> value);
        Arbitrary<Object> days = Arbitraries.of(TODAY, TODAY.plusDays(1), TODAY.minusYears(9))
                .injectNull(0.2)
                .map(value -> value);
        return Combinators.combine(
                        amounts.list().ofSize(3),
                        codes,
                        numbers.list().ofSize(3),
                        kinds,
                        listed,
                        days.list().ofSize(2))
                .as((three, code, texts, kind, isListed, dates) -> {
                    Map<String, Object> form = new HashMap<>();
                    form.put("lastYearRevenue", three.get(0));
                    form.put("lastYearEmployees", three.get(1));
                    form.put("lastYearAssets", three.get(2));
                    form.put("code", code);
                    form.put("telephone", texts.get(0));
                    form.put("mobile", texts.get(1));
                    form.put("stockCode", texts.get(2));
                    form.put("codeKind", kind);
                    form.put("listed", isListed);
                    form.put("openedOn", dates.get(0));
                    form.put("today", dates.get(1));
                    return form;
                });
    }

    @Property(tries = 500)
    void isTheSameInCamundasEngineRuleByRule(@ForAll("forms") Map<String, Object> form) {
        assertThat(TABLE.evaluate(form).stream()
                        .map(finding -> List.of(
                                finding.rule(), finding.severity().word(), finding.message(), finding.messageEn()))
                        .toList())
                .isEqualTo(CAMUNDA.evaluate(THEIRS, form).stream()
                        .map(result -> List.of(
                                result.get("rule"),
                                result.get("severity"),
                                result.get("message"),
                                result.get("message.en")))
                        .toList());
    }
}
