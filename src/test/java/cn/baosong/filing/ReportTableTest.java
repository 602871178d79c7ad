package cn.baosong.filing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.check.CamundaTables;
import cn.baosong.check.CheckTable;
import cn.baosong.check.Finding;
import cn.baosong.check.Models;
import cn.baosong.check.Severity;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.junit.jupiter.api.Test;

/** The check table of the monthly report as a file: its names, its words, and Camunda's engine as the yardstick. */
class ReportTableTest {

    private static final CheckTable TABLE = SampleReport.TABLE;
    private static final CamundaTables CAMUNDA = new CamundaTables(Models.INDUSTRIES);
    private static final DmnDecision THEIRS = CAMUNDA.parse(SampleReport.DMN, "report-checks");
    private static final List<FormDefinition> FORMS =
            List.of(SampleReport.BASIC, SampleReport.INDICATORS, SampleReport.PRODUCTS);

    /** A misspelt name would be null for ever. */
    @Test
    void readsOnlyWhatTheFormsAndTheContextHold() {
        Set<String> unknown = new TreeSet<>();
        for (String name : TABLE.names()) {
            String path = name.replaceFirst("^(previous|lastYear|enterprise)\\.", "")
                    .replaceFirst("^products\\.", "products[0].");
            boolean known = FORMS.stream().anyMatch(form -> form.find(path).isPresent())
                    || Set.of("today", "period.year", "period.month").contains(path);
            if (!known) {
                unknown.add(name);
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(TABLE.names())
                .contains(
                        "previous.grossOutput.lastYearCumulative",
                        "enterprise.industrial",
                        "products.stock.cumulative",
                        "period.month",
                        "today");
    }

    @Test
    void isAboutFieldsOfTheFormsAlone() {
        assertThat(TABLE.rules()).allSatisfy(rule -> {
            assertThat(rule.id()).matches("[a-z]+(-[a-z]+)*");
            assertThat(rule.fields()).isNotEmpty().allSatisfy(field -> assertThat(FORMS)
                    .as(rule.id() + ": " + field)
                    .anySatisfy(form -> assertThat(form.find(field)).isPresent()));
        });
    }

    @Test
    void isCompleteInBothLanguages() {
        assertThat(ReportCases.all().flatMap(tried -> tried.report().findings().stream()))
                .allSatisfy(finding -> {
                    assertThat(finding.message()).matches(".*\\p{IsHan}.*。");
                    assertThat(finding.messageEn().replaceAll("[甲乙]", "A")).matches("[\\p{ASCII}]+\\.");
                });
    }

    /** MON-38; the star of a label follows from it. */
    @Test
    void saysWhatMustBeFilledIn() {
        assertThat(TABLE.required())
                .containsExactlyInAnyOrderElementsOf(Indicator.ALL.stream()
                        .flatMap(
                                indicator -> indicator.notNull().stream().map(column -> indicator.key() + "." + column))
                        .toList());
    }

    @Test
    void hasTheRulesOfTheRequirementsAndNoOther() {
        List<String> expected = new ArrayList<>(List.of(
                "contact-number",
                "credit-code-length",
                "credit-code-check",
                "organization-code-check",
                "opened-on-past",
                "closing-stock"));
        for (Indicator indicator : Indicator.ALL) {
            expected.add("growth-" + indicator.rule());
            indicator
                    .notNull()
                    .forEach(column ->
                            expected.add("required-" + indicator.rule() + (column.equals("month") ? "-month" : "")));
            if (indicator.notNegative()) {
                indicator
                        .columns()
                        .forEach(column -> expected.add("non-negative-" + indicator.rule() + "-"
                                + column.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT)));
            }
        }
        Stream.of("gross-output", "export-delivery", "electricity")
                .flatMap(rule -> Stream.of("january-" + rule, "balance-" + rule))
                .forEach(expected::add);
        List.of("revenue", "operating-cost").forEach(rule -> expected.add("not-decreasing-" + rule));
        List.of("receivables", "finished-goods").forEach(rule -> expected.add("assets-above-" + rule));
        expected.stream()
                .filter(rule -> rule.matches("(january|balance|not-decreasing|assets-above)-.*"))
                .toList()
                .forEach(rule -> expected.add(rule + "-last-year"));
        assertThat(TABLE.rules()).extracting(CheckTable.Rule::id).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(TABLE.rules())
                .filteredOn(rule -> rule.severity() == Severity.HINT)
                .isEmpty();
    }

    @Test
    void isTheSameInCamundasEngineForEveryCase() {
        assertThat(ReportCases.all()).allSatisfy(tried -> {
            Map<String, Object> variables = tried.report().variables();
            assertThat(ours(variables)).isEqualTo(theirs(variables));
        });
    }

    @Property(tries = 300)
    void isTheSameInCamundasEngineRuleByRule(@ForAll long seed) {
        Map<String, Object> variables = variables(new Random(seed));
        assertThat(ours(variables)).isEqualTo(theirs(variables));
    }

    private static List<List<Object>> ours(Map<String, Object> variables) {
        return TABLE.evaluate(variables).stream()
                .map((Finding finding) -> List.<Object>of(
                        finding.rule(),
                        finding.severity().word(),
                        String.join(", ", finding.fields()),
                        finding.message(),
                        finding.messageEn()))
                .toList();
    }

    private static List<List<Object>> theirs(Map<String, Object> variables) {
        return CAMUNDA.evaluate(THEIRS, variables).stream()
                .map(result -> List.of(
                        result.get("rule"),
                        result.get("severity"),
                        result.get("fields"),
                        result.get("message"),
                        result.get("message.en")))
                .toList();
    }

    /** Every name the table reads has some value, null, or is not there at all. */
    private static Map<String, Object> variables(Random random) {
        Map<String, Object> flat = new LinkedHashMap<>();
        for (String name : TABLE.names()) {
            if (!name.startsWith("products") && random.nextInt(10) > 0) {
                flat.put(name, value(name, random));
            }
        }
        if (random.nextBoolean()) {
            flat.keySet().removeIf(name -> name.startsWith("previous."));
        }
        if (random.nextBoolean()) {
            flat.put("products", products(random));
        }
        return new HashMap<>(FormValues.nested(flat));
    }

    private static Object value(String name, Random random) {
        return switch (name) {
            case "codeKind" -> pick(random, "creditCode", "organizationCode", "other", null);
            case "code" -> pick(random, "91350100M000100Y43", "91350100M000100Y44", "M000100Y-4", "短", "", null);
            case "telephone", "mobile" -> pick(random, "", "13800000000", null);
            case "openedOn", "today" -> pick(random, LocalDate.of(2021, 2, 28), LocalDate.of(2021, 3, 1), null);
            case "enterprise.industrial" -> pick(random, true, false, null);
            case "period.year" -> pick(random, 2017, 2018, 2021, new BigDecimal("2021"), null);
            case "period.month" -> pick(random, 1, 2, 5, 6, 7, 8, 12, new BigDecimal("1"), null);
            default -> amount(random);
        };
    }

    private static Object amount(Random random) {
        return pick(
                random,
                new BigDecimal("-200.01"),
                new BigDecimal("-200"),
                -1,
                0,
                BigDecimal.ZERO,
                new BigDecimal("0.01"),
                100L,
                new BigDecimal("100.5"),
                new BigDecimal("100.50"),
                new BigDecimal("200"),
                new BigDecimal("300.01"),
                new BigDecimal("12345678901234.56"),
                null);
    }

    private static List<Map<String, Object>> products(Random random) {
        List<Map<String, Object>> products = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Map<String, Object> product = new LinkedHashMap<>();
            product.put("name", pick(random, "甲", "乙", "丙"));
            List.of("production.cumulative", "sales.cumulative", "stock.cumulative")
                    .forEach(path -> {
                        if (random.nextInt(5) > 0) {
                            product.put(
                                    path, pick(random, 0, new BigDecimal("10"), new BigDecimal("20.00"), 30L, null));
                        }
                    });
            products.add(product);
        }
        return products;
    }

    private static Object pick(Random random, Object... values) {
        return values[random.nextInt(values.length)];
    }
}
