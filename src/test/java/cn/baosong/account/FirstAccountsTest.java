package cn.baosong.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.FirstAccounts.Post;
import cn.baosong.account.repository.BootstrapTable;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.messaging.Outbox;
import cn.baosong.testing.TestPhone;
import cn.baosong.testing.Together;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Events go to the test, not to the application: a nation has one first administrator. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FirstAccountsTest {

    private static final String PASSWORD = "Secret#2026";

    @Autowired
    private BootstrapTable table;

    @Autowired
    private Accounts accounts;

    @Autowired
    private OneTimeCodes codes;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private final String administrator = "administrator-" + UUID.randomUUID();
    private final String processOwner = "process-owner-" + UUID.randomUUID();
    private final List<Object> events = Collections.synchronizedList(new ArrayList<>());

    @Test
    void theAdministratorComesInOnce() {
        var first = first(administrator, processOwner);
        assertThat(first.open(administrator)).contains(Post.ADMINISTRATOR);

        var account = register(first, administrator, TestPhone.freshLoginName());

        assertThat(account.roles()).containsExactlyInAnyOrder(Role.REVIEWER, Role.SENIOR, Role.OPERATOR);
        assertThat(account.mustChangePassword()).isFalse();
        assertThat(events).containsExactly(new FirstAdministratorRegistered(account.id()));
        assertThat(first.open(administrator)).isEmpty();
        assertThat(first(administrator, "").open(administrator))
                .as("after a new start")
                .isEmpty();
        assertThatThrownBy(() -> register(first, administrator, TestPhone.freshLoginName()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("account.error.setup"));
    }

    @Test
    void theProcessOwnerHasALinkOfItsOwn() {
        var first = first(administrator, processOwner);

        var account = register(first, processOwner, TestPhone.freshLoginName());

        assertThat(account.roles()).containsExactly(Role.PROCESS_OWNER);
        assertThat(events).isEmpty();
        assertThat(first.open(administrator)).contains(Post.ADMINISTRATOR);
    }

    @Test
    void wrongLinksOpenNothing() {
        var first = first(administrator, "");
        for (var token : new String[] {
            null,
            "",
            " ",
            administrator + "x",
            administrator.toUpperCase(java.util.Locale.ROOT),
            processOwner,
            "' OR 1=1 --",
            "\u0000",
            "x".repeat(1_000_000)
        }) {
            assertThat(first.open(token)).isEmpty();
        }
        assertThat(first("", "").open("")).isEmpty();
    }

    @Test
    void aRefusalLeavesTheLinkGood() {
        var first = first(administrator, "");
        var name = TestPhone.freshLoginName();
        accounts.create(name, PASSWORD, null, null, java.util.Set.of(), Texts.CHINESE);

        assertThatThrownBy(() -> register(first, administrator, name)).isInstanceOf(FieldProblems.class);
        assertThatThrownBy(() -> register(first, administrator, "x")).isInstanceOf(FieldProblems.class);

        assertThat(first.open(administrator)).contains(Post.ADMINISTRATOR);
        assertThat(register(first, administrator, TestPhone.freshLoginName())).isNotNull();
    }

    @Test
    void ofManyAtOnceOneComesIn() throws Exception {
        var first = first(administrator, "");

        var outcomes = Together.run(4, () -> register(first, administrator, TestPhone.freshLoginName()));

        assertThat(outcomes).filteredOn(Account.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Problem.class::isInstance).hasSize(3);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM account WHERE display_name LIKE 'user%' AND 'SENIOR' = ANY (roles) AND id IN (:ids)")
                        .param(
                                "ids",
                                outcomes.stream()
                                        .filter(Account.class::isInstance)
                                        .map(one -> ((Account) one).id())
                                        .toList())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "12345678901234567890123",
                "with blanks in between it all",
                "slash/slash/slash/slash/slash",
                "密码密码密码密码密码密码密码密码密码密码密码密码"
            })
    void weakTokensStopTheStartInWords(String token) {
        assertThatThrownBy(() -> new BootstrapSettings(token, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("baosong.bootstrap.administrator-token")
                .hasMessageContaining("24")
                .hasMessageNotContaining(token);
    }

    @Test
    void theTwoTokensDifferAndNeitherIsPrinted() {
        assertThatThrownBy(() -> new BootstrapSettings(administrator, administrator))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new BootstrapSettings(administrator, processOwner).toString())
                .doesNotContain(administrator, processOwner);
    }

    private Account register(FirstAccounts first, String token, String name) {
        return first.register(token, name, PASSWORD, TestPhone.fresh(), "", Texts.CHINESE);
    }

    private FirstAccounts first(String administratorToken, String processOwnerToken) {
        return new FirstAccounts(
                new BootstrapSettings(administratorToken, processOwnerToken),
                table,
                accounts,
                codes,
                outbox,
                events::add,
                clock,
                transactions);
    }
}
