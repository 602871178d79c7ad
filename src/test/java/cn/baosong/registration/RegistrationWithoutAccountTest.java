package cn.baosong.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Passwords;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.Texts;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.testing.Actors;
import cn.baosong.testing.RegistrationFixture;
import cn.baosong.testing.TestPhone;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The other way (CON-09): the phone first, the account with the approval (REG-01 to 13). */
class RegistrationWithoutAccountTest extends RegistrationScenario {

    private static final String COUNTY = "330110";
    private static final Pattern PASSWORD = Pattern.compile("初始密码 ([!-~]{9,16})，");

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private Passwords passwords;

    private final String phone = Actors.freshPhone();
    private final String loginName = TestPhone.freshLoginName();
    private final SignedIn applicant = Actors.withoutAccount(phone);
    private final Map<String, Object> values = RegistrationFixture.values(COUNTY);
    private Account reviewer;

    @BeforeEach
    void aCountyWithAReviewer() {
        reviewer = desks.holder(desks.yuhang());
    }

    private Registration filled() {
        return actors.as(applicant, () -> {
            var opened = registrations.open();
            registrations.wishLoginName(opened.id(), loginName);
            registrations.keep(opened.id(), values);
            return opened;
        });
    }

    private RegistrationCheck submit(Registration registration) {
        return actors.as(applicant, () -> registrations.submit(registration.id()));
    }

    @Test
    void theApprovalMakesTheAccountAndItsPasswordComesBySms() {
        var registration = filled();
        assertThat(registration.account()).isNull();
        assertThat(submit(registration).passed()).isTrue();
        assertThat(accounts.findByLoginName(loginName)).isEmpty();
        var process = process(registration);

        accept(reviewer, registration);

        assertThat(process)
                .hasPassedInOrder("activate-enterprise", "notify-approved")
                .isEnded();
        var account = accounts.findByLoginName(loginName).orElseThrow();
        assertThat(account.mustChangePassword()).as("REG-11").isTrue();
        assertThat(account.phone()).isEqualTo(phone);
        assertThat(account.roles()).containsExactly(Role.ENTERPRISE);
        assertThat(enterprises.ofAccount(account.id()).orElseThrow().phone()).isEqualTo(phone);
        var text = TestPhone.texts(jdbc, phone).get(0);
        assertThat(TestPhone.texts(jdbc, phone)).hasSize(1);
        assertThat(text).contains(loginName, (String) values.get("name"));
        var password = PASSWORD.matcher(text);
        assertThat(password.find()).as(text).isTrue();
        passwords.change(account.id(), password.group(1), "Own#word2026");
        assertThat(accounts.find(account.id()).orElseThrow().mustChangePassword())
                .as("the password of the message was the account's")
                .isFalse();
    }

    @Test
    void theApplicantStillSeesWhatBecameOfIt() {
        var registration = filled();
        submit(registration);
        accept(reviewer, registration);

        actors.as(applicant, () -> {
            var mine = registrations.mine().orElseThrow();
            assertThat(mine.status()).isEqualTo(RegistrationStatus.APPROVED);
            assertThat(registrations.reviewed(mine.id())).hasSize(1);
            assertProblem("registration.error.closed", () -> registrations.cancel(mine.id()));
        });
    }

    @Test
    void thePhoneResumesItsDraft() {
        var registration = filled();

        var again = actors.as(Actors.withoutAccount(phone), () -> registrations.open());

        assertThat(again.id()).as("REG-07").isEqualTo(registration.id());
        assertThat(again.loginName()).isEqualTo(loginName);
        assertThat(actors.as(applicant, () -> registrations.draft(again.id())).values())
                .containsEntry("contact", "钱乙");
    }

    @Test
    void aPhoneOfAnEnterpriseIsRefused() {
        var owner = actors.applicant();
        accept(reviewer, fixture.submitted(owner, RegistrationFixture.values(COUNTY)));
        var other = Actors.withoutAccount(owner.phone());

        actors.as(other, () -> {
            assertThat(registrations.mine()).isEmpty();
            assertProblem("registration.error.phone-taken", () -> registrations.open());
        });
    }

    @Test
    void aPhoneOfAnAccountIsSentToTheLogin() {
        var owner = actors.applicant();
        var begun = fixture.filled(owner, RegistrationFixture.values(COUNTY));
        var noOneYet = actors.applicant();

        for (var phoneInUse : new String[] {owner.phone(), noOneYet.phone()}) {
            actors.as(Actors.withoutAccount(phoneInUse), () -> {
                assertThat(registrations.mine()).isEmpty();
                assertProblem("registration.error.phone-of-account", () -> registrations.open());
            });
        }
        actors.as(Actors.withoutAccount(owner.phone()), () -> {
            assertProblem("registration.error.not-found", () -> registrations.draft(begun.id()));
            assertProblem("registration.error.not-found", () -> registrations.cancel(begun.id()));
        });
    }

    @Test
    void withoutAUserIdNothingIsSubmitted() {
        var registration = actors.as(applicant, () -> {
            var opened = registrations.open();
            registrations.keep(opened.id(), values);
            return opened;
        });

        var check = submit(registration);

        assertThat(keys(check)).containsExactly("registration.error.login-name-missing");
        assertThat(process(registration)).isWaitingAt("fill-registration");
    }

    @Test
    void aUserIdIsHeldOnceAndFollowsTheRules() {
        var registration = filled();
        var taken = actors.applicant().loginName();
        actors.as(applicant, () -> {
            var id = registration.id();
            assertProblem("account.error.login-name.taken", () -> registrations.wishLoginName(id, taken));
            assertProblem(
                    "account.error.login-name.taken",
                    () -> registrations.wishLoginName(id, taken.toUpperCase(Locale.ROOT)));
            for (var wrong : new String[] {null, "", "a", "with space", "<script>", "名字名字名字", "x".repeat(17)}) {
                assertProblem("account.error.login-name", () -> registrations.wishLoginName(id, wrong));
            }
        });
        var other = Actors.withoutAccount(Actors.freshPhone());
        actors.as(other, () -> {
            var second = registrations.open();
            assertProblem("account.error.login-name.taken", () -> registrations.wishLoginName(second.id(), loginName));
        });
        assertThat(fixture.now(registration.id()).loginName()).isEqualTo(loginName);
    }

    @Test
    void aUserIdThatWasTakenMeanwhileIsChosenAnewAfterAReturn() {
        var registration = filled();
        submit(registration);
        accounts.create(loginName, "Quick#2026x", Actors.freshPhone(), null, Set.of(Role.APPLICANT), Texts.CHINESE);

        assertProblem("registration.error.login-name-gone", () -> accept(reviewer, registration));
        assertThat(status(registration)).isEqualTo(RegistrationStatus.UNDER_REVIEW);
        assertThat(sees(reviewer, registration)).as("it still waits").isTrue();
        sendBack(reviewer, registration, "用户 ID 已被使用，请另选");

        assertThat(fixture.now(registration.id()).loginName()).isNull();
        assertThat(keys(submit(registration))).containsExactly("registration.error.login-name-missing");
        var other = TestPhone.freshLoginName();
        actors.as(applicant, () -> registrations.wishLoginName(registration.id(), other));
        assertThat(submit(registration).passed()).isTrue();
        accept(reviewer, registration);
        assertThat(accounts.findByLoginName(other)).isPresent();
    }

    @Test
    void anAccountThePhoneGotMeanwhileIsTheEnterprises() {
        var registration = filled();
        submit(registration);
        var meanwhile = accounts.create(
                TestPhone.freshLoginName(), "Quick#2026x", phone, null, Set.of(Role.APPLICANT), Texts.CHINESE);

        accept(reviewer, registration);

        assertThat(enterprises.ofAccount(meanwhile.id()))
                .as("who proved the phone for the one has proved it for the other")
                .isPresent();
        assertThat(accounts.findByLoginName(loginName)).isEmpty();
        assertThat(TestPhone.texts(jdbc, phone)).singleElement().asString().contains((String) values.get("name"));
    }
}
