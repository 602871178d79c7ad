package cn.baosong.registration;

import static cn.baosong.testing.TakeoverFixture.CODE;
import static cn.baosong.testing.TakeoverFixture.EMAIL;
import static cn.baosong.testing.TakeoverFixture.INDUSTRY;
import static cn.baosong.testing.TakeoverFixture.LOGIN_NAME;
import static cn.baosong.testing.TakeoverFixture.NAME;
import static cn.baosong.testing.TakeoverFixture.PHONE;
import static cn.baosong.testing.TakeoverFixture.REGION;
import static cn.baosong.testing.TakeoverFixture.row;
import static cn.baosong.testing.TakeoverFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.baosong.account.Role;
import cn.baosong.common.Texts;
import cn.baosong.enterprise.Enterprise;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.registration.takeover.Takeovers;
import cn.baosong.testing.Actors;
import cn.baosong.testing.OwnerSql;
import cn.baosong.testing.RegistrationFixture;
import cn.baosong.testing.TakeoverFixture;
import cn.baosong.testing.Together;
import cn.baosong.upload.RowStatus;
import cn.baosong.upload.UploadedRow;
import cn.baosong.upload.UploadedRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** The scenarios of {@code enterprise-takeover}. */
class TakeoverTest extends RegistrationScenario {

    private static final String COUNTY = "330203";

    @Autowired
    private TakeoverFixture takeover;

    @Autowired
    private Takeovers takeovers;

    @Autowired
    private Enterprises enterprises;

    @BeforeEach
    void aCountyWithAReviewer() {
        desks.holder(desks.haishu());
    }

    @AfterEach
    void goOn() {
        engine.getManagementService().activateJobDefinitionByProcessDefinitionKey(TakeoverProcess.KEY, true);
    }

    @Test
    void aRowBecomesAnAccountAndAnEnterprise() {
        var phone = Actors.freshPhone();
        var full = with(with(row(COUNTY), PHONE, phone), EMAIL, "info@example.org");
        full.put("上年末营业收入（千元）", "79310");
        full.put("上年末从业人数（人）", "86");
        full.put("上年末资产总计（千元）", "64,200");
        full.put("开业时间", "2009年5月18日");
        full.put("是否上市", "否");
        full.put("控股类型", "私人控股");
        var least = row(COUNTY);

        var run = takeover.taken(List.of(full, least));

        assertThat(run.counts()).isEqualTo(Map.of(RowStatus.DONE, 2));
        var enterprise = enterpriseOf(full);
        assertThat(enterprise.name()).isEqualTo(full.get(NAME));
        assertThat(enterprise.phone()).isEqualTo(phone);
        assertThat(enterprise.scale()).isEqualTo("small");
        assertThat(enterprise.directDesk()).isEqualTo(desks.haishu().id());
        assertThat(enterprises.profile(enterprise.id()))
                .containsEntry("openedOn", "2009-05-18")
                .containsEntry("listed", "no")
                .containsEntry("codeKind", "creditCode")
                .doesNotContainKey("legalRepresentative");
        var account = accounts.find(enterprise.account()).orElseThrow();
        assertThat(account.loginName()).isEqualTo(full.get(LOGIN_NAME));
        assertThat(account.phone()).isEqualTo(phone);
        assertThat(account.email()).isEqualTo("info@example.org");
        assertThat(account.emailBound()).isFalse();
        assertThat(account.roles()).containsExactly(Role.ENTERPRISE);
        assertThat(account.mustChangePassword()).isFalse();
        var second = enterpriseOf(least);
        assertThat(second.phone()).isNull();
        assertThat(second.scale()).isEqualTo("none");
        assertThat(takeover.rows(run)).allSatisfy(row -> assertThat(row.cells())
                .as("what stood in the cells is not kept")
                .isEmpty());
    }

    @Test
    void theProcessGoesChunkByChunkAndStandsInTheHistory() {
        byHand();
        var rows = IntStream.range(0, 60).mapToObj(number -> row(COUNTY)).toList();
        var run = takeover.upload(rows);
        var process = process(run);
        assertThat(process).isStarted().isWaitingAt("take-over-enterprises");
        assertThat(takeover.now(run).counts()).isEqualTo(Map.of(RowStatus.PENDING, 60));

        next(process);

        assertThat(takeover.now(run).counts()).isEqualTo(Map.of(RowStatus.PENDING, 10, RowStatus.DONE, 50));
        assertThat(takeover.now(run).finished()).isFalse();
        next(process);
        assertThat(process)
                .hasPassedInOrder("takeover-started", "next-rows", "take-over-enterprises", "takeover-completed")
                .isEnded();
        assertThat(takeover.now(run).finished()).isTrue();
    }

    @Test
    void oneBadRowNeverStopsTheOthers() {
        var good = row(COUNTY);
        var standing = row(COUNTY);
        takeover.taken(List.of(standing));
        var registered = RegistrationFixture.values(COUNTY);
        var applicant = actors.applicant();
        fixture.submitted(applicant, registered);
        var bad = new ArrayList<Map<String, String>>();
        bad.add(with(row(COUNTY), LOGIN_NAME, null));
        bad.add(with(row(COUNTY), LOGIN_NAME, "有空格 的"));
        bad.add(with(row(COUNTY), NAME, null));
        bad.add(with(row(COUNTY), CODE, "91330203PDY0009920"));
        bad.add(with(row(COUNTY), INDUSTRY, "不存在的行业"));
        bad.add(with(row(COUNTY), REGION, "33"));
        bad.add(with(row(COUNTY), PHONE, "12345"));
        bad.add(with(row(COUNTY), PHONE, applicant.phone()));
        bad.add(with(row(COUNTY), LOGIN_NAME, standing.get(LOGIN_NAME).toUpperCase(java.util.Locale.ROOT)));
        bad.add(with(row(COUNTY), CODE, standing.get(CODE)));
        bad.add(with(row(COUNTY), NAME, " " + standing.get(NAME)));
        bad.add(with(row(COUNTY), CODE, (String) registered.get("code")));
        bad.add(with(row(COUNTY), "邮政编码", "12"));
        bad.add(with(row(COUNTY), "法人代表", "<script>alert(1)</script>"));
        bad.add(with(row(COUNTY), "开业时间", "2999-01-01"));
        bad.add(with(row(COUNTY), LOGIN_NAME, good.get(LOGIN_NAME)));
        bad.add(with(row(COUNTY), NAME, good.get(NAME)));
        bad.add(with(row(COUNTY), CODE, good.get(CODE)));
        var all = new ArrayList<Map<String, String>>(List.of(good));
        all.addAll(bad);
        all.add(row(COUNTY));

        var run = takeover.taken(all);

        assertThat(run.count(RowStatus.DONE)).isEqualTo(2);
        assertThat(run.count(RowStatus.REFUSED)).isEqualTo(bad.size());
        var rows = takeover.rows(run);
        assertThat(rows.get(0).status()).isEqualTo(RowStatus.DONE);
        assertThat(rows.get(all.size() - 1).status()).isEqualTo(RowStatus.DONE);
        assertThat(rows.subList(1, all.size() - 1)).allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(RowStatus.REFUSED);
            assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.place()).matches("[A-J]" + refused.number());
                assertThat(problem.chinese()).isNotBlank().doesNotStartWith("!");
                assertThat(problem.english()).isNotBlank().doesNotStartWith("!");
            });
            assertThat(refused.subject()).isNull();
        });
        assertThat(rows.get(all.size() - 2).problems())
                .as("a code that stands above is said once")
                .hasSize(1);
        assertThat(accountNames(bad.get(2).get(LOGIN_NAME)))
                .as("an account is not made without its enterprise")
                .isEmpty();
    }

    @Test
    void everyProblemOfARowIsSaidAtOnce() {
        var standing = with(row(COUNTY), PHONE, Actors.freshPhone());
        takeover.taken(List.of(standing));
        var row = with(with(with(standing, CODE, "123"), NAME, null), "手机", "12");

        var refused = takeover.rows(takeover.taken(List.of(row))).get(0);

        assertThat(refused.problems().stream().map(problem -> problem.place().substring(0, 1)))
                .as("user ID and phone taken, name missing, code and mobile wrong")
                .containsExactlyInAnyOrder("A", "B", "C", "F", "G");
    }

    @Test
    void whatIsWrittenByNameIsUnderstood() {
        var named = with(with(row(COUNTY), REGION, "浙江省→宁波市→海曙区"), INDUSTRY, "3489 其他通用零部件制造");
        named.put("注册类型", "112");
        var odd = with(row(COUNTY), CODE, "PDY123456");

        var run = takeover.taken(List.of(named, odd));

        var rows = takeover.rows(run);
        assertThat(rows.get(0).problems()).isEmpty();
        assertThat(enterpriseOf(named).region()).isEqualTo(COUNTY);
        assertThat(rows.get(1).problems()).singleElement().satisfies(problem -> assertThat(problem.chinese())
                .as("nine characters are taken for an organisation code")
                .contains("组织机构代码"));
    }

    @Test
    void theSameWorkbookAgainTakesNothingOverTwice() {
        var rows = List.of(row(COUNTY), row(COUNTY));
        takeover.taken(rows);

        var again = takeover.taken(rows);

        assertThat(again.counts()).isEqualTo(Map.of(RowStatus.ALREADY, 2));
        assertThat(enterprisesOf(rows)).isEqualTo(2);
    }

    @Test
    void theSameWorkbookTwiceAtOnceTakesNothingOverTwice() throws InterruptedException {
        var rows = IntStream.range(0, 30).mapToObj(number -> row(COUNTY)).toList();

        var runs = Together.run(2, () -> takeover.taken(rows));

        assertThat(runs).allSatisfy(run -> assertThat(run).isInstanceOf(UploadedRun.class));
        var counts = runs.stream().map(UploadedRun.class::cast).toList();
        assertThat(counts.stream().mapToInt(run -> run.count(RowStatus.DONE)).sum())
                .isEqualTo(30);
        assertThat(counts.stream().mapToInt(run -> run.count(RowStatus.ALREADY)).sum())
                .isEqualTo(30);
        assertThat(enterprisesOf(rows)).isEqualTo(30);
    }

    @Test
    void aRegistrationOfTheSameEnterpriseAtTheSameMomentEndsInOne() throws InterruptedException {
        for (var round = 0; round < 5; round++) {
            var values = RegistrationFixture.values(COUNTY);
            var applicant = actors.applicant();
            var registration = fixture.filled(applicant, values);
            var row = with(with(row(COUNTY), NAME, (String) values.get("name")), CODE, (String) values.get("code"));
            var first = new java.util.concurrent.atomic.AtomicBoolean();

            var outcomes = Together.run(
                    2,
                    () -> first.compareAndSet(false, true)
                            ? submit(applicant, registration).passed()
                            : takeover.taken(List.of(row)).count(RowStatus.DONE) == 1);

            assertThat(outcomes).containsExactlyInAnyOrder(true, false);
        }
    }

    /** The database stops in the middle of a chunk, after rows of it have been taken over. */
    @Test
    void aChunkThatIsCutOffIsUndoneAndDoneAgain() {
        byHand();
        var rows = IntStream.range(0, 8).mapToObj(number -> row(COUNTY)).toList();
        var run = takeover.upload(rows);
        var process = process(run);
        OwnerSql.refusing("enterprise", "NEW.code = '" + rows.get(5).get(CODE) + "'", "XX000", () -> assertThatThrownBy(
                        () -> next(process))
                .hasStackTraceContaining("cut off"));
        assertThat(takeover.now(run).counts()).isEqualTo(Map.of(RowStatus.PENDING, 8));
        assertThat(enterprisesOf(rows)).isZero();
        assertThat(accountNames(rows.get(0).get(LOGIN_NAME))).isEmpty();

        next(process);

        assertThat(takeover.now(run).counts()).isEqualTo(Map.of(RowStatus.DONE, 8));
        assertThat(enterprisesOf(rows)).isEqualTo(8);
        assertThat(process).isEnded();
    }

    /** Something nobody has foreseen, in one row. */
    @Test
    void aRowThatFailsDoesNotStopTheOthers() {
        var rows = List.of(row(COUNTY), row(COUNTY), row(COUNTY));

        OwnerSql.refusing("enterprise", "NEW.code = '" + rows.get(1).get(CODE) + "'", "P0001", () -> {
            var run = takeover.taken(rows);
            assertThat(takeover.rows(run))
                    .extracting(UploadedRow::status)
                    .containsExactly(RowStatus.DONE, RowStatus.REFUSED, RowStatus.DONE);
            assertThat(takeover.rows(run).get(1).problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.chinese()).contains("系统出错"));
        });

        assertThat(accountNames(rows.get(1).get(LOGIN_NAME))).isEmpty();
        assertThat(takeover.taken(rows).counts()).isEqualTo(Map.of(RowStatus.ALREADY, 2, RowStatus.DONE, 1));
    }

    @Test
    void fiveThousandRowsFinish() {
        var rows = IntStream.range(0, 5_000).mapToObj(number -> row(COUNTY)).toList();

        var run = takeover.taken(rows);

        assertThat(run.counts()).isEqualTo(Map.of(RowStatus.DONE, 5_000));
    }

    @Test
    void aFileThatCannotBeReadLeavesNothing() {
        var before = runs();
        assertProblem("excel.error.not-a-workbook", () -> upload("x".getBytes()));
        assertProblem("excel.error.empty", () -> upload(takeover.workbook(List.of())));
        assertThat(runs()).isEqualTo(before);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey(TakeoverProcess.KEY)
                        .count())
                .isZero();
    }

    @Test
    void onlyOperatorsTakeOver() {
        var run = takeover.taken(List.of(row(COUNTY)));
        for (var other : List.of(actors.account(Role.REVIEWER), actors.account(Role.ENTERPRISE), actors.applicant())) {
            actors.as(other, () -> {
                assertThatThrownBy(() -> takeovers.upload("x", new ByteArrayInputStream(new byte[0])))
                        .isInstanceOf(AccessDeniedException.class);
                assertThatThrownBy(() -> takeovers.rows(run.id(), null, 0, 10))
                        .isInstanceOf(AccessDeniedException.class);
                assertThatThrownBy(takeovers::runs).isInstanceOf(AccessDeniedException.class);
            });
        }
    }

    @Test
    void theResultIsExportedAsText() throws Exception {
        var hostile = with(row(COUNTY), NAME, "=HYPERLINK(\"http://example.org\")<b>");
        var run = takeover.taken(List.of(row(COUNTY), hostile));
        var out = new ByteArrayOutputStream();
        actors.as(takeover.operator(), () -> {
            try {
                takeovers.export(run.id(), Texts.CHINESE, out);
            } catch (java.io.IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        });
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(2);
            var name = sheet.getRow(2).getCell(2);
            assertThat(name.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
            assertThat(name.getStringCellValue()).isEqualTo(hostile.get(NAME));
            assertThat(sheet.getRow(1).getCell(3).getStringCellValue()).isEqualTo("已转入");
            assertThat(sheet.getRow(2).getCell(4).getStringCellValue()).contains("B3：");
        }
    }

    @Test
    void theTemplateHasTheFieldsOfTheFormAndIsAccepted() throws Exception {
        var out = new ByteArrayOutputStream();
        actors.as(takeover.operator(), () -> {
            try {
                takeovers.template(Texts.ENGLISH, out);
            } catch (java.io.IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        });
        var filled = new ByteArrayOutputStream();
        var row = row(COUNTY);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheet = book.getSheetAt(0);
            var heads = new ArrayList<String>();
            sheet.getRow(0).forEach(cell -> heads.add(cell.getStringCellValue()));
            assertThat(heads).contains("User ID *", "Login phone", "Enterprise name *", "Region *", "E-mail");
            var line = sheet.createRow(1);
            line.createCell(heads.indexOf("User ID *")).setCellValue(row.get(LOGIN_NAME));
            line.createCell(heads.indexOf("Enterprise name *")).setCellValue(row.get(NAME));
            line.createCell(heads.indexOf("Code *")).setCellValue(row.get(CODE));
            line.createCell(heads.indexOf("Industry *")).setCellValue(3489);
            line.createCell(heads.indexOf("Region *")).setCellValue(330203);
            line.createCell(heads.indexOf("Listed on a stock exchange")).setCellValue("No");
            book.write(filled);
        }
        var run = actors.as(
                takeover.operator(), () -> takeovers.upload("x.xlsx", new ByteArrayInputStream(filled.toByteArray())));
        org.awaitility.Awaitility.await().until(() -> takeover.now(run).finished());
        assertThat(takeover.rows(takeover.now(run)))
                .singleElement()
                .extracting(UploadedRow::status)
                .isEqualTo(RowStatus.DONE);
    }

    private void upload(byte[] file) {
        actors.as(takeover.operator(), () -> takeovers.upload("x.xlsx", new ByteArrayInputStream(file)));
    }

    private int runs() {
        return actors.as(takeover.operator(), () -> takeovers.runs().size());
    }

    /** Jobs are run by the test from now on; the nodes leave them alone. */
    private void byHand() {
        engine.getManagementService().suspendJobDefinitionByProcessDefinitionKey(TakeoverProcess.KEY, true);
    }

    private void next(ProcessInstance process) {
        var management = engine.getManagementService();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(process.getId())
                .singleResult()
                .getId());
    }

    private ProcessInstance process(UUID run) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(run.toString())
                .singleResult();
    }

    private Enterprise enterpriseOf(Map<String, String> row) {
        return enterprises.ofCode(row.get(CODE)).orElseThrow();
    }

    private int enterprisesOf(List<Map<String, String>> rows) {
        return jdbc.sql("SELECT count(*) FROM enterprise WHERE code IN (:codes)")
                .param("codes", rows.stream().map(row -> row.get(CODE)).toList())
                .query(Integer.class)
                .single();
    }

    private List<String> accountNames(String loginName) {
        return jdbc.sql("SELECT login_name FROM account WHERE lower(login_name) = lower(:name)")
                .param("name", loginName)
                .query(String.class)
                .list();
    }
}
