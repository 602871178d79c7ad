package cn.baosong.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.Account;
import cn.baosong.account.MyMessages;
import cn.baosong.account.Role;
import cn.baosong.account.Way;
import cn.baosong.filing.FilingScenario;
import cn.baosong.filing.Filings;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ReachedSchemes;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.Scheme;
import cn.baosong.filing.TaskApplications;
import cn.baosong.organization.Desk;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.ModelFixture;
import cn.baosong.testing.Together;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Who has not filed a month, who sees it, and reminders once a day (QRY-05, 06). */
class UnreportedReportsTest extends FilingScenario {

    private static final String APPLIED_FOR = "software-quarterly-city";

    private static final YearMonth AUGUST = MONTH;

    @Autowired
    private UnreportedReports reports;

    @Autowired
    private UnreportedBook book;

    @Autowired
    private MyMessages messages;

    @Autowired
    private TaskApplications applications;

    @Autowired
    private ReachedSchemes reached;

    @Autowired
    private Periods periods;

    @Autowired
    private ModelFixture models;

    private Account account;
    private UUID id;
    private UnreportedFilter named;

    @BeforeEach
    void anEnterpriseOfLongAgo() {
        account = fixture.enterprise();
        id = enterpriseOf(account).id();
        named = UnreportedFilter.of(ReportTask.monthly(AUGUST))
                .saying(enterpriseOf(account).name());
        registered("2020-03-01T00:00:00Z");
    }

    private void registered(String at) {
        jdbc.sql("UPDATE enterprise SET created_at = CAST(:at AS timestamptz) WHERE id = :id")
                .param("at", at)
                .param("id", id)
                .update();
    }

    private List<UnreportedEnterprise> seenBy(Account administrator, UnreportedFilter filter) {
        return actors.as(administrator, () -> {
            var list = reports.list(filter, 0, 50);
            assertThat(reports.count(filter)).isEqualTo(list.size());
            assertThat(reports.next(filter, null, 50)).isEqualTo(list);
            return list;
        });
    }

    private List<UnreportedEnterprise> seen(UnreportedFilter filter) {
        return seenBy(reviewer(), filter);
    }

    private Account reviewer() {
        return desks.holder(desks.yuhang());
    }

    private UnreportedState state() {
        var found = seen(named);
        return found.isEmpty() ? null : found.get(0).state();
    }

    @Test
    void itsDeskAndThoseAboveSeeItAndNobodyElse() {
        for (var desk : List.of(desks.yuhang(), desks.hangzhou(), desks.zhejiang(), desks.nation())) {
            assertThat(seenBy(desks.holder(desk), named)).as(desk.name()).singleElement();
        }
        for (var desk : List.of(desks.ningbo(), desks.haishu())) {
            assertThat(seenBy(desks.holder(desk), named)).as(desk.name()).isEmpty();
            assertThat(actors.as(
                            desks.holder(desk),
                            () -> reports.remind(UnreportedFilter.of(ReportTask.monthly(AUGUST)), Set.of(id))))
                    .as(desk.name())
                    .isZero();
        }
        assertThat(seenBy(actors.account(Role.REVIEWER), named)).isEmpty();
        assertThatThrownBy(() -> seenBy(account, named)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theDeskThatWasSetCountsMoreThanTheRegion() {
        set(desks.ningbo());
        assertThat(seen(named)).isEmpty();
        assertThat(seenBy(desks.holder(desks.ningbo()), named)).hasSize(1);
        assertThat(seenBy(desks.holder(desks.nation()), named)).hasSize(1);
    }

    private void set(Desk desk) {
        jdbc.sql("UPDATE enterprise SET set_desk_id = :desk WHERE id = :id")
                .param("desk", desk.id())
                .param("id", id)
                .update();
    }

    @Test
    void eachStatusIsThereUntilTheReportIsFiled() {
        assertThat(state()).isEqualTo(UnreportedState.NOT_FILED);
        var filing = fixture.filled(account, AUGUST);
        assertThat(state()).isEqualTo(UnreportedState.EDITING);
        submit(account, filing);
        assertThat(state()).isNull();
        fixture.returnAt(desks.yuhang(), filing, "请核对");
        assertThat(state()).isEqualTo(UnreportedState.RETURNED);
        type(
                account,
                filing,
                FilingFixture.BASIC,
                Map.of("name", "更名之后" + id.toString().substring(0, 8) + "有限公司"));
        actors.as(account, () -> filings.freeze(filing.id()));
        assertThat(state()).isEqualTo(UnreportedState.FROZEN);
    }

    @Test
    void conditionsNarrowAndAMonthAsksThoseRegisteredBeforeItsEnd() {
        assertThat(seen(named.inRegion("3301"))).hasSize(1);
        assertThat(seen(named.inRegion("330110"))).hasSize(1);
        assertThat(seen(named.inRegion("330102"))).isEmpty();
        assertThat(seen(named.inRegion("nowhere'"))).isEmpty();
        assertThat(seen(named.inStates(Set.of(UnreportedState.NOT_FILED)))).hasSize(1);
        assertThat(seen(named.inStates(EnumSet.of(UnreportedState.RETURNED, UnreportedState.EDITING))))
                .isEmpty();
        assertThat(seen(named.saying(account.loginName().toUpperCase(Locale.ROOT))))
                .hasSize(1);
        assertThat(seen(named.saying("%\0_"))).isEmpty();

        registered("2021-08-31T15:59:59Z");
        assertThat(seen(named)).hasSize(1);
        registered("2021-08-31T16:00:00Z");
        assertThat(seen(named)).isEmpty();
        fixture.filled(account, AUGUST);
        assertThat(seen(named)).as("whoever begins is asked").hasSize(1);
        jdbc.sql("UPDATE enterprise SET state = 'DISABLED' WHERE id = :id")
                .param("id", id)
                .update();
        assertThat(seen(named)).isEmpty();
    }

    @Test
    void aReminderIsSentOnceADayAndKept() {
        var before = actors.as(account, () -> messages.unread());
        var preview = actors.as(reviewer(), () -> reports.preview(named, Set.of()));
        assertThat(preview).isEqualTo(new ReminderPreview(1, 0, 2000, EnumSet.of(Way.INBOX, Way.SMS)));
        assertThat(preview.told()).isEqualTo(1);

        assertThat(actors.as(reviewer(), () -> reports.remind(named, Set.of(id, UUID.randomUUID()))))
                .isEqualTo(1);
        assertThat(actors.as(account, () -> messages.unread())).isEqualTo(before + 1);
        assertThat(seen(named)).singleElement().satisfies(line -> {
            assertThat(line.remindedAt()).isNotNull();
            assertThat(line.reminders()).isEqualTo(1);
        });
        assertThat(actors.as(account, () -> messages.newest(false, 0, 1, Locale.SIMPLIFIED_CHINESE)))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.text()).contains(desks.yuhang().name() + "（县级）", AUGUST.toString()));

        var other = desks.holder(desks.hangzhou());
        assertThat(actors.as(other, () -> reports.preview(named, Set.of(id))).told())
                .isZero();
        assertThat(actors.as(other, () -> reports.remind(named.inMonth(AUGUST.plusMonths(1)), Set.of())))
                .as("not twice a day, of another month either")
                .isZero();
        assertThat(actors.as(account, () -> messages.unread())).isEqualTo(before + 1);
    }

    /** Of a scheme with applications those are asked that applied, whenever they were registered (SUR-20). */
    @Test
    void aSchemeThatIsAppliedForAsksWhoAppliedAlone() throws IOException {
        var applicant = fixture.softwareEnterprise();
        var task = new ReportTask(APPLIED_FOR, periods.current(APPLIED_FOR));
        var filter = UnreportedFilter.of(task).saying(enterpriseOf(applicant).name());
        assertThat(seen(filter)).isEmpty();
        actors.as(applicant, () -> applications.apply(APPLIED_FOR));
        assertThat(seen(filter)).singleElement().satisfies(one -> assertThat(one.state())
                .isEqualTo(UnreportedState.NOT_FILED));
        assertThat(seenBy(desks.holder(desks.haishu()), filter)).isEmpty();
        assertThat(actors.as(reviewer(), () -> reached.mine()))
                .extracting(Scheme::key)
                .startsWith(Filings.SCHEME)
                .contains(APPLIED_FOR);
        assertThat(actors.as(desks.holder(desks.haishu()), () -> reached.mine()))
                .extracting(Scheme::key)
                .doesNotContain(APPLIED_FOR);

        assertThat(actors.as(reviewer(), () -> reports.remind(filter, Set.of())))
                .isEqualTo(1);
        assertThat(actors.as(applicant, () -> messages.newest(false, 0, 1, Locale.SIMPLIFIED_CHINESE)))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("[市级]", "季报"));
        var out = new ByteArrayOutputStream();
        actors.as(reviewer(), () -> {
            try {
                book.write(filter, Locale.SIMPLIFIED_CHINESE, out);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        });
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var headings = workbook.getSheetAt(0).getRow(0);
            assertThat(headings.cellIterator()).toIterable().anySatisfy(cell -> assertThat(cell.toString())
                    .contains("软件业务收入合计"));
        }

        actors.as(applicant, () -> filings.open(task));
        assertThat(seen(filter)).singleElement().satisfies(one -> assertThat(one.state())
                .isEqualTo(UnreportedState.EDITING));
    }

    @Test
    void whatTheDailySweepSentIsOfTheSameRecordAndLeavesTheAdministratorFree() {
        jdbc.sql("""
                        INSERT INTO filing_reminder (scheme, month, enterprise_id, occasion, day, sent_at)
                        VALUES ('monthly-report', :month, :id, -5, current_date, now() - interval '1 day')
                        """).param("month", AUGUST.atDay(1)).param("id", id).update();
        var swept = seen(named).get(0);
        assertThat(swept.reminders()).isEqualTo(1);
        assertThat(swept.remindedAt()).isNotNull();

        assertThat(actors.as(reviewer(), () -> reports.remind(named, Set.of()))).isEqualTo(1);
        var both = seen(named).get(0);
        assertThat(both.reminders()).isEqualTo(2);
        assertThat(both.remindedAt()).isAfter(swept.remindedAt());
        assertThat(seen(named.inMonth(AUGUST.plusMonths(1))).get(0).reminders())
                .as("of another month")
                .isZero();
    }

    @Test
    void howManyAtOnceStandsInTheModel() {
        var other = fixture.enterprise();
        jdbc.sql("UPDATE enterprise SET created_at = '2020-03-01', name = :name WHERE id = :id")
                .param("name", enterpriseOf(account).name() + "分厂")
                .param("id", enterpriseOf(other).id())
                .update();
        models.changed(
                "processes/monthly-report/monthly-report.bpmn",
                model -> model.replace("\"remindedAtOnce\" value=\"2000\"", "\"remindedAtOnce\" value=\"1\"")
                        .replace("\"unreportedInBook\" value=\"5000\"", "\"unreportedInBook\" value=\"1\""),
                () -> {
                    assertThat(seen(named)).hasSize(2);
                    assertThat(actors.as(reviewer(), () -> reports.preview(named, Set.of())))
                            .satisfies(preview -> assertThat(preview.told()).isEqualTo(1))
                            .satisfies(preview -> assertThat(preview.chosen()).isEqualTo(2));
                    assertThat(actors.as(reviewer(), () -> reports.remind(named, Set.of())))
                            .isEqualTo(1);
                    assertThat(lines()).isEqualTo(1);
                    return null;
                });
        assertThat(lines()).isEqualTo(2);
    }

    /** @return enterprises in the workbook */
    private int lines() {
        var out = new ByteArrayOutputStream();
        actors.as(reviewer(), () -> {
            try {
                book.write(named, Locale.SIMPLIFIED_CHINESE, out);
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        });
        try (var read = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return read.getSheetAt(0).getLastRowNum();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void twoRemindersAtOnceAreOne() throws Exception {
        var told = Together.run(2, () -> actors.as(reviewer(), () -> reports.remind(named, Set.of())));
        assertThat(told).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void theWorkbookHasEveryIndicatorAsFarAsItIsFilledIn() throws IOException {
        fixture.filled(account, AUGUST);
        var out = new ByteArrayOutputStream();
        actors.as(reviewer(), () -> {
            try {
                book.write(named, Locale.SIMPLIFIED_CHINESE, out);
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        });
        try (var read = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheet = read.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo(enterpriseOf(account).name());
            var column = 0;
            var headings = sheet.getRow(0);
            while (!headings.getCell(column).getStringCellValue().startsWith("营业收入")) {
                column++;
            }
            assertThat(sheet.getRow(1).getCell(column).getNumericCellValue()).isEqualTo(800);
            assertThat(headings.getLastCellNum()).isGreaterThan((short) 30);
        }
    }
}
