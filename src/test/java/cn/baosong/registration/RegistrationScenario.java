package cn.baosong.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.form.FieldProblem;
import cn.baosong.review.Reviews;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.ModelFixture;
import cn.baosong.testing.RegistrationFixture;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, desks and the engine for the stories of a registration. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class RegistrationScenario {

    static final String KIND = "registration";

    @Autowired
    Accounts accounts;

    @Autowired
    Actors actors;

    @Autowired
    DeskFixture desks;

    @Autowired
    RegistrationFixture fixture;

    @Autowired
    ModelFixture models;

    @Autowired
    Registrations registrations;

    @Autowired
    Reviews reviews;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Texts texts;

    @BeforeEach
    void tellTheAssertions() {
        BpmnAwareTests.init(engine);
    }

    @AfterEach
    void forget() {
        BpmnAwareTests.reset();
    }

    /** The process of a registration; to be asked for while it runs. */
    ProcessInstance process(Registration registration) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(registration.processInstance())
                .singleResult();
    }

    RegistrationStatus status(Registration registration) {
        return fixture.now(registration.id()).status();
    }

    RegistrationCheck submit(Account applicant, Registration registration) {
        return actors.as(applicant, () -> registrations.submit(registration.id()));
    }

    void accept(Account reviewer, Registration registration) {
        actors.as(reviewer, () -> reviews.accept(KIND, registration.id()));
    }

    void sendBack(Account reviewer, Registration registration, String reason) {
        actors.as(reviewer, () -> reviews.sendBack(KIND, registration.id(), reason));
    }

    /** @return the desk a registration waits at, null where it waits nowhere */
    UUID waitsAt(Registration registration) {
        return jdbc.sql("SELECT desk_id FROM review_item WHERE subject_id = :id")
                .param("id", registration.id())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    boolean sees(Account reviewer, Registration registration) {
        return actors.as(reviewer, () -> reviews.waitingFor(registration.id())).isPresent();
    }

    List<String> keys(RegistrationCheck check) {
        return check.problems().stream().map(FieldProblem::key).toList();
    }

    /** Every status after the first, as the table of steps has it. */
    List<RegistrationStatus> path(Registration registration) {
        return jdbc.sql("SELECT status FROM registration_step WHERE registration_id = :id ORDER BY id")
                .param("id", registration.id())
                .query((row, number) -> RegistrationStatus.valueOf(row.getString(1)))
                .list();
    }

    static void assertProblem(String key, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key())
                .isEqualTo(key));
    }
}
