package cn.baosong.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.baosong.account.Account;
import cn.baosong.account.Role;
import cn.baosong.common.Texts;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.form.DraftStore;
import cn.baosong.messaging.PersonalMessage;
import cn.baosong.messaging.PersonalMessages;
import cn.baosong.review.Decision;
import cn.baosong.review.ReviewAction;
import cn.baosong.testing.ModelFixture;
import cn.baosong.testing.RegistrationFixture;
import cn.baosong.testing.TestPhone;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/** The scenarios of {@code enterprise-registration}, told through the services. */
class RegistrationFlowTest extends RegistrationScenario {

    private static final String COUNTY = "330110";

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private DraftStore drafts;

    @Autowired
    private PersonalMessages messages;

    private Account applicant;
    private Account reviewer;
    private Map<String, Object> values;

    @BeforeEach
    void aCountyWithAReviewer() {
        reviewer = desks.holder(desks.yuhang());
        applicant = actors.applicant();
        values = RegistrationFixture.values(COUNTY);
    }

    @Test
    void anAcceptedRegistrationBecomesAnEnterprise() {
        var registration = fixture.submitted(applicant, values);
        var process = process(registration);
        assertThat(process).isWaitingAt("review-registration").isStarted();
        assertThat(BpmnAwareTests.calledProcessInstance("multi-level-review", process))
                .isWaitingAt("review-direct")
                .task()
                .isNotAssigned();
        assertThat(sees(reviewer, registration)).isTrue();

        accept(reviewer, registration);

        assertThat(process)
                .hasPassedInOrder(
                        "registration-started",
                        "fill-registration",
                        "check-registration",
                        "submit-registration",
                        "review-registration",
                        "activate-enterprise",
                        "notify-approved",
                        "registration-completed")
                .hasNotPassed("return-registration", "cancel-registration-record")
                .isEnded();
        assertThat(path(registration)).containsExactly(RegistrationStatus.UNDER_REVIEW, RegistrationStatus.APPROVED);
        assertThat(waitsAt(registration)).isNull();
        var enterprise = enterprises.ofAccount(applicant.id()).orElseThrow();
        assertThat(enterprise.name()).isEqualTo(values.get("name"));
        assertThat(enterprise.code()).isEqualTo(values.get("code"));
        assertThat(enterprise.phone()).isEqualTo(applicant.phone());
        assertThat(enterprise.directDesk()).isEqualTo(desks.yuhang().id());
        assertThat(enterprise.scale()).isEqualTo("small");
        assertThat(enterprises.profile(enterprise.id()))
                .containsEntry("address", "示范路 1 号")
                .hasEntrySatisfying("lastYearRevenue", revenue -> assertThat(new BigDecimal(revenue.toString()))
                        .isEqualByComparingTo("79310"));
        assertThat(actors.as(applicant, () -> registrations.mine())
                        .orElseThrow()
                        .enterprise())
                .isEqualTo(enterprise.id());
        assertThat(actors.as(applicant, () -> registrations.reviewed(registration.id())))
                .singleElement()
                .satisfies(action -> {
                    assertThat(action.decision()).isEqualTo(Decision.ACCEPTED);
                    assertThat(action.actor()).isEqualTo(reviewer.loginName());
                });
    }

    @Test
    void anAcceptedApplicantIsAnEnterpriseUserAndIsToldSo() {
        var registration = fixture.submitted(applicant, values);
        assertThat(TestPhone.texts(jdbc, applicant.phone())).isEmpty();

        accept(reviewer, registration);

        assertThat(actors.as(applicant, () -> registrations.mine())).isPresent();
        assertThat(jdbc.sql("SELECT 'ENTERPRISE' = ANY (roles) FROM account WHERE id = :id")
                        .param("id", applicant.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(TestPhone.texts(jdbc, applicant.phone()))
                .as("REG-39")
                .singleElement()
                .asString()
                .contains((String) values.get("name"));
    }

    @Test
    void aReturnedRegistrationIsCorrectedSubmittedAgainAndAccepted() {
        var registration = fixture.submitted(applicant, values);
        var process = process(registration);

        sendBack(reviewer, registration, "  名称与营业执照不一致 ");

        assertThat(process)
                .isWaitingAt("fill-registration")
                .hasPassedInOrder("submit-registration", "return-registration", "notify-returned");
        assertThat(fixture.now(registration.id()).status()).isEqualTo(RegistrationStatus.RETURNED);
        assertThat(fixture.now(registration.id()).returnReason()).isEqualTo("名称与营业执照不一致");
        assertThat(TestPhone.texts(jdbc, applicant.phone()))
                .as("CON-01: no message by default")
                .isEmpty();
        assertThat(sees(reviewer, registration)).isFalse();
        assertThat(actors.as(applicant, () -> registrations.draft(registration.id()))
                        .values())
                .as("what was filled in is still there")
                .containsEntry("contact", "钱乙");

        actors.as(applicant, () -> registrations.keep(registration.id(), Map.of("contact", "孙丙")));
        assertThat(submit(applicant, registration).passed()).isTrue();
        assertThat(process).isWaitingAt("review-registration");
        accept(reviewer, registration);

        assertThat(process).hasPassed("activate-enterprise").isEnded();
        assertThat(path(registration))
                .containsExactly(
                        RegistrationStatus.UNDER_REVIEW,
                        RegistrationStatus.RETURNED,
                        RegistrationStatus.UNDER_REVIEW,
                        RegistrationStatus.APPROVED);
        assertThat(fixture.now(registration.id()).content()).containsEntry("contact", "孙丙");
        assertThat(actors.as(applicant, () -> registrations.reviewed(registration.id())))
                .extracting(ReviewAction::decision)
                .containsExactly(Decision.RETURNED, Decision.ACCEPTED);
    }

    @Test
    void aReturnIsToldBySmsWhereTheModelSaysSo() {
        var registration = models.changed(
                ModelFixture.REGISTRATION_MODEL,
                model -> model.replace("name=\"channel\" value=\"inbox\"", "name=\"channel\" value=\"inbox,sms\""),
                () -> fixture.submitted(applicant, values));

        sendBack(reviewer, registration, "请上传清晰的营业执照");

        assertThat(TestPhone.texts(jdbc, applicant.phone()))
                .as("REG-12")
                .singleElement()
                .asString()
                .contains("请上传清晰的营业执照", (String) values.get("name"));
    }

    @Test
    void theEnterpriseReadsInTheApplicationWhatWasDecided() {
        var registration = fixture.submitted(applicant, values);
        sendBack(reviewer, registration, "名称不一致");
        submit(applicant, registration);
        accept(reviewer, registration);

        assertThat(inbox(applicant)).hasSize(2).allSatisfy(message -> {
            assertThat(message.text()).contains((String) values.get("name"));
            assertThat(message.link()).isEqualTo("/registration");
        });
        assertThat(inbox(applicant).get(1).text()).contains("名称不一致");
        assertThat(messages.newest(applicant.id(), true, 0, 1, Texts.ENGLISH)
                        .get(0)
                        .text())
                .contains("approved");
    }

    @Test
    void whereTheModelSaysSoTheDeskIsTold() {
        var second = desks.newHolder(desks.yuhang());
        var registration = models.changed(
                ModelFixture.REGISTRATION_MODEL,
                model -> model.replaceFirst(
                        "name=\"recipient\" value=\"enterprise\"", "name=\"recipient\" value=\"desk\""),
                () -> fixture.submitted(applicant, values));
        var before = inbox(reviewer).size();

        accept(reviewer, registration);

        assertThat(inbox(applicant)).isEmpty();
        assertThat(TestPhone.texts(jdbc, applicant.phone())).isEmpty();
        assertThat(inbox(reviewer)).hasSize(before + 1);
        assertThat(inbox(second)).singleElement().satisfies(message -> {
            assertThat(message.text()).contains((String) values.get("name"));
            assertThat(message.link()).isEqualTo("/reviews/registration");
        });
        assertThat(TestPhone.texts(jdbc, second.phone())).hasSize(1);
    }

    private List<PersonalMessage> inbox(Account account) {
        return messages.newest(account.id(), false, 0, 10_000, Texts.CHINESE);
    }

    @Test
    void whatFailsTheChecksStaysWhereItIs() {
        var registration = fixture.filled(applicant, RegistrationFixture.with(values, "legalRepresentative", null));
        var process = process(registration);

        var check = submit(applicant, registration);

        assertThat(check.passed()).isFalse();
        assertThat(check.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("legalRepresentative");
            assertThat(problem.message(texts, Texts.CHINESE)).contains("法人代表");
        });
        assertThat(process)
                .isWaitingAt("fill-registration")
                .hasPassed("check-registration")
                .hasNotPassed("submit-registration");
        assertThat(status(registration)).isEqualTo(RegistrationStatus.EDITING);
        assertThat(path(registration)).isEmpty();
        assertThat(waitsAt(registration)).isNull();
    }

    @Test
    void savingChecksWhatIsThereAndMovesNothing() {
        var registration = fixture.filled(applicant, Map.of("name", values.get("name"), "postalCode", "12"));

        var check = actors.as(applicant, () -> registrations.checkDraft(registration.id()));

        assertThat(check.problems())
                .as("REG-09: what is missing may come later, what is there must be right")
                .singleElement()
                .satisfies(problem -> assertThat(problem.path()).isEqualTo("postalCode"));
        assertThat(path(registration)).isEmpty();
    }

    @Test
    void warningsDoNotBlock() {
        var registration = fixture.filled(applicant, RegistrationFixture.with(values, "lastYearEmployees", "0"));

        var before = actors.as(applicant, () -> registrations.checkDraft(registration.id()));

        assertThat(before.remarks()).isNotEmpty();
        assertThat(submit(applicant, registration).passed()).isTrue();
    }

    @Test
    void aRegistrationCanBeGivenUpWhileItIsFilledIn() {
        var registration = fixture.filled(applicant, values);
        var process = process(registration);

        actors.as(applicant, () -> registrations.cancel(registration.id()));

        assertThat(process)
                .hasPassedInOrder("registration-started", "cancel-registration-record", "registration-cancelled")
                .hasNotPassed("check-registration")
                .isEnded();
        assertThat(status(registration)).isEqualTo(RegistrationStatus.CANCELLED);
        assertThat(actors.as(applicant, () -> registrations.mine())).isEmpty();
        assertThat(drafts.load(registration.id(), "registration-form"))
                .as("what was typed is kept no longer")
                .isEmpty();
        assertThat(actors.as(applicant, () -> registrations.open()).id())
                .as("phone and account are free again")
                .isNotEqualTo(registration.id());
    }

    @Test
    void aRegistrationCanBeGivenUpWhileItIsReviewed() {
        var registration = fixture.submitted(applicant, values);
        var process = process(registration);
        var review = BpmnAwareTests.calledProcessInstance("multi-level-review", process);

        actors.as(applicant, () -> registrations.cancel(registration.id()));

        assertThat(process).hasPassed("cancel-registration-record").isEnded();
        assertThat(review).isEnded();
        assertThat(waitsAt(registration)).as("the review item vanished").isNull();
        assertThat(sees(reviewer, registration)).isFalse();
        assertProblem("review.error.not-yours", () -> accept(reviewer, registration));
        assertThat(fixture.submitted(applicant, values).status())
                .as("name, code and phone are free again")
                .isEqualTo(RegistrationStatus.UNDER_REVIEW);
    }

    @Test
    void whatIsOverCannotBeMovedAgain() {
        var cancelled = fixture.filled(applicant, values);
        actors.as(applicant, () -> registrations.cancel(cancelled.id()));
        assertProblem(
                "registration.error.closed", () -> actors.as(applicant, () -> registrations.cancel(cancelled.id())));
        assertProblem("registration.error.not-editable", () -> submit(applicant, cancelled));
        assertProblem(
                "registration.error.not-editable",
                () -> actors.as(applicant, () -> registrations.keep(cancelled.id(), Map.of("name", "x"))));

        var approved = fixture.submitted(applicant, values);
        accept(reviewer, approved);
        assertProblem(
                "registration.error.closed", () -> actors.as(applicant, () -> registrations.cancel(approved.id())));
        assertProblem("registration.error.not-editable", () -> submit(applicant, approved));
        assertThat(actors.as(applicant, () -> registrations.open()).id())
                .as("REG-37: one enterprise, one user")
                .isEqualTo(approved.id());
    }

    @Test
    void whatIsUnderReviewCannotBeChanged() {
        var registration = fixture.submitted(applicant, values);
        assertProblem(
                "registration.error.not-editable",
                () -> actors.as(applicant, () -> registrations.keep(registration.id(), Map.of("name", "x"))));
        assertProblem("registration.error.not-editable", () -> submit(applicant, registration));
        assertThat(path(registration)).containsExactly(RegistrationStatus.UNDER_REVIEW);
    }

    @Test
    void openingTwiceOpensOnce() {
        var first = actors.as(applicant, () -> registrations.open());
        var second = actors.as(applicant, () -> registrations.open());
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(actors.as(applicant, () -> registrations.draft(first.id())).values())
                .containsEntry("mobile", applicant.phone());
    }

    @Test
    void aForeignRegistrationIsLikeNone() {
        var registration = fixture.filled(applicant, values);
        var stranger = actors.applicant();
        for (var id : List.of(registration.id(), UUID.randomUUID())) {
            actors.as(stranger, () -> {
                assertProblem("registration.error.not-found", () -> registrations.draft(id));
                assertProblem("registration.error.not-found", () -> registrations.keep(id, Map.of("name", "x")));
                assertProblem("registration.error.not-found", () -> registrations.checkDraft(id));
                assertProblem("registration.error.not-found", () -> registrations.submit(id));
                assertProblem("registration.error.not-found", () -> registrations.cancel(id));
                assertProblem("registration.error.not-found", () -> registrations.wishLoginName(id, "newname01"));
                assertProblem("registration.error.not-found", () -> registrations.waitsAt(id));
                assertProblem("registration.error.not-found", () -> registrations.reviewed(id));
                assertProblem("registration.error.not-found", () -> registrations.steps(id));
            });
        }
        assertThat(actors.as(stranger, () -> registrations.mine())).isEmpty();
        assertThat(status(registration)).isEqualTo(RegistrationStatus.EDITING);
    }

    @Test
    void rolesAreAskedFor() {
        var registration = fixture.submitted(applicant, values);
        var owner = actors.account(Role.PROCESS_OWNER, Role.OPERATOR);
        for (var someone : List.of(owner, reviewer)) {
            assertThatThrownBy(() -> actors.as(someone, () -> registrations.open()))
                    .isInstanceOf(AccessDeniedException.class);
        }
        for (var someone : List.of(owner, applicant)) {
            assertThatThrownBy(() -> accept(someone, registration)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> sendBack(someone, registration, "x")).isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> registrations.submit(registration.id()))
                .as("nobody signed in")
                .isInstanceOf(AuthenticationException.class);
        assertThat(path(registration)).containsExactly(RegistrationStatus.UNDER_REVIEW);
    }

    @Test
    void aReasonIsGivenAndIsNoNovel() {
        var registration = fixture.submitted(applicant, values);
        for (var reason : new String[] {null, "", "  \n ", "长".repeat(151), "😀".repeat(151)}) {
            assertProblem("review.error.reason", () -> sendBack(reviewer, registration, reason));
        }
        sendBack(reviewer, registration, "😀".repeat(150));
        assertThat(fixture.now(registration.id()).returnReason()).isEqualTo("😀".repeat(150));
    }
}
