package cn.baosong.filing.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.common.PlatformTime;
import cn.baosong.common.Texts;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.Filings;
import cn.baosong.messaging.PersonalMessages;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.ModelFixture;
import cn.baosong.testing.Sweeps;
import cn.baosong.testing.Together;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Enterprises are reminded of a month they have not filed, each occasion once (催报; MON-02). */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RemindersTest {

    private static final String MODEL = "processes/monthly-report/remind.bpmn";

    /** Long past, and no month of any other test's reminders: what is due in it stands on its own day. */
    private static final YearMonth MONTH = YearMonth.of(2019, 2);

    @Autowired
    private FilingFixture reports;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private PersonalMessages messages;

    @Autowired
    private Sweeps sweeps;

    @Autowired
    private ModelFixture models;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private LocalDate due;

    @BeforeEach
    void remember() {
        due = dueOn(MONTH);
    }

    @AfterEach
    void asItWas() {
        setDue(due);
    }

    private LocalDate dueOn(YearMonth month) {
        return jdbc.sql("SELECT due_on FROM period WHERE scheme = :scheme AND month = :month")
                .param("scheme", Filings.SCHEME)
                .param("month", month.atDay(1))
                .query(LocalDate.class)
                .single();
    }

    private void setDue(LocalDate day) {
        jdbc.sql("UPDATE period SET due_on = :day WHERE scheme = :scheme AND month = :month")
                .param("day", day)
                .param("scheme", Filings.SCHEME)
                .param("month", MONTH.atDay(1))
                .update();
    }

    /** Today is this many days from the day the month is asked for by. */
    private void today(int days) {
        setDue(LocalDate.now(clock).minusDays(days));
    }

    /** @return an enterprise registered in the month or before */
    private Account enterprise() {
        var account = reports.enterprise();
        registered(account, MONTH.atDay(3));
        return account;
    }

    private UUID id(Account account) {
        return enterprises.ofAccount(account.id()).orElseThrow().id();
    }

    private void registered(Account account, LocalDate day) {
        jdbc.sql("UPDATE enterprise SET created_at = :at WHERE id = :id")
                .param("at", Timestamp.from(day.atStartOfDay(PlatformTime.ZONE).toInstant()))
                .param("id", id(account))
                .update();
    }

    private List<String> told(Account account) {
        return messages.newest(account.id(), false, 0, 20, Texts.CHINESE).stream()
                .map(message -> message.text())
                .filter(text -> text.contains(MONTH + " 的报表"))
                .toList();
    }

    private void sweep() throws Exception {
        sweeps.run(ReminderProcess.KEY);
    }

    private void sweep(UnaryOperator<String> change) {
        models.changed(MODEL, change, () -> {
            try {
                sweep();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
            return null;
        });
    }

    @Test
    void eachOccasionIsToldOnceBeforeAndAfterTheDay() throws Exception {
        var account = enterprise();
        today(-6);
        sweep();
        assertThat(told(account)).isEmpty();

        today(-5);
        sweep();
        sweep();
        assertThat(told(account)).singleElement().asString().contains("尚未上报，请于 " + dueOn(MONTH) + " 前完成填报");

        today(1);
        sweep();
        assertThat(told(account)).hasSize(2).anySatisfy(text -> assertThat(text).contains("请尽快补报"));

        today(3);
        sweep();
        assertThat(told(account)).as("made up for two days, and told already").hasSize(2);
        today(8);
        sweep();
        assertThat(told(account)).as("long past").hasSize(2);
    }

    @Test
    void aReminderMissedWhileStoppedIsMadeUpFor() throws Exception {
        var account = enterprise();
        today(7);
        sweep();
        assertThat(told(account)).as("the newest alone").hasSize(1);
    }

    @Test
    void whoHasFiledWasDisabledOrCameLaterIsLeftOut() throws Exception {
        var filed = enterprise();
        var disabled = enterprise();
        var later = reports.enterprise();
        var returned = enterprise();
        registered(later, MONTH.plusMonths(1).atDay(1));
        reports.submitted(filed, MONTH);
        reports.returnAt(desks.yuhang(), reports.submitted(returned, MONTH), "请核对");
        jdbc.sql("UPDATE enterprise SET state = 'DISABLED' WHERE id = :id")
                .param("id", id(disabled))
                .update();
        today(-1);
        sweep();
        assertThat(told(filed)).isEmpty();
        assertThat(told(disabled)).isEmpty();
        assertThat(told(later)).isEmpty();
        assertThat(told(returned)).filteredOn(text -> text.contains("尚未上报")).hasSize(1);
    }

    @Test
    void twoNodesAtOnceInSmallChunksTellEachOnce() {
        var accounts = List.of(enterprise(), enterprise(), enterprise());
        today(-5);
        models.changed(
                MODEL, model -> model.replace("name=\"chunk\" value=\"200\"", "name=\"chunk\" value=\"2\""), () -> {
                    try {
                        return sweeps.byHand(ReminderProcess.KEY, () -> {
                            assertThat(Together.run(2, () -> sweeps.sweep(ReminderProcess.KEY)))
                                    .allSatisfy(jobs -> assertThat(jobs).isInstanceOf(Integer.class));
                            return null;
                        });
                    } catch (Exception failure) {
                        throw new IllegalStateException(failure);
                    }
                });
        assertThat(accounts).allSatisfy(account -> assertThat(told(account)).hasSize(1));
    }

    @Test
    void aModelWithoutAWayTellsNobody() {
        var account = enterprise();
        today(-5);
        sweep(model -> model.replace("name=\"channel\" value=\"inbox\"", "name=\"channel\" value=\"none\""));
        assertThat(told(account)).isEmpty();
    }
}
