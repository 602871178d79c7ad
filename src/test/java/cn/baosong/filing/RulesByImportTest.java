package cn.baosong.filing;

import static cn.baosong.filing.imports.FilledTemplate.BASIC;
import static cn.baosong.filing.imports.FilledTemplate.INDICATORS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.common.Texts;
import cn.baosong.excel.BookProblem;
import cn.baosong.filing.imports.FilledTemplate;
import cn.baosong.filing.imports.ImportResult;
import cn.baosong.filing.imports.ReportImport;
import cn.baosong.form.FormValidator.Mode;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Each rule of the check table, as who sends a workbook meets it (IMP-01 to 06, MON-32, 38 to 46): one that must hold
 * keeps the file out and is named by its cell, any other lets it in and waits at its field.
 */
class RulesByImportTest extends RuleScenario {

    private static final String VALUE = "value";

    /** What workbooks of one enterprise have in common; where a rule keeps the file out, its month is never begun. */
    private record Kind(boolean industrial, YearMonth month, boolean keptOut) {}

    /** @param basic what the template came with */
    private record Clerk(Account account, FilledTemplate template, Map<String, Object> basic) {}

    @Autowired
    private ReportImport imports;

    @Autowired
    private FilingViews views;

    @Autowired
    private Texts texts;

    private final Map<Kind, Clerk> clerks = new HashMap<>();

    @ParameterizedTest
    @MethodSource("firings")
    void keepsTheFileOutOrWaitsAtItsField(Firing firing) {
        var clerk = clerk(firing);
        var result = sent(clerk, firing.report());
        if (firing.must()) {
            assertKeptOut(clerk, firing, result);
        } else {
            assertTaken(clerk, firing, result);
        }
    }

    private void assertKeptOut(Clerk clerk, Firing firing, ImportResult result) {
        assertThat(result.imported()).isFalse();
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message(texts, Texts.CHINESE))
                    .isEqualTo(firing.finding().message());
            assertThat(problem.message(texts, Texts.ENGLISH))
                    .isEqualTo(firing.finding().messageEn());
            assertStandsInItsCell(clerk.template(), firing.path(), problem);
        });
        assertThat(actors.as(
                        clerk.account(),
                        () -> filings.mine(ReportTask.monthly(firing.report().month()))))
                .isEmpty();
    }

    private static void assertStandsInItsCell(FilledTemplate template, String path, BookProblem problem) {
        var basic = SampleReport.BASIC.byPath().containsKey(path);
        var sheet = basic ? BASIC : INDICATORS;
        var line = basic ? path : path.substring(0, path.indexOf('.'));
        var column = basic ? VALUE : path.substring(path.indexOf('.') + 1);
        assertThat(problem.sheet()).isEqualTo(template.sheet(sheet).getSheetName());
        assertThat(problem.row()).isEqualTo(template.row(sheet, line) + 1);
        assertThat(problem.letter()).isEqualTo(CellReference.convertNumToColString(template.column(sheet, column)));
        assertThat(template.cell(sheet, line, "label").getStringCellValue())
                .startsWith(problem.label(Texts.CHINESE).split("[ （]")[0]);
    }

    private void assertTaken(Clerk clerk, Firing firing, ImportResult result) {
        assertThat(result.problems()).isEmpty();
        assertThat(result.imported()).isTrue();
        assertThat(result.findings())
                .filteredOn(finding -> finding.rule().equals(firing.finding().rule()))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).isEqualTo(firing.finding().message()));
        var filing = actors.as(
                        clerk.account(),
                        () -> filings.mine(ReportTask.monthly(firing.report().month())))
                .orElseThrow();
        assertThat(numbers(views.draft(filing, SampleReport.INDICATORS)))
                .isEqualTo(numbers(firing.report().indicators()));
        assertThat(actors.as(clerk.account(), () -> filings.check(filing.id(), Mode.SUBMIT))
                        .findings())
                .isEqualTo(result.findings());
        signIn(clerk.account());
        go(firing.report(), firing.step());
        assertSaidAtItsField(firing.finding());
    }

    private static Map<String, BigDecimal> numbers(Map<String, Object> values) {
        var numbers = new HashMap<String, BigDecimal>();
        values.forEach((path, value) -> {
            if (value != null) {
                numbers.put(path, new BigDecimal(value.toString()).stripTrailingZeros());
            }
        });
        return numbers;
    }

    private Clerk clerk(Firing firing) {
        var report = firing.report();
        var kind = new Kind(report.sample().industrial(), report.month(), firing.must());
        return clerks.computeIfAbsent(kind, none -> {
            var account = enterprise(report, !firing.must());
            var template = new FilledTemplate(
                    actors.as(account, () -> imports.template(ReportTask.monthly(report.month()), Texts.CHINESE)));
            var basic = new LinkedHashMap<String, Object>();
            SampleReport.BASIC.byPath().keySet().forEach(path -> {
                if (template.has(BASIC, path)) {
                    basic.put(path, template.value(BASIC, path, VALUE));
                }
            });
            return new Clerk(account, template, basic);
        });
    }

    private ImportResult sent(Clerk clerk, TypedReport report) {
        var template = clerk.template().withoutProducts().indicators(report.indicators());
        clerk.basic().forEach((path, value) -> template.put(BASIC, path, VALUE, value));
        report.basic().forEach((path, value) -> template.put(BASIC, path, VALUE, value));
        for (var number = 0; number < report.products().size(); number++) {
            template.product(number, report.products().get(number));
        }
        var file = template.bytes();
        return actors.as(
                clerk.account(),
                () -> imports.read(
                        ReportTask.monthly(report.month()),
                        "孙丙",
                        "月报.xlsx",
                        new ByteArrayInputStream(file),
                        Texts.CHINESE));
    }
}
