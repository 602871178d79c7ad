package cn.baosong.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.common.Problem;
import cn.baosong.form.FieldProblem;
import cn.baosong.messaging.PersonalMessages;
import cn.baosong.testing.Actors;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.AuthenticationException;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProfilesTest {

    private static final Map<String, Object> VALUES = Map.of(
            "address", "示范路 1 号",
            "holdingType", "3",
            "registrationType", "112",
            "employees", "86",
            "registeredAddress", "示范路 2 号",
            "registeredPostalCode", "310000");

    @Autowired
    private Profiles profiles;

    @Autowired
    private Actors actors;

    @Autowired
    private PersonalMessages messages;

    @Autowired
    private JdbcClient jdbc;

    private Account me;

    @BeforeEach
    void somebody() {
        me = actors.applicant();
    }

    @Test
    void whatIsSavedIsThereAgain() {
        assertThat(change("  小王 ", VALUES).passed()).isTrue();

        var mine = actors.as(me, profiles::mine);
        assertThat(mine.account().displayName()).isEqualTo("小王");
        assertThat(mine.values())
                .containsEntry("address", "示范路 1 号")
                .containsEntry("registrationType", "112")
                .containsEntry("registeredPostalCode", "310000");
        assertThat(new BigDecimal(mine.values().get("employees").toString())).isEqualByComparingTo("86");
        assertThat(mine.account().loginName()).as("never changed").isEqualTo(me.loginName());
        assertThat(events()).isEqualTo(1);
        assertThat(messages.unread(me.id())).isEqualTo(1);
    }

    @Test
    void whatChangesNothingIsNeitherRecordedNorTold() {
        change("小王", VALUES);
        assertThat(change("小王", VALUES).passed()).isTrue();
        assertThat(events()).isEqualTo(1);
        assertThat(messages.unread(me.id())).isEqualTo(1);
    }

    @Test
    void everythingWrongIsSaidAtOnceAndNothingIsSaved() {
        var values = new HashMap<>(VALUES);
        values.put("registeredPostalCode", "31");
        values.put("employees", "-1");
        values.put("holdingType", "77");
        values.put("address", "<script>alert(1)</script>");

        var check = change("<b>x</b>", values);

        assertThat(check.passed()).isFalse();
        assertThat(check.displayName()).get().extracting(Problem::key).isEqualTo("account.error.display-name");
        assertThat(check.problems())
                .extracting(FieldProblem::path)
                .containsExactlyInAnyOrder("registeredPostalCode", "employees", "holdingType", "address");
        assertThat(check.count()).isEqualTo(5);
        assertThat(actors.as(me, profiles::mine).values()).isEmpty();
        assertThat(actors.as(me, profiles::mine).account().displayName()).isEqualTo(me.displayName());
        assertThat(events()).isZero();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "   ",
                "<i>",
                "a\u0000b",
                "a\r\nb",
                "a\u202Eb",
                "a\u2028b",
                "\uD800",
                "\u200B",
                "a>b",
                "\u007F"
            })
    void namesThatShowSomethingElseThanTheySayAreRefused(String name) {
        assertThat(change(name, Map.of()).displayName()).isPresent();
    }

    @Test
    void sixtyCharactersAreANameAndOneMoreIsNone() {
        assertThat(change("名".repeat(60), Map.of()).passed()).isTrue();
        assertThat(change("名".repeat(61), Map.of()).displayName()).isPresent();
        assertThat(change("名".repeat(1_000_000), Map.of()).displayName()).isPresent();
    }

    @Test
    void hugeAndUnknownValuesAreRefusedInWords() {
        var huge = change("小王", Map.of("address", "x".repeat(1_000_000)));
        assertThat(huge.problems()).singleElement().satisfies(problem -> assertThat(problem.path())
                .isEqualTo("address"));
        assertThat(change("小王", Map.of("roles", "OPERATOR")).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("form.error.unknown"));
        assertThat(change("小王", Map.of("employees", Map.of("a", 1))).passed()).isFalse();
    }

    @Test
    void controlCharactersDoNotReachTheTable() {
        assertThat(change("小王", Map.of("address", "示范路\u0000\u001b[31m\u202E1 号"))
                        .passed())
                .isTrue();
        assertThat(actors.as(me, profiles::mine).values().get("address").toString())
                .doesNotContainPattern("\\p{Cntrl}");
    }

    @Test
    void whoIsNotLoggedInHasNoProfile() {
        assertThatThrownBy(profiles::mine).isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> profiles.change("x", Map.of())).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void whoHasNoAccountIsToldSo() {
        var applicant = Actors.withoutAccount(Actors.freshPhone());
        assertThatThrownBy(() -> actors.as(applicant, profiles::mine))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("account.error.no-account"));
    }

    private ProfileCheck change(String name, Map<String, Object> values) {
        return actors.as(me, () -> profiles.change(name, values));
    }

    private int events() {
        return jdbc.sql("SELECT count(*) FROM account_event WHERE account_id = :id AND event = 'PROFILE_CHANGED'")
                .param("id", me.id())
                .query(Integer.class)
                .single();
    }
}
