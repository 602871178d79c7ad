package cn.baosong.filing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.organization.Desk;
import cn.baosong.testing.FilingFixture;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What can be done with a report: status by month by who has acted (HIS-02 to 10, CHG-03 to 05). */
class FilingHistoryTest extends FilingScenario {

    @Autowired
    private FilingHistory history;

    @Autowired
    private Periods periods;

    private Account account;

    @BeforeEach
    void anEnterprise() {
        account = fixture.enterprise();
    }

    private HistoryLine line(YearMonth month) {
        return actors.as(account, () -> history.line(ReportTask.monthly(month)).orElseThrow());
    }

    private void assertCan(YearMonth month, FilingAction... actions) {
        assertThat(line(month).actions()).isEqualTo(Set.copyOf(Arrays.asList(actions)));
    }

    @Test
    void anUnfilledMonth() {
        assertCan(MONTH, FilingAction.FILL_LATE);
        assertCan(periods.current(), FilingAction.EDIT);
        assertThat(line(MONTH).status()).isNull();
    }

    @Test
    void theCurrentMonthIsEditedAndNotLate() {
        var filing = fixture.filled(account, periods.current());
        assertThat(filing.late()).isFalse();
        assertCan(periods.current(), FilingAction.EDIT, FilingAction.VIEW);
        submit(account, filing);
        assertCan(periods.current(), FilingAction.WITHDRAW, FilingAction.VIEW);
    }

    @Test
    void anEarlierMonthOverItsLife() {
        var filing = fixture.filled(account, MONTH);
        assertCan(MONTH, FilingAction.FILL_LATE, FilingAction.VIEW);
        submit(account, filing);
        assertCan(MONTH, FilingAction.WITHDRAW, FilingAction.VIEW);
        assertProblem(
                "filing.withdraw.instead", () -> actors.as(account, () -> history.requestReturn(filing.id(), "错了")));

        fixture.acceptAt(desks.yuhang(), filing);
        assertCan(MONTH, FilingAction.REQUEST_RETURN, FilingAction.VIEW);
        assertProblem(
                "review.error.request-reason",
                () -> actors.as(account, () -> history.requestReturn(filing.id(), "  ")));
        actors.as(account, () -> history.requestReturn(filing.id(), "营业收入多填一位"));
        assertCan(MONTH, FilingAction.VIEW);
        assertThat(line(MONTH).request().reason()).isEqualTo("营业收入多填一位");

        fixture.returnAt(desks.hangzhou(), filing, "请改正");
        assertCan(MONTH, FilingAction.FILL_LATE, FilingAction.RETURN_REASON, FilingAction.VIEW);
        assertThat(line(MONTH).request()).isNull();
        assertProblem(
                "filing.error.not-waiting-return",
                () -> actors.as(account, () -> history.requestReturn(filing.id(), "再退")));

        submit(account, filing);
        assertCan(MONTH, FilingAction.WITHDRAW, FilingAction.VIEW);
        for (var desk = desks.yuhang(); status(filing) != FilingStatus.ACCEPTED; desk = above(desk)) {
            fixture.acceptAt(desk, filing);
        }
        assertCan(MONTH, FilingAction.VIEW);
    }

    private Desk above(Desk desk) {
        return desk.id().equals(desks.yuhang().id())
                ? desks.hangzhou()
                : desk.id().equals(desks.hangzhou().id()) ? desks.zhejiang() : desks.nation();
    }

    @Test
    void aChangeOfKeyFields() {
        var filing = fixture.filled(account, MONTH);
        type(account, filing, FilingFixture.BASIC, Map.of("name", "更名" + filing.id() + "公司"));
        assertCan(MONTH, FilingAction.FILL_LATE, FilingAction.VIEW);
        actors.as(account, () -> filings.freeze(filing.id()));
        assertCan(MONTH, FilingAction.VIEW);
        assertThat(line(MONTH).change().state()).isEqualTo(KeyFieldChange.State.WAITING);

        actors.as(desks.holder(desks.nation()), () -> reviews.sendBack("key-field-change", filing.id(), "缺少证明"));
        assertCan(MONTH, FilingAction.CHANGE_REASON, FilingAction.FILL_LATE, FilingAction.VIEW);
        assertThat(line(MONTH).change().reason()).isEqualTo("缺少证明");

        actors.as(account, () -> filings.freeze(filing.id()));
        actors.as(desks.holder(desks.nation()), () -> reviews.accept("key-field-change", filing.id()));
        assertCan(MONTH, FilingAction.CONTINUE, FilingAction.FILL_LATE, FilingAction.VIEW);

        submit(account, filing);
        assertCan(MONTH, FilingAction.WITHDRAW, FilingAction.VIEW);
    }

    @Test
    void aReturnedChangeIsForgottenOnceTheReportWasSubmitted() {
        var filing = fixture.filled(account, MONTH);
        var name = enterpriseOf(account).name();
        type(account, filing, FilingFixture.BASIC, Map.of("name", "更名" + filing.id() + "公司"));
        actors.as(account, () -> filings.freeze(filing.id()));
        actors.as(desks.holder(desks.nation()), () -> reviews.sendBack("key-field-change", filing.id(), "不同意"));
        type(account, filing, FilingFixture.BASIC, Map.of("name", name));
        assertThat(submit(account, filing).passed()).isTrue();
        actors.as(account, () -> filings.withdraw(filing.id()));
        assertCan(MONTH, FilingAction.FILL_LATE, FilingAction.VIEW);
    }

    @Test
    void anInactiveEnterpriseBeginsNothing() {
        jdbc.sql("UPDATE enterprise SET state = 'DISABLED' WHERE id = :id")
                .param("id", enterpriseOf(account).id())
                .update();
        assertCan(MONTH);
    }

    @Test
    void monthsBeforeTheRegistrationAreListedWhereAReportStandsOrOnDemand() {
        fixture.filled(account, MONTH);
        var first = MONTH.withMonth(1);
        var last = MONTH.withMonth(12);
        assertThat(actors.as(account, () -> history.lines(Filings.SCHEME, first, last, false)))
                .extracting(HistoryLine::month)
                .containsExactly(MONTH);
        assertThat(actors.as(account, () -> history.lines(Filings.SCHEME, first, last, true)))
                .extracting(HistoryLine::month)
                .hasSize(12)
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(actors.as(account, () -> history.hasEarlier(Filings.SCHEME, first, last)))
                .isTrue();
        assertThat(actors.as(account, () -> history.hasEarlier(Filings.SCHEME, periods.current(), periods.current())))
                .isFalse();
    }

    @Test
    void nobodyAsksForTheReportOfAnother() {
        var filing = fixture.submitted(account, MONTH);
        fixture.acceptAt(desks.yuhang(), filing);
        var stranger = fixture.enterprise();
        assertProblem(
                "filing.error.not-found", () -> actors.as(stranger, () -> history.requestReturn(filing.id(), "退回")));
        assertProblem("filing.error.not-found", () -> actors.as(stranger, () -> history.values(filing.id())));
        assertProblem("filing.error.not-found", () -> actors.as(stranger, () -> history.steps(filing.id())));
        assertThat(actors.as(stranger, () -> history.line(ReportTask.monthly(MONTH))
                        .orElseThrow()
                        .filing()))
                .isNull();
    }
}
