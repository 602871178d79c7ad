package cn.baosong.filing.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.baosong.account.Account;
import cn.baosong.account.Role;
import cn.baosong.common.Texts;
import cn.baosong.enterprise.EnterpriseName;
import cn.baosong.filing.BatchProcess;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingMethod;
import cn.baosong.filing.FilingScenario;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.TaskApplications;
import cn.baosong.filing.batch.query.UnfiledQueries;
import cn.baosong.filing.seal.Seals;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.OwnerSql;
import cn.baosong.testing.Together;
import cn.baosong.upload.RowProblem;
import cn.baosong.upload.RowStatus;
import cn.baosong.upload.UploadedRow;
import cn.baosong.upload.UploadedRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** The scenarios of {@code batch-report} (IMP-07, 08). */
class BatchReportsTest extends FilingScenario {

    private static final String REVENUE = FilingFixture.INDICATORS + "/revenue.cumulative";

    private static final String APPLIED_FOR = "software-quarterly-city";
    private static final String YUHANG = "330110";
    private static final String HANGZHOU = "3301";

    @Autowired
    private BatchReports batches;

    @Autowired
    private TaskApplications applications;

    @Autowired
    private Periods periods;

    @Autowired
    private UnfiledQueries unfiled;

    @Autowired
    private Seals seals;

    private Account administrator;

    @BeforeEach
    void somebodyWhoHoldsTheCounty() {
        administrator = desks.holder(desks.yuhang());
    }

    @AfterEach
    void goOn() {
        engine.getManagementService().activateJobDefinitionByProcessDefinitionKey(BatchProcess.KEY, true);
    }

    @Test
    void eachEnterpriseIsDecidedForItself() {
        var fine = fixture.enterprise();
        var wrong = fixture.enterprise();
        var begun = fixture.enterprise();
        var file = template(administrator)
                .put(fine.loginName(), FilledBatch.good(MONTH))
                .product(
                        fine.loginName(),
                        Map.of(
                                "name", "丝绸",
                                "unit", "米",
                                "production.month", 10,
                                "production.cumulative", 80,
                                "sales.month", 10,
                                "sales.cumulative", 75,
                                "stock.cumulative", 5))
                .put(wrong.loginName(), with(FilledBatch.good(MONTH), REVENUE, "三百万"))
                .put(begun.loginName(), FilledBatch.good(MONTH));
        var own = actors.as(begun, () -> filings.open(ReportTask.monthly(MONTH)));

        var run = filed(administrator, file);

        assertThat(run.counts()).isEqualTo(Map.of(RowStatus.DONE, 1, RowStatus.REFUSED, 1, RowStatus.ALREADY, 1));
        var filing = mine(fine);
        assertThat(filing.status()).isEqualTo(FilingStatus.UNDER_REVIEW);
        assertThat(filing.method()).isEqualTo(FilingMethod.BATCH);
        assertThat(filing.values().get(FilingFixture.BASIC)).containsEntry("filler", "孙丙");
        assertThat(filing.values().get(FilingFixture.PRODUCTS).get("products").toString())
                .contains("丝绸");
        assertThat(waitsAt(filing)).isEqualTo(desks.yuhang().id());
        assertThat(seals.newest(filing.id()).orElseThrow().sealedBy()).isEqualTo(administrator.id());
        assertThat(row(run, fine).subject()).isEqualTo(filing.id());
        assertThat(actors.as(wrong, () -> filings.mine(ReportTask.monthly(MONTH))))
                .isEmpty();
        assertThat(row(run, wrong).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo("企业与指标!" + file.cell(wrong.loginName(), REVENUE));
            assertThat(problem.chinese()).contains("营业收入");
        });
        assertThat(row(run, begun).status()).isEqualTo(RowStatus.ALREADY);
        assertThat(status(own)).isEqualTo(FilingStatus.EDITING);
        assertThat(told(fine)).isOne();
        assertThat(told(wrong)).isZero();
    }

    @Test
    void aMandatoryRuleRefusesAndAWarningAsksForAWord() {
        var unjust = fixture.enterprise();
        var silent = fixture.enterprise();
        var explained = fixture.enterprise();
        // No output is below nothing; and four times what it was a year ago.
        var mandatory = with(FilledBatch.good(MONTH), FilingFixture.INDICATORS + "/grossOutput.month", -1);
        var warned = with(FilledBatch.good(MONTH), REVENUE, 4000);
        var file = template(administrator)
                .put(unjust.loginName(), mandatory)
                .put(silent.loginName(), warned)
                .put(explained.loginName(), with(warned, "explanation", "新生产线六月投产，销售大幅增加"));

        var run = filed(administrator, file);

        assertThat(row(run, unjust).status()).isEqualTo(RowStatus.REFUSED);
        assertThat(row(run, unjust).problems())
                .anySatisfy(problem -> assertThat(problem.chinese()).contains("改正后重新上传"));
        assertThat(row(run, silent).problems()).isNotEmpty().allSatisfy(problem -> assertThat(problem.chinese())
                .contains("情况说明"));
        assertThat(row(run, explained).problems()).isEmpty();
        assertThat(mine(explained).findings())
                .isNotEmpty()
                .filteredOn(finding -> finding.explanation() != null)
                .isNotEmpty();
        assertThat(actors.as(silent, () -> filings.mine(ReportTask.monthly(MONTH))))
                .isEmpty();
    }

    @Test
    void foreignEnterprisesAreNotOfferedAndRefused() {
        var enterprise = fixture.enterprise();
        var foreigner = desks.holder(desks.haishu());
        assertThat(template(administrator).line(enterprise.loginName())).isPositive();
        var file = template(foreigner);
        assertThat(file.line(enterprise.loginName())).isNegative();

        var run = filed(
                foreigner,
                file.put(enterprise.loginName(), FilledBatch.good(MONTH)).put("nobody_here", FilledBatch.good(MONTH)));

        assertThat(rows(foreigner, run)).hasSize(2).allSatisfy(row -> {
            assertThat(row.status()).isEqualTo(RowStatus.REFUSED);
            assertThat(row.problems()).singleElement().satisfies(problem -> assertThat(problem.chinese())
                    .contains("您管辖的企业中没有用户 ID"));
        });
        assertThat(actors.as(enterprise, () -> filings.mine(ReportTask.monthly(MONTH))))
                .isEmpty();
        assertThat(actors.as(administrator, () -> batches.run(run.id()))).isEmpty();
        assertThat(actors.as(administrator, () -> batches.rows(run.id(), null, 0, 10)))
                .isEmpty();
        assertProblem("upload.error.unknown", () -> export(administrator, run.id()));
    }

    /** The desk that would review the report today decides, not the one the enterprise was admitted by. */
    @Test
    void whoReviewsTodayMayFileToday() {
        var moved = fixture.enterprise();
        var admittedElsewhere = fixture.enterprise();
        var other = desks.holder(desks.haishu());
        jdbc.sql("UPDATE enterprise SET set_desk_id = :desk WHERE account_id = :account")
                .param("desk", desks.haishu().id())
                .param("account", moved.id())
                .update();
        jdbc.sql("UPDATE enterprise SET direct_desk_id = :desk WHERE account_id = :account")
                .param("desk", desks.haishu().id())
                .param("account", admittedElsewhere.id())
                .update();
        assertThat(template(administrator).line(moved.loginName())).isNegative();
        assertThat(template(administrator).line(admittedElsewhere.loginName())).isPositive();
        assertThat(template(other).line(moved.loginName())).isPositive();
        assertThat(template(other).line(admittedElsewhere.loginName())).isNegative();
        var both = new FilledBatch(template(administrator).bytes())
                .put(moved.loginName(), FilledBatch.good(MONTH))
                .put(admittedElsewhere.loginName(), FilledBatch.good(MONTH));

        var run = filed(administrator, both);

        assertThat(row(run, moved).status()).isEqualTo(RowStatus.REFUSED);
        assertThat(row(run, admittedElsewhere).status()).isEqualTo(RowStatus.DONE);
        var own = filed(other, template(other).put(moved.loginName(), FilledBatch.good(MONTH)));
        assertThat(own.counts()).isEqualTo(Map.of(RowStatus.DONE, 1));
        assertThat(waitsAt(mine(moved))).isEqualTo(desks.haishu().id());
    }

    @Test
    void aTemplateIsOfARegionAndNoLongerThanItMayBe() {
        var city = desks.holder(desks.hangzhou());
        var before = actors.as(city, () -> batches.notBegun(ReportTask.monthly(MONTH)));
        var here = fixture.enterprise();
        fixture.enterprise();
        var counts = actors.as(city, () -> batches.notBegun(ReportTask.monthly(MONTH)));
        assertThat(List.of(YUHANG, HANGZHOU, BatchReports.EVERYWHERE))
                .allSatisfy(region ->
                        assertThat(counts.get(region)).as(region).isEqualTo(before.getOrDefault(region, 0) + 2));
        assertThat(template(city, YUHANG).line(here.loginName())).isPositive();
        assertThat(template(city, "330203").line(here.loginName())).isNegative();

        var first = unfiled.list(
                Set.of(desks.yuhang().id()),
                LocalDate.of(2021, 9, 1),
                ReportTask.monthly(MONTH),
                false,
                BatchReports.EVERYWHERE,
                1);

        assertThat(first).hasSize(1);
    }

    /** A scheme that is applied for is filed for who applied, and for nobody else. */
    @Test
    void aSchemeThatIsAppliedForIsFiledForWhoApplied() {
        var applicant = fixture.softwareEnterprise();
        var bystander = fixture.softwareEnterprise();
        var task = new ReportTask(APPLIED_FOR, periods.current(APPLIED_FOR));
        actors.as(applicant, () -> applications.apply(APPLIED_FOR));
        var file = new FilledBatch(
                actors.as(administrator, () -> batches.template(task, BatchReports.EVERYWHERE, Texts.CHINESE)));
        assertThat(file.line(applicant.loginName())).isPositive();
        assertThat(file.line(bystander.loginName())).isNegative();
        var figures = Map.<String, Object>of(
                "survey-enterprise/filler", "孙丙",
                "software-income/softwareTotal.income", 1000,
                "software-income/softwareProducts.income", 1000,
                "software-finance/mainRevenue.current", 2000,
                "software-finance/totalProfit.current", 150);
        file.put(applicant.loginName(), figures).put(bystander.loginName(), figures);
        var sent = actors.as(
                administrator,
                () -> batches.upload(task, "季报.xlsx", new ByteArrayInputStream(file.bytes()), Texts.CHINESE));

        var run = done(administrator, sent.run());

        assertThat(rows(administrator, run))
                .extracting(UploadedRow::status, row -> row.problems().toString())
                .anySatisfy(row -> assertThat(row.toString()).contains("REFUSED", "没有申请"));
        assertThat(run.counts()).isEqualTo(Map.of(RowStatus.DONE, 1, RowStatus.REFUSED, 1));
        assertThat(actors.as(applicant, () -> filings.mine(task)))
                .hasValueSatisfying(filing -> assertThat(filing.status()).isEqualTo(FilingStatus.UNDER_REVIEW));
        assertThat(actors.as(bystander, () -> filings.mine(task))).isEmpty();
    }

    /** Something nobody has foreseen, in one row. */
    @Test
    void aRowThatFailsDoesNotStopTheOthers() {
        var cursed = fixture.enterprise();
        var fine = fixture.enterprise();
        var file = template(administrator)
                .put(cursed.loginName(), FilledBatch.good(MONTH))
                .put(fine.loginName(), FilledBatch.good(MONTH));

        OwnerSql.refusing(
                "filing", "NEW.enterprise_id = '" + enterpriseOf(cursed).id() + "'", "P0001", () -> {
                    var run = filed(administrator, file);
                    assertThat(run.counts()).isEqualTo(Map.of(RowStatus.DONE, 1, RowStatus.REFUSED, 1));
                    assertThat(row(run, cursed).problems())
                            .singleElement()
                            .satisfies(problem -> assertThat(problem.chinese()).contains("系统出错"));
                });

        assertThat(actors.as(cursed, () -> filings.mine(ReportTask.monthly(MONTH))))
                .isEmpty();
        assertThat(filed(administrator, file).counts()).isEqualTo(Map.of(RowStatus.DONE, 1, RowStatus.ALREADY, 1));
    }

    /** The database is away in the middle of a chunk: what is decided stands, and the engine tries the rest again. */
    @Test
    void whatTheDatabaseLosesIsDoneAgain() {
        var first = fixture.enterprise();
        var second = fixture.enterprise();
        engine.getManagementService().suspendJobDefinitionByProcessDefinitionKey(BatchProcess.KEY, true);
        var run = upload(
                administrator,
                template(administrator)
                        .put(first.loginName(), FilledBatch.good(MONTH))
                        .put(second.loginName(), FilledBatch.good(MONTH))
                        .bytes());
        var numbers = rows(administrator, now(administrator, run)).stream()
                .map(UploadedRow::loginName)
                .toList();
        var last = numbers.get(1).equals(first.loginName()) ? first : second;

        OwnerSql.refusing(
                "filing", "NEW.enterprise_id = '" + enterpriseOf(last).id() + "'", "57P01", () -> assertThatThrownBy(
                                () -> step(run))
                        .hasStackTraceContaining("Connection is closed"));

        assertThat(now(administrator, run).counts()).isEqualTo(Map.of(RowStatus.DONE, 1, RowStatus.PENDING, 1));
        step(run);
        assertThat(now(administrator, run).counts()).isEqualTo(Map.of(RowStatus.DONE, 2));
        assertThat(now(administrator, run).finished()).isTrue();
    }

    @Test
    void theDeskAboveMayFileAsWell() {
        var enterprise = fixture.enterprise();
        var city = desks.holder(desks.hangzhou());

        var run = filed(city, template(city).put(enterprise.loginName(), FilledBatch.good(MONTH)));

        assertThat(run.counts()).isEqualTo(Map.of(RowStatus.DONE, 1));
        assertThat(waitsAt(mine(enterprise))).isEqualTo(desks.yuhang().id());
    }

    @Test
    void ofTwoWorkbooksAtOnceOneFiles() throws Exception {
        var enterprise = fixture.enterprise();
        var city = desks.holder(desks.hangzhou());
        var file = template(city)
                .put(enterprise.loginName(), FilledBatch.good(MONTH))
                .bytes();
        var senders = new ConcurrentLinkedQueue<>(List.of(administrator, city));
        engine.getManagementService().suspendJobDefinitionByProcessDefinitionKey(BatchProcess.KEY, true);
        var runs = Together.run(2, () -> {
            var sender = senders.remove();
            return Map.entry(sender, upload(sender, file));
        });
        engine.getManagementService().activateJobDefinitionByProcessDefinitionKey(BatchProcess.KEY, true);

        var outcomes = runs.stream()
                .map(run -> (Map.Entry<?, ?>) run)
                .map(run -> {
                    var sender = (Account) run.getKey();
                    return rows(sender, done(sender, (UUID) run.getValue())).get(0);
                })
                .toList();

        assertThat(outcomes)
                .extracting(UploadedRow::status)
                .containsExactlyInAnyOrder(RowStatus.DONE, RowStatus.ALREADY);
        assertThat(outcomes)
                .filteredOn(row -> row.status() == RowStatus.ALREADY)
                .flatExtracting(UploadedRow::problems)
                .singleElement()
                .satisfies(
                        problem -> assertThat(((RowProblem) problem).chinese()).contains("已由管理员批量上报"));
        assertThat(mine(enterprise).versions()).isOne();
    }

    @Test
    void theEnterpriseWithdrawsAndFilesItsOwn() {
        var enterprise = fixture.enterprise();
        filed(administrator, template(administrator).put(enterprise.loginName(), FilledBatch.good(MONTH)));
        var filing = mine(enterprise);

        actors.as(enterprise, () -> filings.withdraw(filing.id()));

        assertThat(status(filing)).isEqualTo(FilingStatus.EDITING);
        assertThat(submit(enterprise, filing).passed()).isTrue();
        assertThat(fixture.now(filing.id()).method()).isEqualTo(FilingMethod.ONLINE);
        assertThat(seals.of(filing.id()))
                .extracting(seal -> seal.sealedBy())
                .containsExactly(administrator.id(), enterprise.id());
        assertThat(seals.verify(filing.enterprise()).intact()).isTrue();
    }

    @Test
    void aDisabledEnterpriseAndAMixedUpLineAreRefused() {
        var disabled = fixture.enterprise();
        var other = fixture.enterprise();
        var empty = fixture.enterprise();
        var file = template(administrator)
                .put(disabled.loginName(), FilledBatch.good(MONTH))
                .put(other.loginName(), with(FilledBatch.good(MONTH), "enterpriseName", "别的企业有限公司"));
        jdbc.sql("UPDATE enterprise SET state = 'DISABLED' WHERE account_id = :account")
                .param("account", disabled.id())
                .update();

        var run = filed(administrator, file);

        assertThat(row(run, disabled).problems().get(0).chinese()).contains("已停用");
        assertThat(row(run, other).problems().get(0).chinese())
                .contains(enterpriseOf(other).name());
        assertThat(rows(administrator, run))
                .as("who has nothing filled in is left out")
                .extracting(UploadedRow::loginName)
                .doesNotContain(empty.loginName());
    }

    @Test
    void whatIsNoTemplateOfTheMonthLeavesNothing() {
        var enterprise = fixture.enterprise();
        var runs = actors.as(administrator, () -> batches.runs().size());
        assertProblem("excel.error.not-a-workbook", () -> upload(administrator, "x".getBytes()));
        assertProblem(
                "filing.batch.error.nothing",
                () -> upload(administrator, template(administrator).bytes()));
        var other = actors.as(
                administrator,
                () -> batches.template(
                        ReportTask.monthly(MONTH.minusMonths(1)), BatchReports.EVERYWHERE, Texts.CHINESE));
        assertProblem("filing.import.error.other-month", () -> upload(administrator, other));
        var stray = template(administrator)
                .put(enterprise.loginName(), FilledBatch.good(MONTH))
                .product("nobody_here", Map.of("name", "丝绸"));
        var refused = actors.as(
                administrator,
                () -> batches.upload(
                        ReportTask.monthly(MONTH), "x.xlsx", new ByteArrayInputStream(stray.bytes()), Texts.CHINESE));
        assertThat(refused.taken()).isFalse();
        assertThat(refused.problems()).singleElement().satisfies(problem -> assertThat(problem.row())
                .isEqualTo(3));
        var lacking = template(administrator)
                .put(enterprise.loginName(), FilledBatch.good(MONTH))
                .without("userId");
        assertThat(actors.as(
                                administrator,
                                () -> batches.upload(
                                        ReportTask.monthly(MONTH),
                                        "x.xlsx",
                                        new ByteArrayInputStream(lacking.bytes()),
                                        Texts.CHINESE))
                        .problems())
                .anySatisfy(problem -> assertThat(problem.problem().key()).isEqualTo("excel.error.column-missing"));
        assertThat(actors.as(administrator, () -> batches.runs().size())).isEqualTo(runs);
        for (var stranger : List.of(enterprise, actors.account(Role.OPERATOR), actors.applicant())) {
            assertThatThrownBy(() -> upload(stranger, stray.bytes())).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void theResultIsExported() throws Exception {
        var enterprise = fixture.enterprise();
        var run = filed(administrator, template(administrator).put(enterprise.loginName(), FilledBatch.good(MONTH)));
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(export(administrator, run.id())))) {
            var line = book.getSheetAt(0).getRow(1);
            assertThat(line.getCell(1).getStringCellValue()).isEqualTo(enterprise.loginName());
            assertThat(EnterpriseName.key(line.getCell(2).getStringCellValue()))
                    .isEqualTo(EnterpriseName.key(enterpriseOf(enterprise).name()));
            assertThat(line.getCell(3).getStringCellValue()).isEqualTo("已上报");
        }
    }

    private FilledBatch template(Account account) {
        return template(account, BatchReports.EVERYWHERE);
    }

    private FilledBatch template(Account account, String region) {
        return new FilledBatch(
                actors.as(account, () -> batches.template(ReportTask.monthly(MONTH), region, Texts.CHINESE)));
    }

    private UUID upload(Account account, byte[] file) {
        return actors.as(
                        account,
                        () -> batches.upload(
                                ReportTask.monthly(MONTH), "月报.xlsx", new ByteArrayInputStream(file), Texts.CHINESE))
                .run();
    }

    private byte[] export(Account account, UUID run) {
        var out = new ByteArrayOutputStream();
        actors.as(account, () -> {
            try {
                batches.export(run, Texts.CHINESE, out);
            } catch (java.io.IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        });
        return out.toByteArray();
    }

    private UploadedRun filed(Account account, FilledBatch file) {
        return done(account, upload(account, file.bytes()));
    }

    private UploadedRun done(Account account, UUID run) {
        await().atMost(Duration.ofMinutes(1)).until(() -> now(account, run).finished());
        return now(account, run);
    }

    private UploadedRun now(Account account, UUID run) {
        return actors.as(account, () -> batches.run(run)).orElseThrow();
    }

    private void step(UUID run) {
        var management = engine.getManagementService();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(now(administrator, run).processInstance())
                .singleResult()
                .getId());
    }

    private List<UploadedRow> rows(Account account, UploadedRun run) {
        return actors.as(account, () -> batches.rows(run.id(), null, 0, 1000));
    }

    private UploadedRow row(UploadedRun run, Account enterprise) {
        return rows(administrator, run).stream()
                .filter(row -> row.loginName().equals(enterprise.loginName()))
                .findFirst()
                .orElseThrow();
    }

    private Filing mine(Account enterprise) {
        return actors.as(enterprise, () -> filings.mine(ReportTask.monthly(MONTH)))
                .orElseThrow();
    }

    private long told(Account enterprise) {
        return jdbc.sql("SELECT count(*) FROM personal_message WHERE recipient = :account AND template = :template")
                .param("account", enterprise.id())
                .param("template", "report-filed-for-you")
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> with(Map<String, Object> values, String key, Object value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(key, value);
        return changed;
    }
}
