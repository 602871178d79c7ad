package cn.baosong.registration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.form.FieldProblem;
import cn.baosong.form.FormComponent.TextEntry;
import cn.baosong.testing.RegistrationFixture;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a browser may send that no browser should: refused in words, nothing moved, nothing lost. */
class RegistrationBadInputTest extends RegistrationScenario {

    private static final String COUNTY = "330110";
    private static final int TEN_MB = 10 * 1024 * 1024;

    private Account applicant;
    private Map<String, Object> values;
    private Registration registration;

    @BeforeEach
    void aRegistrationFilledIn() {
        desks.holder(desks.yuhang());
        applicant = actors.applicant();
        values = RegistrationFixture.values(COUNTY);
        registration = fixture.filled(applicant, values);
    }

    private void keep(Map<String, Object> changed) {
        actors.as(applicant, () -> registrations.keep(registration.id(), changed));
    }

    private List<FieldProblem> refused() {
        var check = submit(applicant, registration);
        assertThat(check.passed()).isFalse();
        assertThat(status(registration)).isEqualTo(RegistrationStatus.EDITING);
        assertThat(path(registration)).isEmpty();
        for (var locale : Texts.LOCALES) {
            for (var problem : check.problems()) {
                assertThat(problem.message(texts, locale))
                        .isNotBlank()
                        .doesNotContain("!form", "!registration", "Exception", "{0}");
            }
        }
        return check.problems();
    }

    @Test
    void aWrongTypeIsNamedByItsField() {
        var wrong = new LinkedHashMap<String, Object>();
        wrong.put("name", Map.of("a", "b"));
        wrong.put("code", List.of("1", "2"));
        wrong.put("lastYearRevenue", "viele");
        wrong.put("lastYearEmployees", Map.of());
        wrong.put("lastYearAssets", List.of(1));
        wrong.put("listed", List.of("yes"));
        wrong.put("openedOn", 20090518);
        wrong.put("region", true);
        wrong.put("industry", 3489.5);
        wrong.put("codeKind", Map.of("value", "creditCode"));
        for (var entry : wrong.entrySet()) {
            keep(RegistrationFixture.with(values, entry.getKey(), entry.getValue()));
            assertThat(refused())
                    .as(entry.toString())
                    .extracting(FieldProblem::path)
                    .contains(entry.getKey());
        }
    }

    @Test
    void numbersAreNumbers() {
        for (var wrong : List.of("1e400", "NaN", "Infinity", "-1", "0x10", "1,2,3,4x", "٣", "1.5.2", "9".repeat(400))) {
            keep(RegistrationFixture.with(values, "lastYearRevenue", wrong));
            assertThat(refused()).as(wrong).extracting(FieldProblem::path).contains("lastYearRevenue");
        }
        keep(RegistrationFixture.with(values, "lastYearEmployees", "1.5"));
        assertThat(refused()).extracting(FieldProblem::path).contains("lastYearEmployees");
    }

    @Test
    void codesOutsideTheListsAreRefused() {
        for (var wrong : Map.of(
                        "industry", "9999",
                        "region", "330000000",
                        "registrationType", "'; DROP TABLE account; --",
                        "holdingType", "99",
                        "codeKind", "passport",
                        "listed", "maybe")
                .entrySet()) {
            keep(RegistrationFixture.with(values, wrong.getKey(), wrong.getValue()));
            assertThat(refused())
                    .as(wrong.toString())
                    .extracting(FieldProblem::path)
                    .contains(wrong.getKey());
        }
    }

    @Test
    void tenMegabytesAreRefusedAndTheDraftStays() {
        var huge = "长".repeat(TEN_MB / 2);
        for (var field : List.of("name", "mainBusiness", "unknownKey")) {
            assertProblem("form.draft.tooLarge", () -> keep(Map.of(field, huge)));
        }
        assertProblem("form.draft.tooLarge", () -> keep(Map.of("k".repeat(TEN_MB), "v")));
        var many = new HashMap<String, Object>();
        for (var number = 0; number < 100_000; number++) {
            many.put("key" + number, "0123456789");
        }
        assertProblem("form.draft.tooLarge", () -> keep(many));
        assertThat(actors.as(applicant, () -> registrations.draft(registration.id()))
                        .values())
                .containsEntry("name", values.get("name"))
                .doesNotContainKey("unknownKey");
        assertThat(submit(applicant, registration).passed()).isTrue();
    }

    @Test
    void manySmallSavesDoNotAddUpToMore() {
        var refused = 0;
        for (var number = 0; number < 8; number++) {
            try {
                keep(Map.of("filler" + number, "x".repeat(200_000)));
            } catch (Problem tooLarge) {
                assertThat(tooLarge.key()).isEqualTo("form.draft.tooLarge");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void markupIsRefusedInEveryTextField() {
        var form = actors.as(applicant, () -> registrations.form(registration));
        var fields = form.all()
                .filter(TextEntry.class::isInstance)
                .map(field -> field.head().path())
                .toList();
        assertThat(fields).contains("name", "mainBusiness", "address", "contact");
        for (var markup : List.of("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='x'>甲</a>")) {
            var all = new LinkedHashMap<>(values);
            all.put("listed", "yes");
            fields.forEach(field -> all.put(field, markup));
            keep(all);
            assertThat(refused().stream().map(FieldProblem::path).distinct().toList())
                    .as(markup)
                    .containsAll(fields);
        }
    }

    @Test
    void whatOnlyLooksLikeMarkupIsTaken() {
        keep(Map.of("mainBusiness", "直径 10 < 20 毫米的轴；A&B \"引号\" 'quotes' {0} ${x} #{y} %s \\ ' OR 1=1 --"));
        assertThat(submit(applicant, registration).passed()).isTrue();
        assertThat((String) fixture.now(registration.id()).content().get("mainBusiness"))
                .isEqualTo("直径 10 < 20 毫米的轴；A&B \"引号\" 'quotes' {0} ${x} #{y} %s \\ ' OR 1=1 --");
    }

    @Test
    void unknownKeysAreRefused() {
        for (var key : List.of("status", "id", "enterprise", "account_id", "__proto__", "名称", "a.b.c", "list[0].x")) {
            var mine = actors.applicant();
            var other = fixture.filled(mine, RegistrationFixture.values(COUNTY));
            actors.as(mine, () -> registrations.keep(other.id(), Map.of(key, "APPROVED")));
            var check = submit(mine, other);
            assertThat(keys(check)).as(key).containsExactly("form.error.unknown");
            assertThat(status(other)).isEqualTo(RegistrationStatus.EDITING);
        }
    }

    @Test
    void whatIsComputedIsNotBelieved() {
        keep(Map.of("scale", "large"));
        var check = submit(applicant, registration);
        if (check.passed()) {
            assertThat(fixture.now(registration.id()).content()).containsEntry("scale", "small");
        } else {
            assertThat(check.problems()).extracting(FieldProblem::path).contains("scale");
        }
    }

    @Test
    void whatIsHiddenIsCleared() {
        keep(Map.of("listed", "no", "stockCode", "600000"));
        assertThat(submit(applicant, registration).passed()).isTrue();
        assertThat(fixture.now(registration.id()).content()).doesNotContainKey("stockCode");
    }

    @Test
    void invisibleCharactersHideNothing() {
        var name = (String) values.get("name");
        fixture.submitted(
                actors.applicant(), RegistrationFixture.with(RegistrationFixture.values(COUNTY), "name", name));
        for (var disguised : List.of(
                name.charAt(0) + "\u200B" + name.substring(1), "\u202E" + name, name + "\u0000", name + "\uFEFF")) {
            keep(Map.of("name", disguised));
            assertThat(refused()).extracting(FieldProblem::key).containsExactly("registration.error.name-taken");
        }
    }

    @Test
    void checkDigitsAndDatesAreChecked() {
        var code = (String) values.get("code");
        var last = code.charAt(17) == '0' ? '1' : '0';
        for (var wrong : List.of(code.substring(0, 17) + last, code.substring(1), code + "0", "０１２３４５６７８９０１２３４５６７")) {
            keep(RegistrationFixture.with(values, "code", wrong));
            assertThat(refused()).as(wrong).extracting(FieldProblem::path).contains("code");
        }
        for (var wrong : List.of("2999-01-01", "2009-02-30", "18.05.2009", "0000-00-00", "")) {
            keep(RegistrationFixture.with(values, "openedOn", wrong));
            assertThat(refused()).as(wrong).extracting(FieldProblem::path).contains("openedOn");
        }
    }

    @Test
    void formatsAreChecked() {
        for (var wrong : Map.of(
                        "postalCode", "31000",
                        "mobile", "20000000000",
                        "telephone", "01012345678",
                        "website", "www.example.cn",
                        "email", "nobody",
                        "fax", "010 12345678")
                .entrySet()) {
            keep(RegistrationFixture.with(values, wrong.getKey(), wrong.getValue()));
            assertThat(refused())
                    .as(wrong.toString())
                    .extracting(FieldProblem::path)
                    .contains(wrong.getKey());
            var back = new HashMap<String, Object>();
            back.put(wrong.getKey(), values.get(wrong.getKey()));
            keep(back);
        }
        var neither = new HashMap<String, Object>();
        neither.put("mobile", null);
        keep(neither);
        assertThat(refused()).extracting(FieldProblem::path).containsAnyOf("telephone", "mobile");
    }

    @Test
    void anEmptyFormSaysWhatIsMissing() {
        var nothing = new HashMap<String, Object>();
        values.keySet().forEach(key -> nothing.put(key, null));
        keep(nothing);
        assertThat(refused())
                .extracting(FieldProblem::path)
                .contains("name", "code", "legalRepresentative", "industry", "region", "registrationType", "openedOn");
    }
}
