package cn.baosong.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.baosong.account.Account;
import cn.baosong.engine.FlowPosition;
import cn.baosong.engine.FlowPosition.Place;
import cn.baosong.testing.FilingFixture;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Where a report stands on its way, over its whole life, in pictures and in words. */
class FlowPositionTest extends FilingScenario {

    @Autowired
    private FlowPosition positions;

    @Autowired
    private FilingWhereabouts whereabouts;

    private Account account;

    @BeforeEach
    void anEnterprise() {
        account = fixture.enterprise();
    }

    private List<Place> at(Filing filing) {
        return positions.of(filing.processInstance());
    }

    private Whereabouts where() {
        return actors.as(account, () -> whereabouts.of(ReportTask.monthly(MONTH)));
    }

    @Test
    void aWholeLife() {
        assertThat(where()).satisfies(at -> {
            assertThat(at.status()).isNull();
            assertThat(at.withMe()).isTrue();
            assertThat(at.since()).isNull();
            assertThat(at.days()).isNegative();
            assertThat(at.nextDesk()).isEqualTo(desks.yuhang().name());
        });

        var filing = fixture.filled(account, MONTH);
        assertThat(at(filing)).singleElement().satisfies(root -> {
            assertThat(root.key()).isEqualTo(FilingProcess.MONTHLY_REPORT);
            assertThat(root.current()).containsExactly("fill-report");
            assertThat(root.walked()).contains("report-opened").doesNotContain("fill-report");
        });
        assertThat(where().since()).isEqualTo(fixture.now(filing.id()).openedAt());

        submit(account, filing);
        assertThat(at(filing)).hasSize(2);
        assertThat(at(filing).get(0).current()).containsExactly("review-report");
        assertThat(at(filing).get(0).walked()).contains("fill-report", "check-filing", "seal-version");
        assertThat(at(filing).get(1).key()).isEqualTo("multi-level-review");
        assertThat(at(filing).get(1).current()).contains("review-direct");
        assertThat(where()).satisfies(at -> {
            assertThat(at.desk()).isEqualTo(desks.yuhang().name());
            assertThat(at.last()).isFalse();
            assertThat(at.withMe()).isFalse();
        });

        fixture.acceptAt(desks.yuhang(), filing);
        assertThat(at(filing).get(1).walked()).contains("review-direct");
        assertThat(at(filing).get(1).current()).isNotEmpty().doesNotContain("review-direct");
        assertThat(where().desk()).isEqualTo(desks.hangzhou().name());

        fixture.returnAt(desks.hangzhou(), filing, "请核对营业收入");
        assertThat(at(filing).get(0).current()).containsExactly("fill-report");
        assertThat(at(filing).get(1).current()).isEmpty();
        assertThat(where().status()).isEqualTo(FilingStatus.RETURNED);

        submit(account, filing);
        assertThat(at(filing).get(1).walked())
                .as("the newest run of the review, not the first")
                .doesNotContain("review-direct");
        for (var desk : List.of(desks.yuhang(), desks.hangzhou(), desks.zhejiang())) {
            fixture.acceptAt(desk, filing);
        }
        assertThat(where().last()).isTrue();
        fixture.acceptAt(desks.nation(), filing);
        assertThat(at(filing)).allSatisfy(place -> assertThat(place.current()).isEmpty());
        assertThat(at(filing).get(0).walked()).contains("review-report", "record-acceptance", "report-accepted");
        assertThat(where().desk()).isNull();
        assertThat(where().status()).isEqualTo(FilingStatus.ACCEPTED);
    }

    @Test
    void aFrozenReportSaysWhenItIsDecidedByItself() {
        var filing = fixture.filled(account, MONTH);
        type(account, filing, FilingFixture.BASIC, Map.of("name", "更名" + filing.id() + "公司"));
        actors.as(account, () -> filings.freeze(filing.id()));

        assertThat(at(filing)).extracting(Place::key).containsExactly("monthly-report", "key-field-change");
        assertThat(at(filing).get(0).current()).containsExactly("change-key-fields");
        assertThat(at(filing).get(1).current()).contains("review-change");
        assertThat(where()).satisfies(at -> {
            assertThat(at.status()).isEqualTo(FilingStatus.FROZEN);
            assertThat(at.desk()).isEqualTo(desks.nation().name());
            assertThat(at.decidesItselfAt()).isAfter(at.since());
        });
    }

    @Test
    void onlyTheOwnerSeesTheWay() {
        var filing = fixture.submitted(account, MONTH);
        var ways = actors.as(account, () -> whereabouts.ways(filing.id()));
        assertThat(ways).hasSize(2).allSatisfy(way -> assertThat(way.bpmn()).contains("<bpmn:process"));
        assertThat(ways.get(0).bpmn()).contains("id=\"review-report\"");

        var stranger = fixture.enterprise();
        assertProblem("filing.error.not-found", () -> actors.as(stranger, () -> whereabouts.ways(filing.id())));
        assertThat(catchThrowable(() -> actors.as(desks.holder(desks.yuhang()), () -> whereabouts.ways(filing.id()))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void nobodyKnowsNothing() {
        assertThat(positions.of(UUID.randomUUID().toString())).isEmpty();
        assertThat(positions.of("'; DROP TABLE filing; --")).isEmpty();
    }
}
