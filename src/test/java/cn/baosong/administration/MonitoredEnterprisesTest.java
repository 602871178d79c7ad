package cn.baosong.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.Role;
import cn.baosong.account.repository.SessionTable;
import cn.baosong.administration.EnterpriseEvent.Kind;
import cn.baosong.filing.FilingScenario;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.ReportTask;
import cn.baosong.testing.RegistrationFixture;
import cn.baosong.testing.Together;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Who sees which enterprise, and what disabling, enabling and removing one does (ADM-01 to 05). */
class MonitoredEnterprisesTest extends FilingScenario {

    private static final String WHY = "已停产";

    @Autowired
    private MonitoredEnterprises monitored;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SessionTable sessions;

    @Autowired
    private RegistrationFixture registrations;

    private Account account;
    private Account reviewer;
    private UUID id;
    private String name;

    @BeforeEach
    void anEnterpriseInYuhang() {
        account = fixture.enterprise();
        reviewer = desks.holder(desks.yuhang());
        var enterprise = enterpriseOf(account);
        id = enterprise.id();
        name = enterprise.name();
    }

    private List<MonitoredEnterprise> list(Account administrator, EnterpriseFilter filter) {
        return actors.as(administrator, () -> {
            assertThat(monitored.count(filter))
                    .isEqualTo(monitored.list(filter, 0, 10_000).size());
            return monitored.list(filter, 0, 50);
        });
    }

    private boolean sees(Account administrator) {
        return !list(administrator, new EnterpriseFilter("", name, null)).isEmpty();
    }

    private void disable() {
        actors.as(reviewer, () -> monitored.disable(id, WHY));
    }

    @Test
    void itsDeskAndEveryDeskAboveSeeItAndNobodyElse() {
        for (var desk : List.of(desks.yuhang(), desks.hangzhou(), desks.zhejiang(), desks.nation())) {
            assertThat(list(desks.holder(desk), new EnterpriseFilter("", name, null)))
                    .as(desk.name())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.id()).isEqualTo(id);
                        assertThat(found.desk()).isEqualTo(desks.yuhang().id());
                        assertThat(found.set()).isFalse();
                        assertThat(found.loginName()).isEqualTo(account.loginName());
                    });
        }
        for (var stranger :
                List.of(desks.holder(desks.ningbo()), desks.holder(desks.haishu()), actors.account(Role.REVIEWER))) {
            assertThat(sees(stranger)).isFalse();
            assertThat(actors.as(stranger, () -> monitored.find(id))).isEmpty();
        }
        // Ningbo lies in Zhejiang and reports to the nation: the desks decide who is above, not the map.
        var ningbo = fixtureIn("330203");
        assertThat(list(desks.holder(desks.zhejiang()), new EnterpriseFilter("", ningbo, null)))
                .isEmpty();
        assertThat(list(desks.holder(desks.nation()), new EnterpriseFilter("33", ningbo, null)))
                .hasSize(1);
    }

    private String fixtureIn(String county) {
        var applicant = actors.applicant();
        var registration = registrations.submitted(applicant, RegistrationFixture.values(county));
        actors.as(desks.holder(desks.haishu()), () -> reviews.accept("registration", registration.id()));
        return registration.name();
    }

    @Test
    void everyConditionLeavesSomethingOut() {
        var administrator = desks.holder(desks.nation());
        assertThat(list(administrator, new EnterpriseFilter("3301", name, true)))
                .hasSize(1);
        assertThat(list(
                        administrator,
                        new EnterpriseFilter("330110", account.loginName().toUpperCase(), null)))
                .hasSize(1);
        assertThat(list(administrator, new EnterpriseFilter("3302", name, null)))
                .isEmpty();
        assertThat(list(administrator, new EnterpriseFilter("", name, false))).isEmpty();
        assertThat(list(administrator, new EnterpriseFilter("", name + "%", null)))
                .isEmpty();
        assertThat(list(administrator, new EnterpriseFilter("' OR '1'='1", name, null)))
                .isEmpty();
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndFilesNothing() {
        var waiting = fixture.submitted(account, MONTH);
        var draft = fixture.filled(account, MONTH.minusMonths(1));
        var session = UUID.randomUUID();
        sessions.insert(session, account.id(), "127.0.0.0", "Firefox", Instant.now());
        assertThat(sessions.see(session, Instant.now())).isTrue();

        disable();

        assertThat(sessions.see(session, Instant.now())).isFalse();
        assertThat(accounts.find(account.id()).orElseThrow().enabled()).isFalse();
        assertProblem(
                "filing.error.inactive",
                () -> actors.as(account, () -> filings.open(ReportTask.monthly(MONTH.minusMonths(2)))));
        assertProblem("enterprise.error.disabled", () -> submit(account, draft));
        assertThat(status(draft)).isEqualTo(FilingStatus.EDITING);
        assertThat(waitsAt(waiting))
                .as("what waits stays")
                .isEqualTo(desks.yuhang().id());
        fixture.acceptAt(desks.yuhang(), waiting);
        assertThat(waitsAt(waiting)).isEqualTo(desks.hangzhou().id());
        assertThat(list(reviewer, new EnterpriseFilter("", name, false))).hasSize(1);
        assertThat(told()).contains("enterprise-disabled");

        actors.as(desks.holder(desks.hangzhou()), () -> monitored.enable(id, "已复产"));

        assertThat(accounts.find(account.id()).orElseThrow().enabled()).isTrue();
        assertThat(submit(account, draft).passed()).isTrue();
        assertThat(actors.as(reviewer, () -> monitored.events(id)))
                .satisfiesExactly(
                        enabled -> {
                            assertThat(enabled.kind()).isEqualTo(Kind.ENABLED);
                            assertThat(enabled.reason()).isEqualTo("已复产");
                            assertThat(enabled.actor())
                                    .isEqualTo(desks.holder(desks.hangzhou()).loginName());
                        },
                        disabled -> {
                            assertThat(disabled.kind()).isEqualTo(Kind.DISABLED);
                            assertThat(disabled.reason()).isEqualTo(WHY);
                            assertThat(disabled.account()).isEqualTo(reviewer.id());
                        });
    }

    private List<String> told() {
        return jdbc.sql("SELECT template FROM personal_message WHERE recipient = :id")
                .param("id", account.id())
                .query(String.class)
                .list();
    }

    @Test
    void nothingHappensWithoutAReasonTwiceOrByAStranger() {
        for (var reason : new String[] {null, "  ", "长".repeat(151)}) {
            assertProblem(
                    "administration.error.reason", () -> actors.as(reviewer, () -> monitored.disable(id, reason)));
        }
        var stranger = desks.holder(desks.haishu());
        for (var unknown : new UUID[] {id, UUID.randomUUID(), null}) {
            assertProblem(
                    "administration.error.not-found", () -> actors.as(stranger, () -> monitored.disable(unknown, WHY)));
            assertProblem(
                    "administration.error.not-found", () -> actors.as(stranger, () -> monitored.enable(unknown, WHY)));
            assertProblem(
                    "administration.error.not-found", () -> actors.as(stranger, () -> monitored.remove(unknown, WHY)));
        }
        assertThat(actors.as(stranger, () -> monitored.events(id))).isEmpty();
        assertThatThrownBy(() -> actors.as(account, () -> monitored.disable(id, WHY)))
                .isInstanceOf(AccessDeniedException.class);
        assertProblem(
                "administration.error.active-already", () -> actors.as(reviewer, () -> monitored.enable(id, WHY)));
        assertThat(enterpriseOf(account).active()).isTrue();
        disable();
        assertProblem("administration.error.disabled-already", this::disable);
    }

    @Test
    void whoReviewsWithTheSameAccountIsNotLockedOutFromBelow() {
        accounts.grantRole(account.id(), Role.REVIEWER);
        assertProblem("administration.error.other-work", this::disable);
        assertThat(enterpriseOf(account).active()).isTrue();
    }

    @Test
    void onlyWhoIsDisabledAndNeverFiledIsRemovedAndMayRegisterAgain() {
        assertProblem("administration.error.disable-first", () -> actors.as(reviewer, () -> monitored.remove(id, WHY)));
        fixture.filled(account, MONTH);
        disable();
        assertProblem("administration.error.has-records", () -> actors.as(reviewer, () -> monitored.remove(id, WHY)));
        assertThat(actors.as(reviewer, () -> monitored.find(id)).orElseThrow().active())
                .as("it stays disabled")
                .isFalse();

        var values = RegistrationFixture.values("330110");
        var mistaken = fixture.enterprise(values);
        var second = enterpriseOf(mistaken);
        actors.as(reviewer, () -> {
            monitored.disable(second.id(), "重复注册");
            monitored.remove(second.id(), "重复注册");
            assertThat(monitored.find(second.id())).isEmpty();
        });
        assertThat(accounts.findByPhone(mistaken.phone())).isEmpty();
        assertThat(enterprises.ofCode(second.code())).isEmpty();
        var again = enterpriseOf(fixture.enterprise(values));
        assertThat(again.name()).isEqualTo(second.name());
        assertThat(again.id()).isNotEqualTo(second.id());
    }

    @Test
    void ofASubmissionAndADisablingBothTellTheTruth() throws InterruptedException {
        for (var round = 0; round < 4; round++) {
            var owner = fixture.enterprise();
            var enterprise = enterpriseOf(owner).id();
            var draft = fixture.filled(owner, MONTH);
            var next = new AtomicInteger();
            var outcomes = Together.run(2, () -> {
                if (next.getAndIncrement() == 0) {
                    submit(owner, draft);
                    return "submitted";
                }
                actors.as(reviewer, () -> monitored.disable(enterprise, WHY));
                return "disabled";
            });
            assertThat(outcomes).as(outcomes.toString()).contains("disabled");
            var submitted = outcomes.contains("submitted");
            assertThat(status(draft)).isEqualTo(submitted ? FilingStatus.UNDER_REVIEW : FilingStatus.EDITING);
            assertThat(waitsAt(draft)).isEqualTo(submitted ? desks.yuhang().id() : null);
        }
    }
}
