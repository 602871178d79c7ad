package cn.baosong.filing.imports;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.common.Texts;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingCheck;
import cn.baosong.filing.FilingIntake;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.Filings;
import cn.baosong.filing.ReportTask;
import cn.baosong.testing.FilingFixture;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** When no file is taken whatever is in it, and what is left behind then: nothing. */
class ImportRefusalsTest extends ImportScenario {

    @Autowired
    private FilingIntake intake;

    @Autowired
    private TransactionTemplate transaction;

    private Account account;
    private byte[] file;

    @BeforeEach
    void fillIn() {
        account = fixture.enterprise();
        file = good(account).bytes();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNDER_REVIEW", "ACCEPTED", "FROZEN"})
    void aReportThatStandsElsewhereTakesNoFile(FilingStatus status) {
        var filing = brought(status);
        assertThat(status(filing)).isEqualTo(status);
        var before = drafts(account);
        thrown(account, "filing.error.not-editable", file);
        assertProblem("filing.error.not-editable", () -> template(account, MONTH));
        assertThat(drafts(account)).isEqualTo(before);
        assertThat(fixture.now(filing.id())).isEqualTo(filing);
        assertThat(texts.get(Texts.CHINESE, "filing.error.not-editable")).contains("撤销", "变更审定");
    }

    @ParameterizedTest
    @EnumSource(names = {"EDITING", "RETURNED", "UNFROZEN"})
    void aReportThatIsBackWithItsEnterpriseTakesOne(FilingStatus status) {
        var filing = brought(status);
        assertThat(status(filing)).isEqualTo(status);
        assertThat(read(account, MONTH, "", good(account).bytes()).imported()).isTrue();
        assertThat(submit(account, filing).passed()).isTrue();
    }

    private Filing brought(FilingStatus status) {
        return switch (status) {
            case EDITING -> fixture.filled(account, MONTH);
            case UNDER_REVIEW -> fixture.submitted(account, MONTH);
            case ACCEPTED -> fixture.accepted(account, MONTH);
            case RETURNED -> {
                var filing = fixture.submitted(account, MONTH);
                fixture.returnAt(desks.yuhang(), filing, "请核对营业收入");
                yield fixture.now(filing.id());
            }
            case FROZEN, UNFROZEN -> {
                var filing = fixture.filled(account, MONTH);
                var name = "更名之后" + filing.id().toString().substring(0, 8) + "有限公司";
                type(account, filing, FilingFixture.BASIC, Map.of("name", name));
                actors.as(account, () -> filings.freeze(filing.id()));
                if (status == FilingStatus.UNFROZEN) {
                    actors.as(desks.holder(desks.nation()), () -> reviews.accept("key-field-change", filing.id()));
                }
                yield fixture.now(filing.id());
            }
        };
    }

    @Test
    void aClosedMonthTakesNoFileThoughItWasBegun() {
        fixture.filled(account, MONTH);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("UPDATE period SET closes_on = DATE '2021-12-01' WHERE scheme = :scheme AND month = :month")
                    .param("scheme", Filings.SCHEME)
                    .param("month", MONTH.atDay(1))
                    .update();
            thrown(account, "filing.error.closed", file);
            assertProblem("filing.error.closed", () -> template(account, MONTH));
            assertThat(actors.as(account, () -> imports.months(Filings.SCHEME))).doesNotContain(MONTH);
        });
    }

    /** What is good enough at the first look and no longer under the lock. */
    @Test
    void aSecondLookThatRefusesLeavesNothingBehind() {
        var looks = new AtomicInteger();
        Predicate<FilingCheck> once = check -> looks.incrementAndGet() == 1;
        var processes = processes();
        var outcome = actors.as(
                account,
                () -> intake.take(
                        ReportTask.monthly(MONTH), Map.of(FilingFixture.BASIC, Map.of("filler", "孙丙")), once));
        assertThat(looks).hasValue(2);
        assertThat(outcome.taken()).isFalse();
        assertThat(actors.as(account, () -> filings.mine(ReportTask.monthly(MONTH))))
                .isEmpty();
        assertThat(processes()).isEqualTo(processes);

        assertThat(read(account, MONTH, "", file).imported()).isTrue();
    }

    private long processes() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(Filings.SCHEME)
                .count();
    }
}
