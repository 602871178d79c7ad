package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import cn.baosong.account.Accounts;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.Filings;
import cn.baosong.filing.Periods;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.organization.DeskLevel;
import cn.baosong.organization.Desks;
import cn.baosong.review.HandedOver;
import cn.baosong.review.HandoverCause;
import cn.baosong.review.ReviewItem;
import cn.baosong.review.ReviewRecord;
import cn.baosong.review.Screening;
import cn.baosong.review.query.HandoverQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The reports of the demo world, as the application of the browser tests made them at its start. */
class DemoReportsTest extends BrowserTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private FilingRepository filings;

    @Autowired
    private Periods periods;

    @Autowired
    private ReviewRecord record;

    @Autowired
    private HandoverQueries handovers;

    @Autowired
    private Desks desks;

    private Optional<Filing> report(String login, YearMonth month) {
        var account = accounts.findByLoginName(login).orElseThrow();
        var enterprise = enterprises.ofAccount(account.id()).orElseThrow();
        return filings.find(Filings.SCHEME, month, enterprise.id());
    }

    private List<Filing> past(String login) {
        var current = periods.current();
        var account = accounts.findByLoginName(login).orElseThrow();
        return filings.between(
                Filings.SCHEME,
                enterprises.ofAccount(account.id()).orElseThrow().id(),
                current.minusMonths(13),
                current.minusMonths(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demoent01", "demoent06", "demoent07", "demoent10", "demoent13", "demoent14"})
    void thirteenMonthsAreAccepted(String login) {
        assertThat(past(login)).hasSize(13).allSatisfy(filing -> {
            assertThat(filing.status()).isEqualTo(FilingStatus.ACCEPTED);
            assertThat(filing.versions()).isEqualTo(1);
        });
    }

    @Test
    void oneFigureIsExplainedAndNothingElseIsFound() {
        for (var login : List.of("demoent06", "demoent07", "demoent10", "demoent13", "demoent14")) {
            assertThat(past(login)).flatExtracting(Filing::findings).as(login).isEmpty();
        }
        assertThat(past("demoent01"))
                .flatExtracting(Filing::findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.explanation()).contains("缓缴"));
        var screened = report("demoent13", periods.current()).orElseThrow().screening();
        assertThat(screened).as("last month and last year are there").isEqualTo(Screening.PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "demoent06, UNDER_REVIEW",
        "demoent13, UNDER_REVIEW",
        "demoent07, RETURNED",
        "demoent14,",
        "demoent17, UNFROZEN"
    })
    void theCurrentMonthDiffers(String login, FilingStatus status) {
        assertThat(report(login, periods.current()).map(Filing::status)).isEqualTo(Optional.ofNullable(status));
    }

    /** It waits for two minutes; then the model approves it. */
    @Test
    void aNewNameFreezesTheReportUntilItIsDecided() {
        assertThat(report("demoent10", periods.current()).orElseThrow().status())
                .isIn(FilingStatus.FROZEN, FilingStatus.UNFROZEN);
        assertThat(report("demoent01", periods.current()).orElseThrow().status())
                .isEqualTo(FilingStatus.EDITING);
    }

    /** By the models' own time: due after five days, handed on after three more by the daily sweep. */
    @Test
    void oneReviewIsOverdueAndOneWasHandedOnToTheDeskAbove() {
        var late = waiting("demoent15");
        assertThat(late.due()).isBefore(Instant.now());
        assertThat(desks.find(late.desk()).orElseThrow().level()).isEqualTo(DeskLevel.COUNTY);
        await().until(() ->
                desks.find(waiting("demoent16").desk()).orElseThrow().level() != DeskLevel.COUNTY);
        var handed = waiting("demoent16");
        assertThat(handed.due()).as("counted anew").isAfter(Instant.now());
        assertThat(handed.since()).isBefore(Instant.now().minus(Duration.ofDays(8)));
        assertThat(handovers.of(handed.subject()))
                .extracting(HandedOver::cause, HandedOver::to)
                .containsExactly(tuple(HandoverCause.OVERDUE, handed.desk()));
    }

    private ReviewItem waiting(String login) {
        var enterprise = enterprises
                .ofAccount(accounts.findByLoginName(login).orElseThrow().id())
                .orElseThrow();
        var current = periods.current();
        return filings.between(Filings.SCHEME, enterprise.id(), current.minusMonths(1), current).stream()
                .flatMap(filing -> record.waiting(filing.id()).stream())
                .findFirst()
                .orElseThrow();
    }
}
