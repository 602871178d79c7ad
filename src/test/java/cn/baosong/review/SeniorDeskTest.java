package cn.baosong.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.baosong.account.Role;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskLevel;
import cn.baosong.organization.Desks;
import cn.baosong.testing.ReviewProbe;
import cn.baosong.testing.Together;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Who becomes a senior administrator by whom, and which of them reviews (ROLE-04, CHG-02). */
class SeniorDeskTest extends ReviewScenario {

    @Autowired
    private Desks deskService;

    private Desk city;
    private Desk county;

    @BeforeEach
    void aCityAndACounty() {
        city = desks.under(desks.zhejiang(), DeskLevel.CITY, "3303");
        county = desks.under(city, DeskLevel.COUNTY, desks.freshCounty("3303"));
        desks.holder(city);
        desks.newHolder(county);
    }

    @AfterEach
    void nobodyStaysSenior() {
        setSenior(desks.zhejiang(), city, false);
        setSenior(city, county, false);
    }

    private void setSenior(Desk by, Desk desk, boolean senior) {
        actors.as(desks.holder(by), () -> deskService.setSenior(desk.id(), senior));
    }

    private boolean isSenior(Desk desk) {
        return deskService.find(desk.id()).orElseThrow().isSenior();
    }

    @Test
    void theDeskAboveGivesAndTakesTheGrant() {
        setSenior(city, county, true);
        setSenior(city, county, true);
        assertThat(deskService.find(county.id()).orElseThrow().grants()).containsExactly(Desk.SENIOR);
        setSenior(city, county, false);
        assertThat(isSenior(county)).isFalse();
        setSenior(city, county, false);
        assertThat(deskService.find(county.id()).orElseThrow().grants()).isEmpty();
    }

    @Test
    void nobodyElseDoes() {
        for (var stranger : new Desk[] {desks.nation(), desks.zhejiang(), county, desks.hangzhou(), desks.ningbo()}) {
            assertProblem("organization.error.not-yours", () -> setSenior(stranger, county, true));
        }
        assertProblem("organization.error.not-yours", () -> setSenior(city, city, true));
        assertProblem("organization.error.not-yours", () -> setSenior(desks.nation(), desks.nation(), true));
        actors.as(desks.holder(city), () -> {
            assertProblem("organization.error.not-yours", () -> deskService.setSenior(UUID.randomUUID(), true));
            assertProblem("organization.error.not-yours", () -> deskService.setSenior(null, true));
        });
        for (var role : new Role[] {Role.ENTERPRISE, Role.OPERATOR, Role.PROCESS_OWNER, Role.SENIOR}) {
            var person = actors.account(role);
            assertThatThrownBy(() -> actors.as(person, () -> deskService.setSenior(county.id(), true)))
                    .isInstanceOf(AccessDeniedException.class);
        }
        var without = actors.account(Role.REVIEWER);
        assertProblem(
                "organization.error.not-yours",
                () -> actors.as(without, () -> deskService.setSenior(county.id(), true)));
        assertThat(isSenior(county)).isFalse();
    }

    @Test
    void givenFromTwoPagesAtOnceItIsOneGrant() throws InterruptedException {
        var outcomes = Together.run(4, () -> {
            setSenior(city, county, true);
            return "given";
        });
        assertThat(outcomes).containsOnly("given");
        assertThat(deskService.find(county.id()).orElseThrow().grants()).containsExactly(Desk.SENIOR);
    }

    @Test
    void theNearestSeniorDeskReviewsAloneAndOtherwiseTheNation() {
        assertThat(seniorOf(county))
                .as("nobody is senior")
                .isEqualTo(desks.nation().id());

        setSenior(desks.zhejiang(), city, true);
        assertThat(seniorOf(county)).isEqualTo(city.id());

        setSenior(city, county, true);
        assertThat(seniorOf(county)).as("the direct desk itself").isEqualTo(county.id());
    }

    @Test
    void aSeniorDeskNobodyHoldsIsPassedOver() {
        setSenior(desks.zhejiang(), city, true);
        var holder = desks.holder(city);
        var superior = desks.holder(desks.zhejiang());
        var holding = actors.as(superior, () -> deskService.holders(city.id())).stream()
                .filter(held -> held.account().equals(holder.id()))
                .findFirst()
                .orElseThrow()
                .id();
        actors.as(superior, () -> deskService.release(holding));
        try {
            assertThat(seniorOf(county)).isEqualTo(desks.nation().id());
        } finally {
            actors.as(superior, () -> deskService.assign(city.id(), holder.loginName(), false, null, null));
        }
        assertThat(seniorOf(county)).isEqualTo(city.id());
    }

    /** @return where a subject of the county waits whose drawing asks for the senior desk; it is accepted there */
    private UUID seniorOf(Desk direct) {
        return models.changed(
                ReviewProbe.MODEL, model -> model.replace("${assignDirectDesk}", "${assignSeniorDesk}"), () -> {
                    var subject = probe.submitted(direct.region());
                    var process = process(subject);
                    var desk = probe.waitsAt(subject);
                    accept(desks.holder(deskService.find(desk).orElseThrow()), subject);
                    assertThat(process).hasPassed("probe-accepted").isEnded();
                    return desk;
                });
    }
}
