package cn.baosong.filing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.check.CheckTable;
import cn.baosong.check.Finding;
import cn.baosong.check.Severity;
import cn.baosong.filing.ReportCases.Case;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the check table of the monthly report finds (MON-18, 19, 25, 32, 38 to 43, 46). */
class ReportChecksTest {

    static Stream<Case> cases() {
        return ReportCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsWrongAndNothingElse(Case tried) {
        List<Finding> findings = tried.report().findings().stream()
                .filter(finding -> finding.rule().equals(tried.rule()))
                .toList();

        assertThat(findings).hasSize(tried.found() ? 1 : 0).allSatisfy(finding -> {
            boolean must = finding.rule().matches("(required|non-negative|contact|credit|organization|opened)-.*");
            assertThat(finding.severity()).isEqualTo(must ? Severity.MANDATORY : Severity.WARNING);
            assertThat(finding.message()).matches(".*\\p{IsHan}.*。").doesNotContain("null");
            assertThat(finding.messageEn()).isNotNull().doesNotContain("null");
        });
    }

    @Test
    void everyRuleIsFoundByACaseAndSilentInAnother() {
        List<String> rules =
                SampleReport.TABLE.rules().stream().map(CheckTable.Rule::id).toList();
        Map<Boolean, List<String>> tried = ReportCases.all()
                .collect(Collectors.groupingBy(Case::found, Collectors.mapping(Case::rule, Collectors.toList())));
        assertThat(tried.get(true)).containsAll(rules).isSubsetOf(rules);
        assertThat(tried.get(false)).containsAll(rules);
    }

    @ParameterizedTest
    @CsvSource({"true, 2021", "false, 2021", "true, 2018", "false, 2018", "true, 2016"})
    void findsNothingInASoundReportOfAnyMonth(boolean industrial, int year) {
        for (int month = 1; month <= 12; month++) {
            assertThat(SampleReport.sound(industrial, year, month).rules())
                    .as("month " + month)
                    .isEmpty();
            assertThat(SampleReport.sound(industrial, year, month)
                            .withoutPrevious()
                            .rules())
                    .as("month " + month)
                    .isEmpty();
        }
    }

    /** With nothing filled in, only what must be there is asked for: 5, 7, 9 and 11 indicators. */
    @ParameterizedTest
    @CsvSource({
        "false, 2021, 7, 5, 0",
        "true, 2021, 7, 7, 2",
        "false, 2021, 8, 9, 0",
        "true, 2021, 8, 11, 2",
        "true, 2018, 5, 10, 2",
        "true, 2018, 6, 7, 2",
        "false, 2017, 12, 8, 0"
    })
    void asksAnEmptyReportForWhatMustBeThere(boolean industrial, int year, int month, int indicators, int months) {
        SampleReport empty = new SampleReport(industrial, year, month, Map.of("mobile", "13800000000"), null);
        assertThat(empty.findings())
                .hasSize(indicators + months)
                .allSatisfy(finding -> assertThat(finding.rule()).startsWith("required-"))
                .allSatisfy(finding -> assertThat(finding.fields()).hasSize(1));
        assertThat(empty.findings().stream()
                        .map(finding -> finding.fields().get(0).replaceAll("\\..*", ""))
                        .distinct())
                .hasSize(indicators);
    }

    @Test
    void readsNothingIntoAReportWithoutPeriodAndEnterprise() {
        assertThat(SampleReport.TABLE.evaluate(Map.of("mobile", "13800000000")))
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(
                        "required-revenue",
                        "required-operating-cost",
                        "required-receivables",
                        "required-total-profit",
                        "required-employees");
    }

    @Test
    void saysTheNumbersInTheReadersLanguage() {
        SampleReport report = SampleReport.sound(false, 2021, 7);
        assertThat(report.with("revenue.cumulative", "599.5").findings())
                .containsExactly(new Finding(
                        "not-decreasing-revenue",
                        Severity.WARNING,
                        List.of("revenue.cumulative"),
                        "营业收入的本年 1-本月（599.5）小于上月报表的本年 1-本月（600），请核对；数据无误的，请说明原因。",
                        "Revenue (this year, cumulative: 599.5) is below that of last month (600)."
                                + " Please check, or explain why the figures are right."));
        assertThat(report.with("operatingCost.cumulative", 2800).findings())
                .containsExactly(new Finding(
                        "growth-operating-cost",
                        Severity.WARNING,
                        List.of("operatingCost.cumulative", "operatingCost.lastYearCumulative"),
                        "营业成本的累计同比增长为 300%，应在 -200% 至 200% 之间，请核对；数据无误的，请说明原因。",
                        "Operating cost has grown by 300%; it should be between -200% and 200%."
                                + " Please check, or explain why the figures are right."));
    }

    @Test
    void namesTheProductsWhoseStockDoesNotFit() {
        assertThat(SampleReport.sound(false, 2021, 7)
                        .with(
                                "products",
                                List.of(
                                        SampleReport.product("钢管", 30, 20, 9),
                                        SampleReport.product("板材", 30, 20, 10),
                                        SampleReport.product("线材", null, 20, 10),
                                        SampleReport.product("角钢", 1, 1, 1)))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("：钢管、角钢。"))
                .satisfies(finding -> assertThat(finding.messageEn()).contains(": 钢管, 角钢."));
    }
}
