package cn.baosong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.Account;
import cn.baosong.account.ActivationCodes;
import cn.baosong.account.Role;
import cn.baosong.common.Problem;
import cn.baosong.organization.Administrators;
import cn.baosong.organization.DeskLevel;
import cn.baosong.organization.Desks;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.TakeoverFixture;
import cn.baosong.testing.Together;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ActivationsTest {

    @Autowired
    private Activations activations;

    @Autowired
    private ActivationCodes codes;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private Actors actors;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private TakeoverFixture takeover;

    @Autowired
    private Administrators administrators;

    @Autowired
    private Desks service;

    @Autowired
    private JdbcClient jdbc;

    private Account reviewer;
    private Map<String, String> row;
    private Enterprise enterprise;

    @BeforeEach
    void anEnterpriseOfTheOldPlatform() {
        reviewer = desks.holder(desks.haishu());
        row = TakeoverFixture.row("330203");
        takeover.taken(List.of(row));
        enterprise = enterprises.ofCode(row.get(TakeoverFixture.CODE)).orElseThrow();
    }

    @Test
    void theDirectReviewerFindsItByNameAndByUserId() {
        for (var text : List.of(
                row.get(TakeoverFixture.NAME).substring(6),
                row.get(TakeoverFixture.LOGIN_NAME).toUpperCase())) {
            assertThat(found(reviewer, text)).singleElement().satisfies(one -> {
                assertThat(one.id()).isEqualTo(enterprise.id());
                assertThat(one.loginName()).isEqualTo(row.get(TakeoverFixture.LOGIN_NAME));
                assertThat(one.codeUntil()).isNull();
            });
        }
        assertThat(actors.as(reviewer, () -> activations.count("%"))).isZero();
    }

    @Test
    void onePageAtATime() {
        takeover.taken(IntStream.range(0, 5)
                .mapToObj(number -> TakeoverFixture.row("330203"))
                .toList());
        var all = actors.as(reviewer, () -> activations.waiting("", 0, 10_000));
        assertThat(all).hasSize(actors.as(reviewer, () -> activations.count("")));
        assertThat(actors.as(reviewer, () -> activations.waiting("", 2, 3))).isEqualTo(all.subList(2, 5));
    }

    @Test
    void nobodyElseSeesItOrMakesACode() {
        var elsewhere = desks.holder(desks.yuhang());
        var above = desks.holder(desks.ningbo());
        var without = actors.account(Role.REVIEWER);
        for (var other : List.of(elsewhere, above, without)) {
            assertThat(found(other, row.get(TakeoverFixture.LOGIN_NAME))).isEmpty();
            assertRefused(other, enterprise.id());
        }
        assertRefused(reviewer, UUID.randomUUID());
        assertThat(codes.pendingUntil(enterprise.account())).isEmpty();
        var enterpriseUser = actors.account(Role.ENTERPRISE);
        actors.as(enterpriseUser, () -> assertThatThrownBy(() -> activations.issue(enterprise.id()))
                .isInstanceOf(AccessDeniedException.class));
    }

    /** The county that reviewed it first was given up, so the desk around it hands out the codes. */
    @Test
    void ofAClosedDeskItGoesToTheNext() {
        var ningbo = desks.holder(desks.ningbo());
        var county = desks.under(desks.ningbo(), DeskLevel.COUNTY, desks.freshCounty("3302"));
        var holder = desks.newHolder(county);
        var there = TakeoverFixture.row(county.region());
        takeover.taken(List.of(there));
        var login = there.get(TakeoverFixture.LOGIN_NAME);
        assertThat(found(holder, login)).hasSize(1);
        assertThat(found(ningbo, login)).isEmpty();

        actors.as(ningbo, () -> service.holders(county.id()).forEach(held -> service.release(held.id())));
        actors.as(ningbo, () -> administrators.close(county.id(), "并入市局"));

        assertThat(found(ningbo, login)).hasSize(1);
        actors.as(ningbo, () -> activations.issue(found(ningbo, login).get(0).id()));
    }

    @Test
    void aCodeIsGoodForAWhileAndSaidInTheLog() {
        var issued = actors.as(reviewer, () -> activations.issue(enterprise.id()));

        assertThat(issued.code()).matches("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");
        assertThat(issued.loginName()).isEqualTo(row.get(TakeoverFixture.LOGIN_NAME));
        assertThat(codes.pendingUntil(enterprise.account())).contains(issued.until());
        assertThat(found(reviewer, row.get(TakeoverFixture.LOGIN_NAME)).get(0).codeUntil())
                .isEqualTo(issued.until());
        assertThat(jdbc.sql("SELECT event FROM account_event WHERE account_id = :id AND actor_id = :actor")
                        .param("id", enterprise.account())
                        .param("actor", reviewer.id())
                        .query(String.class)
                        .list())
                .containsExactly("ACTIVATION_CODE_ISSUED");
        assertThat(issued.toString()).doesNotContain(issued.code());
        assertThat(jdbc.sql("SELECT code_hash FROM activation_code WHERE account_id = :id")
                        .param("id", enterprise.account())
                        .query(String.class)
                        .single())
                .doesNotContain(issued.code());
    }

    @Test
    void aNewCodeMakesTheEarlierOneVoid() throws InterruptedException {
        Together.run(4, () -> actors.as(reviewer, () -> activations.issue(enterprise.id())));
        assertThat(jdbc.sql("SELECT count(*) FROM activation_code WHERE account_id = :id")
                        .param("id", enterprise.account())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoHasAPhoneNeedsNoCode() {
        jdbc.sql("UPDATE account SET phone = :phone WHERE id = :id")
                .param("phone", Actors.freshPhone())
                .param("id", enterprise.account())
                .update();
        assertThat(found(reviewer, row.get(TakeoverFixture.LOGIN_NAME))).isEmpty();
        assertRefused(reviewer, enterprise.id());
    }

    private List<InactiveEnterprise> found(Account person, String text) {
        return actors.as(person, () -> activations.waiting(text, 0, 10));
    }

    private void assertRefused(Account person, UUID id) {
        actors.as(person, () -> assertThatThrownBy(() -> activations.issue(id))
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.key())
                        .isEqualTo("enterprise.error.not-inactive")));
    }
}
