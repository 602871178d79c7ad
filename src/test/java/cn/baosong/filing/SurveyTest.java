package cn.baosong.filing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.check.Severity;
import cn.baosong.common.Texts;
import cn.baosong.filing.tasks.FiledReport;
import cn.baosong.filing.tasks.FiledReports;
import cn.baosong.filing.tasks.MyTasks;
import cn.baosong.filing.tasks.TaskLine;
import cn.baosong.form.FormValidator.Mode;
import cn.baosong.organization.DeskLevel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The software survey, which is files alone (SUR-10 to 24): applied for, filled in, checked, filed, reviewed, exported. */
class SurveyTest extends FilingScenario {

    private static final String PROVINCE = "software-annual-province";
    private static final String CITY = "software-annual-city";
    private static final String QUARTERLY = "software-quarterly-city";
    private static final List<String> FORMULAS =
            List.of("f1-platform-exports", "f2-exports-agree", "f3-profit-rate", "f4-software-share", "f5-degrees");

    @Autowired
    private TaskApplications applications;

    @Autowired
    private Periods periods;

    @Autowired
    private MyTasks tasks;

    @Autowired
    private FiledReports filed;

    @Autowired
    private FilingViews views;

    private ReportTask current(String scheme) {
        return new ReportTask(scheme, periods.current(scheme));
    }

    /** @return a report begun after an application, with everything in it that has to be */
    private Filing begun(Account account, String scheme) {
        return actors.as(account, () -> {
            applications.apply(scheme);
            var filing = filings.open(current(scheme));
            filings.keep(filing.id(), "survey-enterprise", Map.of("filler", "孙丙", "fillerKind", "natural"));
            return filing;
        });
    }

    private void income(Account account, Filing filing, Map<String, Integer> figures) {
        type(account, filing, "software-income", numbers(figures));
    }

    private static Map<String, Object> numbers(Map<String, Integer> figures) {
        var values = new HashMap<String, Object>();
        figures.forEach((path, figure) -> values.put(path, BigDecimal.valueOf(figure)));
        return values;
    }

    /** Figures in which every one of the five formulas finds something. */
    private void everythingWrong(Account account, Filing filing) {
        income(
                account,
                filing,
                Map.of(
                        "softwareTotal.income", 1000,
                        "softwareProducts.income", 1000,
                        "softwareProducts.exports", 50,
                        "platformSoftware.exports", 10,
                        "platformSoftware.exportOne", 10));
        type(account, filing, "software-export", numbers(Map.of("A61.current", 1)));
        type(
                account,
                filing,
                "software-finance",
                numbers(Map.of("mainRevenue.current", 10000, "totalProfit.current", 600)));
    }

    private void allRight(Account account, Filing filing) {
        income(
                account,
                filing,
                Map.of(
                        "softwareTotal.income", 1000,
                        "softwareProducts.income", 600,
                        "itServices.income", 400));
        type(
                account,
                filing,
                "software-finance",
                numbers(Map.of("mainRevenue.current", 2000, "totalProfit.current", 150)));
        if (views.forms(filing).stream().anyMatch(form -> form.id().equals("software-staff"))) {
            type(account, filing, "software-staff", numbers(Map.of("D16.current", 12)));
        }
    }

    private TaskLine line(Account account, ReportTask task) {
        return actors.as(account, () -> tasks.all().stream()
                .filter(line -> line.line().task().equals(task))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void onlyWhoAppliedIsAskedAndOnlyForOneOfAKind() {
        var account = fixture.softwareEnterprise();
        actors.as(account, () -> {
            assertProblem("filing.error.not-applied", () -> filings.open(current(PROVINCE)));
            assertThat(tasks.all())
                    .noneMatch(line -> line.scheme().application().isPresent());
            assertThat(applications.offers()).hasSize(6).allMatch(TaskOffer::applicable);
            applications.apply(PROVINCE);
            applications.apply(PROVINCE);
            assertProblem("filing.error.applied-other", () -> applications.apply(CITY));
            assertProblem("filing.error.not-applied", () -> filings.open(current(CITY)));
            assertThat(tasks.all())
                    .filteredOn(line -> line.scheme().application().isPresent())
                    .singleElement()
                    .satisfies(line -> assertThat(line.line().task()).isEqualTo(current(PROVINCE)));
            applications.takeBack(PROVINCE);
            applications.apply(CITY);
            filings.open(current(CITY));
            assertProblem("filing.error.application-used", () -> applications.takeBack(CITY));
            assertProblem("filing.error.no-scheme", () -> applications.apply("monthly-report"));
            assertProblem("filing.error.no-scheme", () -> applications.apply("nothing"));
            return null;
        });
    }

    /** SUR-04: the model says of which industries. */
    @Test
    void whoIsOfAnotherIndustryIsOfferedNothing() {
        var account = fixture.enterprise();
        actors.as(account, () -> {
            assertThat(applications.offers()).isEmpty();
            assertThat(applications.asked()).extracting(Scheme::key).containsExactly(Filings.SCHEME);
            assertProblem("filing.error.not-offered", () -> applications.apply(PROVINCE));
            return null;
        });
    }

    @Test
    void oneFormIsExportedAlone() {
        var account = fixture.softwareEnterprise();
        var survey = begun(account, QUARTERLY);
        allRight(account, survey);
        submit(account, survey);
        actors.as(account, () -> {
            var report = filed.all(Texts.CHINESE).get(0);
            assertThat(report.forms()).extracting(FiledReport.Form::title).contains("软件业务收入分类表", "主要财务指标表");
            assertThat(sheets(survey, "software-income")).containsExactly("软件业务收入分类表");
            assertProblem("filing.error.not-found", () -> sheets(survey, "products"));
            return null;
        });
        var stranger = fixture.softwareEnterprise();
        actors.as(stranger, () -> {
            assertProblem("filing.error.not-found", () -> sheets(survey, "software-income"));
            return null;
        });
    }

    /** @return the names of the sheets of the workbook of one form */
    private List<String> sheets(Filing filing, String form) {
        var out = new ByteArrayOutputStream();
        try {
            filed.write(filing.id(), form, Texts.CHINESE, out);
            try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
                var names = new ArrayList<String>();
                book.forEach(sheet -> names.add(sheet.getSheetName()));
                return names;
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void everyFormulaAsksForAnExplanationOfItsOwn() {
        var account = fixture.softwareEnterprise();
        var filing = begun(account, PROVINCE);
        everythingWrong(account, filing);
        var check = submit(account, filing);
        assertThat(check.problems().values()).allMatch(List::isEmpty);
        assertThat(check.findings()).extracting(FilingFinding::rule).containsExactlyInAnyOrderElementsOf(FORMULAS);
        assertThat(check.findings()).allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message()).startsWith("严重警告：");
            assertThat(finding.messageEn()).startsWith("Severe warning: ");
        });
        assertThat(status(filing)).isEqualTo(FilingStatus.EDITING);
        actors.as(account, () -> {
            FORMULAS.subList(0, 4).forEach(rule -> filings.explain(filing.id(), rule, "已逐项核对，数据无误：" + rule));
            return null;
        });
        assertThat(submit(account, filing).passed()).isFalse();
        actors.as(account, () -> {
            filings.explain(filing.id(), FORMULAS.get(4), "本企业人员学历均为高中，已核对");
            return null;
        });
        assertThat(submit(account, filing).passed()).isTrue();
        assertThat(status(filing)).isEqualTo(FilingStatus.UNDER_REVIEW);
    }

    /** The limits stand in the cells: 15.8 − 31.6 and 15.8 + 31.6 (SUR-15), and 30 per cent (SUR-16). */
    @ParameterizedTest
    @CsvSource({
        "-158, 2000, ''",
        "-159, 2000, f3-profit-rate",
        "474, 2000, ''",
        "475, 2000, f3-profit-rate",
        "0, 3333, ''",
        "0, 3334, f4-software-share"
    })
    void theLimitsOfTheFormulas(int profit, int revenue, String rule) {
        var account = fixture.softwareEnterprise();
        var filing = begun(account, QUARTERLY);
        allRight(account, filing);
        type(
                account,
                filing,
                "software-finance",
                numbers(Map.of("mainRevenue.current", revenue, "totalProfit.current", profit)));
        var found =
                actors.as(account, () -> filings.check(filing.id(), Mode.SUBMIT).findings());
        assertThat(found)
                .extracting(FilingFinding::rule)
                .containsExactlyElementsOf(rule.isEmpty() ? List.of() : List.of(rule));
    }

    @Test
    void theTaskOfTheProvinceEndsThereAndTheEnterpriseSeesHowFarItIs() {
        var account = fixture.softwareEnterprise();
        var filing = begun(account, PROVINCE);
        allRight(account, filing);
        assertThat(submit(account, filing).passed()).isTrue();
        assertThat(line(account, filing.task()).waitsAt()).isEqualTo(DeskLevel.COUNTY);
        actors.as(account, () -> filings.withdraw(filing.id()));
        assertThat(status(filing)).isEqualTo(FilingStatus.EDITING);
        assertThat(submit(account, filing).passed()).isTrue();
        for (var desk : List.of(desks.yuhang(), desks.hangzhou(), desks.zhejiang())) {
            assertThat(line(account, filing.task()).waitsAt()).isEqualTo(desk.level());
            fixture.acceptAt(desk, filing);
        }
        assertThat(status(filing)).isEqualTo(FilingStatus.ACCEPTED);
        assertThat(line(account, filing.task()).waitsAt()).isNull();
    }

    @Test
    void theTaskOfTheCityEndsAtTheCityAndIsWhatTheNextPeriodIsComparedWith() {
        var account = fixture.softwareEnterprise();
        var filing = begun(account, QUARTERLY);
        allRight(account, filing);
        submit(account, filing);
        fixture.acceptAt(desks.yuhang(), filing);
        fixture.acceptAt(desks.hangzhou(), filing);
        assertThat(status(filing)).isEqualTo(FilingStatus.ACCEPTED);
        var next = new ReportTask(QUARTERLY, PeriodKind.QUARTER.following(filing.month()));
        var later = new Filing(
                UUID.randomUUID(),
                next.scheme(),
                next.month(),
                filing.enterprise(),
                filing.revision(),
                null,
                FilingStatus.EDITING,
                FilingMethod.ONLINE,
                false,
                Map.of(),
                List.of(),
                null,
                0,
                null,
                filing.openedAt(),
                null,
                null);
        assertThat(views.previous(later).get("software-income"))
                .extractingByKey("softwareTotal.income")
                .satisfies(
                        figure -> assertThat(new BigDecimal(figure.toString())).isEqualByComparingTo("1000"));
    }

    @Test
    void afterThePeriodIsClosedNothingIsTakenBack() {
        var account = fixture.softwareEnterprise();
        var filing = begun(account, CITY);
        allRight(account, filing);
        submit(account, filing);
        var open = jdbc.sql("SELECT closes_on FROM period WHERE scheme = :scheme AND month = :month")
                .param("scheme", CITY)
                .param("month", filing.month().atDay(1))
                .query(LocalDate.class)
                .single();
        close(filing, periods.today());
        try {
            assertThat(line(account, filing.task()).line().can(FilingAction.WITHDRAW))
                    .isFalse();
            actors.as(account, () -> {
                assertProblem("filing.error.closed", () -> filings.withdraw(filing.id()));
                return null;
            });
        } finally {
            close(filing, open);
        }
        assertThat(line(account, filing.task()).line().can(FilingAction.WITHDRAW))
                .isTrue();
    }

    private void close(Filing filing, LocalDate on) {
        jdbc.sql("UPDATE period SET closes_on = :on WHERE scheme = :scheme AND month = :month")
                .param("on", on)
                .param("scheme", filing.scheme())
                .param("month", filing.month().atDay(1))
                .update();
    }

    @Test
    void whatWasFiledIsListedAndExportedTogetherAndStrangersGetNothing() throws IOException {
        var account = fixture.softwareEnterprise();
        var survey = begun(account, PROVINCE);
        allRight(account, survey);
        submit(account, survey);
        var monthly = fixture.submitted(account, MONTH);
        var all = actors.as(account, () -> filed.all(Texts.CHINESE));
        assertThat(all).extracting(report -> report.filing().id()).containsExactly(survey.id(), monthly.id());
        assertThat(all.get(0).name()).isEqualTo("[省级]" + survey.month().getYear() + "年软件和信息技术服务业年报");
        var packed = actors.as(account, () -> zip(List.of(survey.id(), monthly.id())));
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(packed), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(zip.readAllBytes()).startsWith('P', 'K');
            }
        }
        assertThat(names).hasSize(2).allMatch(name -> name.endsWith(".xlsx")).doesNotHaveDuplicates();
        var stranger = fixture.softwareEnterprise();
        actors.as(stranger, () -> {
            assertProblem("filing.error.not-found", () -> zip(List.of(survey.id())));
            assertThat(filed.all(Texts.CHINESE)).isEmpty();
            return null;
        });
    }

    private byte[] zip(List<UUID> ids) {
        var out = new ByteArrayOutputStream();
        try {
            filed.zip(ids, Texts.CHINESE, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
