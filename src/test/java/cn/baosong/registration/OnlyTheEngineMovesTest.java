package cn.baosong.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.Account;
import cn.baosong.engine.Step;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.registration.repository.RegistrationRepository;
import cn.baosong.registration.repository.RegistrationRepository.Submission;
import cn.baosong.testing.Drawn;
import cn.baosong.testing.ModelFixture;
import cn.baosong.testing.RegistrationFixture;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** No status changes except by the engine: by nobody's code, by no other process, by no statement of the application. */
class OnlyTheEngineMovesTest extends RegistrationScenario {

    private static final String COUNTY = "330110";

    @Autowired
    private RegistrationRepository repository;

    @Autowired
    private RegistrationSteps steps;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private TransactionTemplate transaction;

    private Account applicant;
    private Account reviewer;
    private Map<String, Object> values;

    @BeforeEach
    void aCountyWithAReviewer() {
        reviewer = desks.holder(desks.yuhang());
        applicant = actors.applicant();
        values = RegistrationFixture.values(COUNTY);
    }

    /** Rows of all tests that ran on this database so far, and of one registration that went every way. */
    @Test
    void everyStatusHasItsStepInTheHistoryOfTheEngine() {
        var registration = fixture.submitted(applicant, values);
        sendBack(reviewer, registration, "请核对");
        submit(applicant, registration);
        accept(reviewer, registration);
        var given = fixture.submitted(actors.applicant(), RegistrationFixture.values(COUNTY));
        actors.as(accountOf(given), () -> registrations.cancel(given.id()));

        assertThat(activities(registration))
                .containsExactly(
                        "submit-registration", "return-registration", "submit-registration", "activate-enterprise");
        assertThat(activities(given)).containsExactly("submit-registration", "cancel-registration-record");
        assertThat(ids("""
                        SELECT s.registration_id FROM registration_step s
                        JOIN registration r ON r.id = s.registration_id
                        WHERE s.process_instance <> r.process_instance
                           OR NOT EXISTS (SELECT 1 FROM act_hi_actinst h
                                          JOIN act_hi_procinst p ON p.id_ = h.proc_inst_id_
                                          WHERE h.proc_inst_id_ = s.process_instance AND h.act_id_ = s.activity
                                            AND p.business_key_ = s.registration_id::text)
                        """)).as("a step the engine knows nothing of").isEmpty();
        assertThat(ids("""
                        SELECT r.id FROM registration r
                        WHERE (SELECT count(*) FROM registration_step s WHERE s.registration_id = r.id)
                           <> (SELECT count(*) FROM act_hi_actinst h
                               WHERE h.proc_inst_id_ = r.process_instance AND h.end_time_ IS NOT NULL
                                 AND h.act_id_ IN ('submit-registration', 'return-registration',
                                                   'activate-enterprise', 'cancel-registration-record'))
                        """)).as("as many steps as the engine has taken").isEmpty();
        assertThat(ids("""
                        SELECT r.id FROM registration r
                        WHERE r.status <> coalesce((SELECT s.status FROM registration_step s
                                                    WHERE s.registration_id = r.id ORDER BY s.id DESC LIMIT 1),
                                                   'EDITING')
                        """)).as("a status no step has made").isEmpty();
    }

    @Test
    void withoutAStepNothingMoves() {
        var registration = fixture.submitted(applicant, values);
        var now = Instant.parse("2026-01-01T00:00:00Z");
        Step none = null;
        var id = registration.id();
        var submission = new Submission("别的名称", "key", "code", COUNTY, Map.of());
        for (var attempt : List.<Runnable>of(
                () -> repository.approve(none, id, null, now),
                () -> repository.sendBack(none, id, "x", now),
                () -> repository.cancel(none, id, now),
                () -> repository.submit(none, id, submission, now),
                () -> steps.approve(none),
                () -> steps.sendBack(none),
                () -> steps.cancel(none),
                () -> steps.submit(none),
                () -> enterprises.admit(none, null))) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> attempt.run()))
                    .isInstanceOf(NullPointerException.class);
        }
        assertThatThrownBy(() -> steps.cancel(none)).isInstanceOf(IllegalTransactionStateException.class);
        assertThat(fixture.now(id)).isEqualTo(registration);
        assertThat(path(registration)).containsExactly(RegistrationStatus.UNDER_REVIEW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkRegistration",
                "submitRegistration",
                "activateEnterprise",
                "returnRegistration",
                "cancelRegistration",
                "assignDirectDesk"
            })
    void aForgedProcessWithTheSameKeyMovesNothing(String delegate) {
        var registration = fixture.submitted(applicant, values);
        deploy("forged", "<bpmn:serviceTask id=\"task\" camunda:delegateExpression=\"${" + delegate + "}\" />");

        assertThatThrownBy(() -> start("forged", registration, Map.of("subjectKind", KIND)))
                .hasStackTraceContaining("does not belong to");

        assertThat(fixture.now(registration.id())).isEqualTo(registration);
        assertThat(path(registration)).containsExactly(RegistrationStatus.UNDER_REVIEW);
        assertThat(waitsAt(registration)).isEqualTo(desks.yuhang().id());
    }

    @Test
    void aForgedReviewPutsNothingIntoAnInbox() {
        var registration = fixture.submitted(applicant, values);
        sendBack(reviewer, registration, "请核对");
        deploy("forged-review", """
                <bpmn:userTask id="task"><bpmn:extensionElements><camunda:properties>
                  <camunda:property name="review" value="true" />
                </camunda:properties></bpmn:extensionElements></bpmn:userTask>
                """);
        Map<String, Object> flags =
                Map.of("subjectKind", KIND, "desk", desks.yuhang().id().toString());

        assertThatThrownBy(() -> start("forged-review", registration, flags))
                .hasStackTraceContaining("does not belong to");

        assertThat(waitsAt(registration)).isNull();
        assertThat(submit(applicant, registration).passed()).isTrue();
    }

    @Test
    void theReviewModelStartedByItselfReviewsNothing() {
        var registration = fixture.submitted(applicant, values);
        assertThatThrownBy(() -> start("multi-level-review", registration, Map.of("subjectKind", KIND)))
                .hasStackTraceContaining("does not belong to");
        assertThat(waitsAt(registration)).isEqualTo(desks.yuhang().id());
    }

    /** The called process acts for the root's subject, whatever its own business key or flags say. */
    @Test
    void aCalledProcessActsForItsRootOnly() {
        var victim = fixture.submitted(applicant, values);
        deploy("forged-part", "<bpmn:serviceTask id=\"task\" camunda:delegateExpression=\"${cancelRegistration}\" />");
        deploy("forged-caller", """
                <bpmn:callActivity id="task" calledElement="forged-part" camunda:calledElementBinding="version"
                    camunda:calledElementVersion="${forgedPartVersion}"><bpmn:extensionElements>
                  <camunda:in businessKey="#{execution.processBusinessKey}" />
                </bpmn:extensionElements></bpmn:callActivity>
                """);
        var version = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("forged-part")
                .latestVersion()
                .singleResult()
                .getVersion();

        assertThatThrownBy(() -> start("forged-caller", victim, Map.of("forgedPartVersion", version)))
                .hasStackTraceContaining("does not belong to");
        assertThatThrownBy(() -> engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                "forged-caller",
                                UUID.randomUUID().toString(),
                                Map.of(
                                        "forgedPartVersion",
                                        version,
                                        "subject",
                                        victim.id().toString())))
                .hasStackTraceContaining("no registration has the business key");
        assertThat(status(victim)).isEqualTo(RegistrationStatus.UNDER_REVIEW);
    }

    /** A model drawn so that it approves what nobody accepted stops; it does not approve. */
    @Test
    void aModelThatLeavesTheReviewOutApprovesNothing() {
        var registration = models.changed(
                ModelFixture.REGISTRATION_MODEL,
                model -> model.replace(
                        "sourceRef=\"submit-registration\" targetRef=\"review-registration\"",
                        "sourceRef=\"submit-registration\" targetRef=\"activate-enterprise\""),
                () -> fixture.filled(applicant, values));

        assertThatThrownBy(() -> submit(applicant, registration)).hasStackTraceContaining("nobody has reviewed");

        assertThat(status(registration)).isEqualTo(RegistrationStatus.EDITING);
        assertThat(enterprises.ofAccount(applicant.id())).isEmpty();
    }

    @Test
    void aModelThatLeavesTheCheckOutSubmitsNothingWrong() {
        var registration = models.changed(
                ModelFixture.REGISTRATION_MODEL,
                model -> model.replace(
                        "sourceRef=\"fill-registration\" targetRef=\"check-registration\"",
                        "sourceRef=\"fill-registration\" targetRef=\"submit-registration\""),
                () -> fixture.filled(applicant, RegistrationFixture.with(values, "name", null)));

        assertProblem("registration.error.check", () -> submit(applicant, registration));

        assertThat(status(registration)).isEqualTo(RegistrationStatus.EDITING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE registration_step SET status = 'APPROVED'",
                "DELETE FROM registration_step",
                "TRUNCATE registration_step",
                "UPDATE review_action SET decision = 'ACCEPTED'",
                "DELETE FROM review_action",
                "TRUNCATE review_action",
                "UPDATE enterprise_profile SET profile = '{}'",
                "DELETE FROM enterprise_profile",
                "TRUNCATE enterprise_profile",
                "UPDATE scheme_revision SET number = 0",
                "DELETE FROM scheme_revision",
                "TRUNCATE scheme_revision",
                "TRUNCATE registration CASCADE",
                "ALTER TABLE registration ADD COLUMN forged text",
                "DROP TABLE review_item",
                "CREATE TABLE forged (id int)"
            })
    void theApplicationsRoleIsRefused(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .hasStackTraceContaining(
                        statement.startsWith("ALTER") || statement.startsWith("DROP")
                                ? "must be owner"
                                : "permission denied");
    }

    private Account accountOf(Registration registration) {
        return accounts.find(registration.account()).orElseThrow();
    }

    private List<String> activities(Registration registration) {
        return jdbc.sql("SELECT activity FROM registration_step WHERE registration_id = :id ORDER BY id")
                .param("id", registration.id())
                .query(String.class)
                .list();
    }

    private List<UUID> ids(String sql) {
        return jdbc.sql(sql).query(UUID.class).list();
    }

    private void start(String key, Registration registration, Map<String, Object> flags) {
        engine.getRuntimeService()
                .startProcessInstanceByKey(key, registration.id().toString(), new HashMap<>(flags));
    }

    /** start → the element called {@code task} → end, past the guard like any model. */
    private void deploy(String key, String task) {
        var model = """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    id="definitions" targetNamespace="http://baosong.cn/test">
                  <bpmn:process id="%s" name="伪造" isExecutable="true" camunda:historyTimeToLive="P30D">
                    <bpmn:startEvent id="started" />
                    <bpmn:sequenceFlow id="to-task" sourceRef="started" targetRef="task" />
                    %s
                    <bpmn:sequenceFlow id="to-end" sourceRef="task" targetRef="done" />
                    <bpmn:endEvent id="done" />
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(key, task);
        engine.getRepositoryService()
                .createDeployment()
                .addString(key + ".bpmn", Drawn.complete(model))
                .deploy();
    }
}
