package cn.baosong.organization;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.Role;
import cn.baosong.administration.MonitoredEnterprises;
import cn.baosong.administration.ReviewerChanges;
import cn.baosong.common.Texts;
import cn.baosong.filing.FilingScenario;
import cn.baosong.filing.FilingWhereabouts;
import cn.baosong.filing.ReportTask;
import cn.baosong.messaging.PersonalMessages;
import cn.baosong.testing.RegistrationFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Another person for a desk, a disabled administrator, a desk that is given up (ADM-09). */
class AdministratorsTest extends FilingScenario {

    private static final String WHY = "已调离";

    @Autowired
    private Administrators administrators;

    @Autowired
    private Desks service;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RegistrationFixture registrations;

    @Autowired
    private ReviewerChanges changes;

    @Autowired
    private MonitoredEnterprises monitored;

    @Autowired
    private FilingWhereabouts whereabouts;

    @Autowired
    private PersonalMessages messages;

    private Account superior;
    private Desk city;
    private Desk county;
    private Account holder;

    @BeforeEach
    void aCountyOfItsOwn() {
        city = desks.under(desks.zhejiang(), DeskLevel.CITY, "3310");
        superior = desks.holder(city);
        county = desks.under(city, DeskLevel.COUNTY, desks.freshCounty("3310"));
        holder = desks.holder(county);
    }

    private List<DeskHolder> holders() {
        return actors.as(superior, () -> service.holders(county.id()));
    }

    private UUID holding(Account person) {
        return holders().stream()
                .filter(held -> held.account().equals(person.id()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Account now(Account person) {
        return accounts.find(person.id()).orElseThrow();
    }

    private UUID reviewWaiting() {
        var registration = registrations.submitted(actors.applicant(), RegistrationFixture.values(county.region()));
        return registration.id();
    }

    private UUID waitsAt(UUID subject) {
        return jdbc.sql("SELECT desk_id FROM review_item WHERE subject_id = :id")
                .param("id", subject)
                .query(UUID.class)
                .single();
    }

    @Test
    void theNextHolderBeginsWhereTheLastOneEnds() {
        var next = actors.account();
        var subject = reviewWaiting();
        var today = LocalDate.now();
        actors.as(superior, () -> administrators.replace(county.id(), next.loginName(), today.plusDays(3)));
        assertThat(service.heldBy(holder.id())).extracting(Desk::id).contains(county.id());
        assertThat(service.heldBy(next.id())).isEmpty();
        assertThat(holders()).anySatisfy(held -> {
            assertThat(held.account()).isEqualTo(holder.id());
            assertThat(held.to()).isEqualTo(today.plusDays(2));
        });

        actors.as(superior, () -> administrators.replace(county.id(), next.loginName(), null));
        assertThat(service.heldBy(holder.id())).isEmpty();
        assertThat(service.heldBy(next.id())).extracting(Desk::id).containsExactly(county.id());
        assertThat(waitsAt(subject)).isEqualTo(county.id());
        actors.as(next, () -> reviews.accept("registration", subject));
    }

    @Test
    void whoCannotTakeOverLeavesTheDeskAsItWas() {
        assertProblem(
                "organization.error.no-account",
                () -> actors.as(superior, () -> administrators.replace(county.id(), "nobody99", null)));
        var next = actors.account();
        assertProblem(
                "organization.error.past",
                () -> actors.as(
                        superior,
                        () -> administrators.replace(
                                county.id(), next.loginName(), LocalDate.now().minusDays(9))));
        assertProblem(
                "organization.error.not-yours",
                () -> actors.as(
                        desks.holder(desks.ningbo()),
                        () -> administrators.replace(county.id(), next.loginName(), null)));
        assertThat(service.heldBy(holder.id())).extracting(Desk::id).contains(county.id());
    }

    @Test
    void aDisabledAdministratorHoldsNothingAndTheReviewsStay() {
        var subject = reviewWaiting();
        var holding = holding(holder);
        assertProblem(
                "organization.error.reason", () -> actors.as(superior, () -> administrators.disable(holding, " ")));
        assertProblem(
                "organization.error.not-yours",
                () -> actors.as(desks.holder(desks.ningbo()), () -> administrators.disable(holding, WHY)));

        actors.as(superior, () -> administrators.disable(holding, WHY));

        assertThat(now(holder).enabled()).isFalse();
        assertThat(now(holder).roles()).isEmpty();
        assertThat(service.heldBy(holder.id())).isEmpty();
        assertThat(waitsAt(subject)).isEqualTo(county.id());

        actors.as(superior, () -> service.assign(county.id(), holder.loginName(), false, null, null));
        assertThat(now(holder).enabled()).as("back with a desk").isTrue();
        assertThat(now(holder).roles()).containsExactly(Role.REVIEWER);
    }

    @Test
    void nobodyIsLockedOutByGivingHimADesk() {
        var operator = actors.account(Role.OPERATOR);
        actors.as(superior, () -> service.assign(county.id(), operator.loginName(), true, null, null));
        assertProblem(
                "organization.error.other-work",
                () -> actors.as(superior, () -> administrators.disable(holding(operator), WHY)));
        var colleague = desks.newHolder(desks.ningbo());
        actors.as(superior, () -> service.assign(county.id(), colleague.loginName(), true, null, null));
        assertProblem(
                "organization.error.holds-elsewhere",
                () -> actors.as(superior, () -> administrators.disable(holding(colleague), WHY)));
        assertThat(now(colleague).enabled()).isTrue();
        assertThat(now(operator).enabled()).isTrue();
    }

    private void vacate() {
        holders().stream()
                .filter(held -> held.to() == null)
                .forEach(held -> actors.as(superior, () -> service.release(held.id())));
    }

    /** @return what the superior was told of closed desks by this test, the newest first */
    private List<String> told() {
        return messages.newest(superior.id(), false, 0, 50, Texts.CHINESE).stream()
                .map(message -> message.text())
                .filter(text -> text.startsWith("撤销岗位" + county.name()))
                .toList();
    }

    @Test
    void whatWaitsAtAClosedDeskGoesToWhereItWouldHaveComeWithoutIt() {
        var registration = reviewWaiting();
        assertProblem(
                "organization.error.desk-held",
                () -> actors.as(superior, () -> administrators.close(county.id(), WHY)));
        assertProblem(
                "organization.error.desk-held", () -> actors.as(superior, () -> administrators.handing(county.id())));
        vacate();
        for (var refused : List.of(desks.holder(desks.ningbo()), holder)) {
            assertProblem(
                    "organization.error.not-yours",
                    () -> actors.as(refused, () -> administrators.handing(county.id())));
            assertProblem(
                    "organization.error.not-yours",
                    () -> actors.as(refused, () -> administrators.close(county.id(), WHY)));
        }
        assertProblem(
                "organization.error.desk-above-others",
                () -> actors.as(desks.holder(desks.nation()), () -> administrators.close(vacantProvince(), WHY)));
        assertProblem(
                "organization.error.reason", () -> actors.as(superior, () -> administrators.close(county.id(), " ")));
        assertThat(waitsAt(registration)).as("nothing refused has moved").isEqualTo(county.id());

        assertThat(actors.as(superior, () -> administrators.handing(county.id())))
                .containsExactly(new DeskHanding("review.handing", 1, city));
        assertThat(waitsAt(registration)).as("nor what was asked").isEqualTo(county.id());
        actors.as(superior, () -> administrators.close(county.id(), WHY));

        assertThat(waitsAt(registration)).isEqualTo(city.id());
        assertThat(told())
                .singleElement()
                .isEqualTo("撤销岗位" + county.name() + "（县级），移交" + city.name() + "（市级）：等待审核的事项 1 项。原因：" + WHY);
        assertThat(jdbc.sql("SELECT cause FROM review_escalation WHERE subject_id = :id")
                        .param("id", registration)
                        .query(String.class)
                        .list())
                .containsExactly("CLOSED");
        actors.as(superior, () -> reviews.accept("registration", registration));
        assertThat(actors.as(superior, () -> service.subordinates(city.id())))
                .extracting(Desk::id)
                .doesNotContain(county.id());
        assertThat(service.direct(county.region()).id()).isEqualTo(city.id());
        assertProblem(
                "organization.error.not-yours",
                () -> actors.as(superior, () -> administrators.close(county.id(), WHY)));
        var again = desks.under(city, DeskLevel.COUNTY, county.region());
        assertThat(again.id()).isNotEqualTo(county.id());
    }

    @Test
    void whoseDeskWasChosenGoesByTheRegionAgainWithWhatWaits() {
        var values = RegistrationFixture.values(county.region());
        var owner = actors.applicant();
        var registration = registrations.submitted(owner, values);
        actors.as(holder, () -> reviews.accept("registration", registration.id()));
        var waiting = fixture.submitted(owner, MONTH);
        var enterprise = enterpriseOf(owner).id();
        actors.as(superior, () -> changes.change(List.of(enterprise), county.id()));
        vacate();

        assertThat(actors.as(superior, () -> administrators.handing(county.id())))
                .containsExactlyInAnyOrder(
                        new DeskHanding("administration.handing", 1, city), new DeskHanding("review.handing", 1, city));
        actors.as(superior, () -> administrators.close(county.id(), WHY));

        assertThat(actors.as(superior, () -> monitored.find(enterprise))).hasValueSatisfying(now -> {
            assertThat(now.set()).isFalse();
            assertThat(now.desk()).isEqualTo(city.id());
        });
        assertThat(waitsAt(waiting.id())).isEqualTo(city.id());
        assertThat(told()).first().asString().contains("指定由该岗位审核的企业 1 家", "等待审核的事项 1 项", WHY);
        assertThat(actors.as(owner, () -> whereabouts.of(ReportTask.monthly(MONTH.minusMonths(1))))
                        .nextDesk())
                .as("to whom the next report goes")
                .isEqualTo(city.name());
        fixture.acceptAt(city, waiting);
        assertThat(waitsAt(waiting.id())).isEqualTo(desks.zhejiang().id());
    }

    /** @return a province that nobody holds and that has a city below it */
    private UUID vacantProvince() {
        var province = desks.under(desks.nation(), DeskLevel.PROVINCE, "63");
        var person = desks.newHolder(province);
        actors.as(person, () -> service.create(new NewDesk(province.id(), DeskLevel.CITY, "6301", "6301 工信局")));
        actors.as(desks.holder(desks.nation()), () -> service.holders(province.id()).stream()
                .filter(held -> held.to() == null)
                .forEach(held -> service.release(held.id())));
        return province.id();
    }
}
