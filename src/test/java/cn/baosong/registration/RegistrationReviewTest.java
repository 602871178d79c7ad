package cn.baosong.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.baosong.account.Account;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.When;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskLevel;
import cn.baosong.organization.Desks;
import cn.baosong.review.Decision;
import cn.baosong.review.ReviewFilter;
import cn.baosong.testing.ModelFixture;
import cn.baosong.testing.RegistrationFixture;
import cn.baosong.testing.Together;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who reviews a registration, in which order, and what becomes of it when two act at once. */
class RegistrationReviewTest extends RegistrationScenario {

    private static final String YUHANG = "330110";
    private static final String HAISHU = "330203";

    @Autowired
    private Desks deskService;

    @Autowired
    private Enterprises enterprises;

    private Registration submitted(String region) {
        return fixture.submitted(actors.applicant(), RegistrationFixture.values(region));
    }

    /** Opened under a copy of the model that ends the chain at another level. */
    private Registration submittedWithChainEnd(String level, String region) {
        return models.changed(
                ModelFixture.REGISTRATION_MODEL,
                model -> model.replace(
                        "name=\"chainEnd\" value=\"DIRECT\"", "name=\"chainEnd\" value=\"" + level + "\""),
                () -> submitted(region));
    }

    @Test
    void twoWhoAcceptAtOnceAreOneAcceptance() throws InterruptedException {
        var one = desks.holder(desks.yuhang());
        var other = desks.newHolder(desks.yuhang());
        var registration = submitted(YUHANG);
        var next = new AtomicInteger();

        var outcomes = Together.run(2, () -> {
            accept(next.getAndIncrement() == 0 ? one : other, registration);
            return "done";
        });

        assertThat(outcomes.stream().filter("done"::equals)).hasSize(1);
        var told = (Problem)
                outcomes.stream().filter(Problem.class::isInstance).findFirst().orElseThrow();
        var action = actors.as(one, () -> reviews.page(KIND, registration.id(), Texts.CHINESE))
                .orElseThrow()
                .actions();
        assertThat(action).singleElement().satisfies(done -> {
            assertThat(told.key()).isEqualTo("review.error.approved-by");
            assertThat(told.arguments()).containsExactly(done.actor(), When.exact(done.at()));
            assertThat(texts.get(Texts.CHINESE, told)).contains(done.actor());
        });
        assertThat(path(registration)).containsExactly(RegistrationStatus.UNDER_REVIEW, RegistrationStatus.APPROVED);
    }

    @Test
    void oneAcceptsAndOneReturnsAndTheFirstCounts() throws InterruptedException {
        var one = desks.holder(desks.yuhang());
        var other = desks.newHolder(desks.yuhang());
        for (var round = 0; round < 3; round++) {
            var registration = submitted(YUHANG);
            var next = new AtomicInteger();

            var outcomes = Together.run(2, () -> {
                if (next.getAndIncrement() == 0) {
                    accept(one, registration);
                    return Decision.ACCEPTED;
                }
                sendBack(other, registration, "请核对");
                return Decision.RETURNED;
            });

            var won = (Decision) outcomes.stream()
                    .filter(Decision.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            var told = (Problem) outcomes.stream()
                    .filter(Problem.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            assertThat(told.key())
                    .isEqualTo(won == Decision.ACCEPTED ? "review.error.approved-by" : "review.error.returned-by");
            assertThat(told.arguments()[0]).isEqualTo(won == Decision.ACCEPTED ? one.loginName() : other.loginName());
            assertThat(status(registration))
                    .isEqualTo(won == Decision.ACCEPTED ? RegistrationStatus.APPROVED : RegistrationStatus.RETURNED);
            assertThat(path(registration)).hasSize(2);
        }
    }

    @Test
    void whoComesLaterIsToldWhoActed() {
        var one = desks.holder(desks.yuhang());
        var late = desks.newHolder(desks.yuhang());
        var registration = submitted(YUHANG);
        sendBack(one, registration, "请核对");

        assertProblem("review.error.returned-by", () -> accept(late, registration));
        assertProblem("review.error.returned-by", () -> sendBack(late, registration, "也请核对"));
        assertThat(fixture.now(registration.id()).returnReason()).isEqualTo("请核对");
    }

    @Test
    void whatWasSubmittedAnewIsNotDecidedByAnOldPage() {
        var quick = desks.holder(desks.yuhang());
        var slow = desks.newHolder(desks.yuhang());
        var registration = submitted(YUHANG);
        var seen = actors.as(slow, () -> reviews.waitingFor(registration.id())).orElseThrow();
        sendBack(quick, registration, "请核对");
        submit(applicantOf(registration), registration);

        assertProblem("review.error.returned-by", () -> actors.as(slow, () -> reviews.accept(seen)));
        assertProblem("review.error.returned-by", () -> actors.as(slow, () -> reviews.sendBack(seen, "x")));

        assertThat(status(registration)).isEqualTo(RegistrationStatus.UNDER_REVIEW);
        actors.as(
                slow, () -> reviews.accept(reviews.waitingFor(registration.id()).orElseThrow()));
        assertThat(status(registration)).isEqualTo(RegistrationStatus.APPROVED);
    }

    @Test
    void reviewingAndGivingUpAtOnceEndsInOneOfBoth() throws InterruptedException {
        var reviewer = desks.holder(desks.yuhang());
        for (var round = 0; round < 3; round++) {
            var applicant = actors.applicant();
            var registration = fixture.submitted(applicant, RegistrationFixture.values(YUHANG));
            var next = new AtomicInteger();

            var outcomes = Together.run(2, () -> {
                if (next.getAndIncrement() == 0) {
                    accept(reviewer, registration);
                } else {
                    actors.as(applicant, () -> registrations.cancel(registration.id()));
                }
                return "done";
            });

            assertThat(outcomes.stream().filter("done"::equals))
                    .as(outcomes.toString())
                    .hasSize(1);
            assertThat(outcomes.stream().filter(Problem.class::isInstance)).hasSize(1);
            assertThat(enterprises.ofAccount(applicant.id()).isPresent())
                    .isEqualTo(status(registration) == RegistrationStatus.APPROVED);
            assertThat(waitsAt(registration)).isNull();
        }
    }

    @Test
    void aReviewerOfAnotherDeskIsRefused() {
        var registration = submitted(YUHANG);
        for (var desk : List.of(desks.haishu(), desks.ningbo(), desks.hangzhou(), desks.zhejiang(), desks.nation())) {
            var stranger = desks.holder(desk);
            assertThat(sees(stranger, registration)).isFalse();
            assertThat(actors.as(stranger, () -> reviews.page(KIND, registration.id(), Texts.CHINESE)))
                    .isEmpty();
            assertProblem("review.error.not-yours", () -> accept(stranger, registration));
            assertProblem("review.error.not-yours", () -> sendBack(stranger, registration, "x"));
        }
        assertProblem(
                "review.error.not-yours",
                () -> actors.as(desks.holder(desks.yuhang()), () -> reviews.accept(KIND, UUID.randomUUID())));
        assertThat(status(registration)).isEqualTo(RegistrationStatus.UNDER_REVIEW);
    }

    @Test
    void whoHoldsTheDeskNoLongerIsRefused() {
        var desk = desks.under(desks.hangzhou(), DeskLevel.COUNTY, desks.freshCounty("3301"));
        var former = desks.newHolder(desk);
        var registration = submitted(desk.region());
        assertThat(waitsAt(registration)).isEqualTo(desk.id());

        var holding =
                actors.as(former, () -> deskService.holders(desk.id())).get(0).id();
        actors.as(desks.holder(desks.hangzhou()), () -> deskService.release(holding));

        assertThat(sees(former, registration)).isFalse();
        assertProblem("review.error.not-yours", () -> accept(former, registration));
        assertThat(waitsAt(registration)).as("the review stays at the desk").isEqualTo(desk.id());
        accept(desks.newHolder(desk), registration);
        assertThat(status(registration)).isEqualTo(RegistrationStatus.APPROVED);
    }

    @Test
    void theNearestDeskWithAHolderReviews() {
        var hangzhou = desks.hangzhou();
        desks.holder(hangzhou);
        var none = desks.freshCounty("3301");
        assertThat(waitsAt(submitted(none))).as("no desk in the county").isEqualTo(hangzhou.id());

        var vacant = desks.under(hangzhou, DeskLevel.COUNTY, none);
        assertThat(waitsAt(submitted(none))).as("a desk nobody holds").isEqualTo(hangzhou.id());

        desks.newHolder(vacant);
        assertThat(waitsAt(submitted(none))).isEqualTo(vacant.id());
    }

    @Test
    void whereNoRegionHasADeskTheNationReviews() {
        desks.holder(desks.nation());
        var registration = submitted(desks.freshCounty("6201"));
        assertThat(waitsAt(registration)).isEqualTo(desks.nation().id());
        accept(desks.holder(desks.nation()), registration);
        assertThat(status(registration)).isEqualTo(RegistrationStatus.APPROVED);
    }

    @Test
    void theChainWalksUpToTheNation() {
        var county = desks.holder(desks.yuhang());
        var city = desks.holder(desks.hangzhou());
        var province = desks.holder(desks.zhejiang());
        var nation = desks.holder(desks.nation());
        var registration = submittedWithChainEnd("NATION", YUHANG);
        var process = process(registration);
        var review = BpmnAwareTests.calledProcessInstance("multi-level-review", process);
        assertThat(review).isWaitingAt("review-direct");

        for (var step : List.of(
                new Station(county, desks.yuhang(), desks.hangzhou()),
                new Station(city, desks.hangzhou(), desks.zhejiang()),
                new Station(province, desks.zhejiang(), desks.nation()))) {
            assertThat(waitsAt(registration)).isEqualTo(step.at.id());
            assertProblem("review.error.not-yours", () -> accept(nation, registration));
            accept(step.reviewer, registration);
            assertThat(review).isWaitingAt("review-upper");
            assertThat(waitsAt(registration)).isEqualTo(step.next.id());
            assertProblem("review.error.approved-by", () -> accept(step.reviewer, registration));
            assertThat(status(registration)).isEqualTo(RegistrationStatus.UNDER_REVIEW);
        }
        accept(nation, registration);

        assertThat(review)
                .hasPassedInOrder(
                        "assign-direct-desk",
                        "review-direct",
                        "assign-superior-desk",
                        "review-upper",
                        "record-accepted",
                        "review-accepted")
                .isEnded();
        assertThat(process).isEnded();
        assertThat(status(registration)).isEqualTo(RegistrationStatus.APPROVED);
        assertThat(enterprises.ofAccount(registration.account()).orElseThrow().directDesk())
                .as("the direct desk stays direct, whoever accepted last")
                .isEqualTo(desks.yuhang().id());
        assertThat(actors.as(county, () -> reviews.page(KIND, registration.id(), Texts.CHINESE))
                        .orElseThrow()
                        .actions())
                .extracting(action -> action.desk())
                .containsExactly(
                        desks.yuhang().id(),
                        desks.hangzhou().id(),
                        desks.zhejiang().id(),
                        desks.nation().id());
    }

    @Test
    void aDrawingThatEndsTheChainEarlyLetsNothingThrough() {
        var county = desks.holder(desks.yuhang());
        var registration = models.changed(
                "processes/review/multi-level-review.bpmn",
                model -> model.replace("${atChainEnd}", "${decision == 'accepted'}"),
                () -> submittedWithChainEnd("NATION", YUHANG));

        assertThatThrownBy(() -> accept(county, registration))
                .hasMessageContaining("the review ended before its chain did");

        assertThat(status(registration)).isEqualTo(RegistrationStatus.UNDER_REVIEW);
        assertThat(waitsAt(registration)).isEqualTo(desks.yuhang().id());
    }

    private record Station(Account reviewer, Desk at, Desk next) {}

    @Test
    void ningboReportsToTheNation() {
        var registration = submittedWithChainEnd("NATION", HAISHU);
        assertThat(waitsAt(registration)).isEqualTo(deskAt(desks.haishu()));
        accept(desks.holder(desks.haishu()), registration);
        assertThat(waitsAt(registration)).isEqualTo(desks.ningbo().id());
        accept(desks.holder(desks.ningbo()), registration);
        assertThat(waitsAt(registration))
                .as("not Zhejiang")
                .isEqualTo(desks.nation().id());
        accept(desks.holder(desks.nation()), registration);
        assertThat(status(registration)).isEqualTo(RegistrationStatus.APPROVED);
    }

    private UUID deskAt(Desk desk) {
        desks.holder(desk);
        return desk.id();
    }

    @Test
    void theChainEndsWhereTheModelSaysSo() {
        var registration = submittedWithChainEnd("CITY", YUHANG);
        accept(desks.holder(desks.yuhang()), registration);
        assertThat(waitsAt(registration)).isEqualTo(desks.hangzhou().id());
        accept(desks.holder(desks.hangzhou()), registration);
        assertThat(status(registration)).isEqualTo(RegistrationStatus.APPROVED);
    }

    @Test
    void anUpperLevelReturnsTheWholeWay() {
        var registration = submittedWithChainEnd("NATION", YUHANG);
        var process = process(registration);
        var review = BpmnAwareTests.calledProcessInstance("multi-level-review", process);
        accept(desks.holder(desks.yuhang()), registration);
        sendBack(desks.holder(desks.hangzhou()), registration, "市级退回");

        assertThat(review)
                .hasPassedInOrder("review-upper", "record-returned", "review-returned")
                .isEnded();
        assertThat(process).isWaitingAt("fill-registration");
        assertThat(fixture.now(registration.id()).returnReason()).isEqualTo("市级退回");
        var applicant = applicantOf(registration);
        assertThat(submit(applicant, registration).passed()).isTrue();
        assertThat(waitsAt(registration))
                .as("from the bottom again")
                .isEqualTo(desks.yuhang().id());
    }

    private Account applicantOf(Registration registration) {
        return accounts.find(registration.account()).orElseThrow();
    }

    @Test
    void theInboxShowsWhatWaitsAtMyDesksOnly() {
        var desk = desks.under(desks.hangzhou(), DeskLevel.COUNTY, desks.freshCounty("3301"));
        var reviewer = desks.newHolder(desk);
        var first = submitted(desk.region());
        var second = submitted(desk.region());
        submitted(YUHANG);

        actors.as(reviewer, () -> {
            assertThat(reviews.waiting(new ReviewFilter(KIND, ""), 0, 10))
                    .extracting(item -> item.subject())
                    .containsExactly(first.id(), second.id());
            assertThat(reviews.countWaiting(new ReviewFilter(KIND, ""))).isEqualTo(2);
            assertThat(reviews.waiting(new ReviewFilter(KIND, first.name()), 0, 10))
                    .hasSize(1);
            assertThat(reviews.waiting(new ReviewFilter("other-kind", ""), 0, 10))
                    .isEmpty();
            reviews.accept(KIND, first.id());
            assertThat(reviews.countWaiting(new ReviewFilter(KIND, ""))).isEqualTo(1);
            assertThat(reviews.decided(new ReviewFilter(KIND, ""), 0, 10)).hasSize(1);
            assertThat(reviews.countDecided(new ReviewFilter(KIND, ""))).isEqualTo(1);
        });
    }

    @Test
    void searchingIsNoQueryLanguage() {
        var reviewer = desks.holder(desks.yuhang());
        submitted(YUHANG);
        actors.as(reviewer, () -> {
            for (var text : List.of(
                    "' OR '1'='1", "%", "_", "\\", "'; DROP TABLE review_item; --", ":desks", "{0}", "${1+1}")) {
                assertThat(reviews.waiting(new ReviewFilter(KIND, text), 0, 100))
                        .as(text)
                        .isEmpty();
                assertThat(reviews.countWaiting(new ReviewFilter(KIND, text))).isZero();
                assertThat(reviews.decided(new ReviewFilter(KIND, text), 0, 100))
                        .isEmpty();
            }
            assertThat(reviews.countWaiting(new ReviewFilter(KIND, ""))).isPositive();
        });
    }
}
