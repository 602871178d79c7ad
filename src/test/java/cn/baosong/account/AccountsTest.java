package cn.baosong.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.baosong.account.repository.AccountTable;
import cn.baosong.account.repository.CodeTable;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.testing.MovableClock;
import cn.baosong.testing.TestPhone;
import cn.baosong.testing.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AccountsTest {

    private static final String PASSWORD = "Secret#2026";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Passwords passwords;

    @Autowired
    private PhoneVerification phones;

    @Autowired
    private CodeTable codeTable;

    @Autowired
    private AccountTable accountTable;

    @Autowired
    private PasswordHashes hashes;

    @Autowired
    private AccountSettings settings;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private final String phone = TestPhone.fresh();
    private final String name = TestPhone.freshLoginName();

    @Test
    void registersWhoHoldsThePhone() {
        var account = accounts.register(name, PASSWORD, phone, null, requestCode(), Locale.ENGLISH);

        assertThat(account.roles()).containsExactly(Role.APPLICANT);
        assertThat(account.mustChangePassword()).isFalse();
        assertThat(accounts.findByLoginName(name.toUpperCase(Locale.ROOT))).contains(account);
        assertThat(accounts.findByPhone(phone)).contains(account);
        assertThat(accounts.find(account.id())).contains(account);
        assertThat(account.locale()).isEqualTo(Locale.ENGLISH);
        assertThat(stored(account)).startsWith("$argon2id$v=19$m=1024,t=2,p=1$").doesNotContain(PASSWORD);
        assertThat(account.toString()).doesNotContain(phone, name);
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        var problems = catchThrowableOfType(
                FieldProblems.class, () -> accounts.register("me", "weak", "123", null, "12345", Texts.CHINESE));

        assertThat(problems.byField().keySet()).containsExactlyInAnyOrder("loginName", "password", "phone", "code");
    }

    @Test
    void aCodeOpensOneRegistrationOnly() {
        var code = requestCode();
        accounts.register(name, PASSWORD, phone, null, code, Texts.CHINESE);

        assertThat(problem(
                        "code",
                        () -> accounts.register(
                                TestPhone.freshLoginName(), PASSWORD, phone, null, code, Texts.CHINESE)))
                .isEqualTo("account.error.code");
    }

    @Test
    void aTakenNameIsToldToTheHolderOfThePhoneOnlyAndLeavesTheCodeGood() {
        var other = accounts.create(name, PASSWORD, null, null, Set.of(), Texts.CHINESE);
        var code = requestCode();

        assertThat(problem("code", () -> accounts.register(name, PASSWORD, phone, null, wrong(code), Texts.CHINESE)))
                .isEqualTo("account.error.code");
        assertThat(problem(
                        "loginName",
                        () -> accounts.register(
                                name.toUpperCase(Locale.ROOT), PASSWORD, phone, null, code, Texts.CHINESE)))
                .isEqualTo("account.error.login-name.taken");
        var mine = accounts.register(TestPhone.freshLoginName(), PASSWORD, phone, null, code, Texts.CHINESE);
        assertThat(mine.id()).isNotEqualTo(other.id());
    }

    @Test
    void onePhoneOneAccount() {
        accounts.create(name, PASSWORD, phone, null, Set.of(), Texts.CHINESE);
        var code = requestCode();

        assertThat(problem(
                        "phone",
                        () -> accounts.register(
                                TestPhone.freshLoginName(), PASSWORD, phone, null, code, Texts.CHINESE)))
                .isEqualTo("account.error.phone.taken");
    }

    @Test
    void ofTwoRegistrationsWithOneCodeOneWins() throws Exception {
        var code = requestCode();

        var outcomes = Together.run(
                4, () -> accounts.register(TestPhone.freshLoginName(), PASSWORD, phone, null, code, Texts.CHINESE));

        assertThat(outcomes).filteredOn(Account.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(FieldProblems.class::isInstance).hasSize(3);
    }

    @Test
    void ofManyWithOneNameOneWins() throws Exception {
        var outcomes = Together.run(4, () -> accounts.create(name, PASSWORD, null, null, Set.of(), Texts.CHINESE));

        assertThat(outcomes).filteredOn(Account.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(FieldProblems.class::isInstance).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE account; --",
                "' OR '1'='1",
                "<script>alert(1)</script>",
                "${7*7}",
                "#{7*7}",
                "%00",
                "a\r\nSet-Cookie: x=1",
                "{0}",
                "\u0000",
                "１３８００１３８０００",
                "𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎"
            })
    void hostileTextIsRefusedInEveryField(String hostile) {
        assertThatThrownBy(() -> accounts.register(hostile, PASSWORD, phone, null, "123456", Texts.CHINESE))
                .isInstanceOf(FieldProblems.class);
        assertThatThrownBy(() -> accounts.register(name, PASSWORD, hostile, null, "123456", Texts.CHINESE))
                .isInstanceOf(FieldProblems.class);
        assertThatThrownBy(() -> accounts.register(name, PASSWORD, phone, null, hostile, Texts.CHINESE))
                .isInstanceOf(FieldProblems.class);
        assertThatThrownBy(() -> phones.requestCode(CodePurpose.REGISTER, hostile, hostile, Texts.CHINESE))
                .isInstanceOf(Problem.class);
        assertThat(phones.verify(CodePurpose.REGISTER, hostile, hostile)).isFalse();
        assertThat(accounts.findByLoginName(hostile)).isEmpty();
        assertThat(accounts.findByPhone(hostile)).isEmpty();
        assertThat(accounts.create(name, PASSWORD, null, hostile, Set.of(), Texts.CHINESE))
                .isNotNull();
    }

    @Test
    void fiveTriesAndNoMore() {
        var code = requestCode();
        for (var tries = 0; tries < settings.codeTries(); tries++) {
            assertThat(phones.verify(CodePurpose.REGISTER, phone, wrong(code))).isFalse();
        }
        assertThat(phones.verify(CodePurpose.REGISTER, phone, code)).isFalse();
    }

    @Test
    void theFifthTryStillCounts() {
        var code = requestCode();
        for (var tries = 1; tries < settings.codeTries(); tries++) {
            assertThat(phones.verify(CodePurpose.REGISTER, phone, wrong(code))).isFalse();
        }
        assertThat(phones.verify(CodePurpose.REGISTER, phone, code)).isTrue();
    }

    @Test
    void parallelGuessesShareNoTry() throws Exception {
        var code = requestCode();

        Together.run(12, () -> phones.verify(CodePurpose.REGISTER, phone, wrong(code)));

        assertThat(phones.verify(CodePurpose.REGISTER, phone, code)).isFalse();
        assertThat(jdbc.sql("SELECT tries_left FROM one_time_code WHERE subject = :phone")
                        .param("phone", phone)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aTryIsPaidEvenIfTheCallerRollsBack() {
        var code = requestCode();
        for (var tries = 0; tries < settings.codeTries(); tries++) {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                phones.verify(CodePurpose.REGISTER, phone, wrong(code));
                status.setRollbackOnly();
            });
        }
        assertThat(phones.verify(CodePurpose.REGISTER, phone, code)).isFalse();
    }

    @Test
    void aCodeForOnePurposeOrPhoneOpensNoOther() {
        var code = requestCode();

        assertThat(phones.verify(CodePurpose.APPLY, phone, code)).isFalse();
        assertThat(phones.verify(CodePurpose.LOGIN, phone, code)).isFalse();
        assertThat(phones.verify(CodePurpose.REGISTER, TestPhone.fresh(), code)).isFalse();
        assertThat(phones.verify(CodePurpose.REGISTER, phone, code)).isTrue();
    }

    @Test
    void aNewCodeVoidsTheOldOne() {
        var first = requestCode();
        var second = requestCode();

        if (!first.equals(second)) {
            assertThat(phones.verify(CodePurpose.REGISTER, phone, first)).isFalse();
        }
        assertThat(phones.verify(CodePurpose.REGISTER, phone, second)).isTrue();
    }

    @Test
    void aCodeLivesFiveMinutes() {
        var clock = new MovableClock(Instant.now());
        var timed = new OneTimeCodes(codeTable, settings, clock);

        var code = timed.issue(CodePurpose.APPLY, phone);
        clock.advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(timed.match(CodePurpose.APPLY, phone, code)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(timed.match(CodePurpose.APPLY, phone, code)).isEmpty();
    }

    @Test
    void aCodeThatRunsOutBetweenMatchAndUseIsNotUsed() {
        var clock = new MovableClock(Instant.now());
        var timed = new OneTimeCodes(codeTable, settings, clock);
        var match = timed.match(CodePurpose.APPLY, phone, timed.issue(CodePurpose.APPLY, phone));

        clock.advance(settings.codeLifetime());

        assertThat(timed.use(match.orElseThrow())).isFalse();
    }

    @Test
    void codesAreStoredHashed() {
        var code = requestCode();

        var hash = jdbc.sql("SELECT encode(code_hash, 'escape') FROM one_time_code WHERE subject = :phone")
                .param("phone", phone)
                .query(String.class)
                .single();
        assertThat(hash).doesNotContain(code);
    }

    @Test
    void onePhoneGetsOnlySoManyCodes() {
        requestCode();
        requestCode();

        assertThatThrownBy(this::requestCode).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.key()).isEqualTo("account.error.sms");
            assertThat(problem.arguments()[0].toString()).matches("[0-9]{2}:[0-9]{2}:[0-9]{2}");
        });
    }

    @Test
    void randomPasswordsKeepTheRulesAndMustBeChanged() {
        var made = accounts.createWithRandomPassword(name, phone, "海曙精工", Set.of(Role.ENTERPRISE), Texts.CHINESE);

        assertThat(AccountRules.password(made.password())).isEmpty();
        assertThat(made.account().mustChangePassword()).isTrue();
        assertThat(made.account().displayName()).isEqualTo("海曙精工");
        assertThat(made.toString()).doesNotContain(made.password());
        assertThat(hashes.matches(made.password(), stored(made.account()))).isTrue();

        passwords.change(made.account().id(), made.password(), PASSWORD);
        assertThat(accounts.find(made.account().id()).orElseThrow().mustChangePassword())
                .isFalse();

        var again = accounts.issueRandomPassword(made.account().id());
        assertThat(hashes.matches(PASSWORD, stored(made.account()))).isFalse();
        assertThat(hashes.matches(again, stored(made.account()))).isTrue();
        assertThat(accounts.find(made.account().id()).orElseThrow().mustChangePassword())
                .isTrue();
    }

    @Test
    void aThousandRandomPasswordsAreAllAcceptedAndAllDifferent() {
        var seen = new java.util.HashSet<String>();
        for (var number = 0; number < 1000; number++) {
            var password = hashes.random();
            assertThat(AccountRules.password(password)).isEmpty();
            assertThat(seen.add(password)).isTrue();
        }
    }

    @Test
    void thePasswordChangesForWhoKnowsTheOldOne() {
        var id = accounts.create(name, PASSWORD, null, null, Set.of(), Texts.CHINESE)
                .id();

        assertThat(problem("oldPassword", () -> passwords.change(id, "Wrong#12345", "Other#12345")))
                .isEqualTo("account.error.password.old");
        assertThat(problem("password", () -> passwords.change(id, PASSWORD, "weak")))
                .isEqualTo("account.error.password");
        assertThat(problem("password", () -> passwords.change(id, PASSWORD, PASSWORD)))
                .isEqualTo("account.error.password.same");
        assertThat(problem("oldPassword", () -> passwords.change(id, null, "Other#12345")))
                .isEqualTo("account.error.password.old");
        passwords.change(id, PASSWORD, "Other#12345");
        assertThat(problem("oldPassword", () -> passwords.change(id, PASSWORD, "Third#12345")))
                .isEqualTo("account.error.password.old");
    }

    @Test
    void ofTwoPasswordChangesOneWins() throws Exception {
        var id = accounts.create(name, PASSWORD, null, null, Set.of(), Texts.CHINESE)
                .id();

        var outcomes = Together.run(3, () -> {
            passwords.change(
                    id, PASSWORD, "Other#" + (10_000 + Thread.currentThread().getId()));
            return "changed";
        });

        assertThat(outcomes).filteredOn("changed"::equals).hasSize(1);
    }

    @Test
    void rolesAndLanguageAreKept() {
        var id = accounts.create(name, PASSWORD, null, null, Set.of(Role.APPLICANT), Texts.CHINESE)
                .id();

        accounts.grantRole(id, Role.ENTERPRISE);
        accounts.grantRole(id, Role.ENTERPRISE);
        accounts.revokeRole(id, Role.APPLICANT);
        accounts.changeLocale(id, Locale.ENGLISH);

        assertThat(accounts.find(id).orElseThrow().roles()).containsExactly(Role.ENTERPRISE);
        assertThat(accounts.find(id).orElseThrow().locale()).isEqualTo(Locale.ENGLISH);
        assertThat(jdbc.sql("SELECT array_length(roles, 1) FROM account WHERE id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThatThrownBy(() -> accounts.grantRole(UUID.randomUUID(), Role.SENIOR))
                .isInstanceOf(Problem.class);
    }

    private String requestCode() {
        phones.requestCode(CodePurpose.REGISTER, phone, phone, Texts.CHINESE);
        return TestPhone.code(jdbc, phone);
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private String stored(Account account) {
        return accountTable.find(account.id()).orElseThrow().passwordHash();
    }

    private static String problem(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(FieldProblems.class, call)
                .byField()
                .get(field)
                .key();
    }
}
