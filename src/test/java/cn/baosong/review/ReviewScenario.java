package cn.baosong.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.Account;
import cn.baosong.common.Problem;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.ModelFixture;
import cn.baosong.testing.ReviewProbe;
import java.time.Clock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Subjects, desks and the engine for the stories of {@code multi-level-review}. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class ReviewScenario {

    static final String YUHANG = "330110";

    @Autowired
    Actors actors;

    @Autowired
    DeskFixture desks;

    @Autowired
    ReviewProbe probe;

    @Autowired
    ModelFixture models;

    @Autowired
    Reviews reviews;

    @Autowired
    ReviewRecord record;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Clock clock;

    @BeforeEach
    void tellTheAssertions() {
        BpmnAwareTests.init(engine);
        desks.holder(desks.yuhang());
        desks.holder(desks.hangzhou());
    }

    @AfterEach
    void forget() {
        BpmnAwareTests.reset();
    }

    void accept(Account reviewer, Subject subject) {
        var seen = record.waiting(subject.id()).orElseThrow();
        actors.as(reviewer, () -> reviews.accept(seen));
    }

    void sendBack(Account reviewer, Subject subject, String reason) {
        var seen = record.waiting(subject.id()).orElseThrow();
        actors.as(reviewer, () -> reviews.sendBack(seen, reason));
    }

    ProcessInstance process(Subject subject) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(subject.rootInstance())
                .singleResult();
    }

    ProcessInstance review(Subject subject) {
        return BpmnAwareTests.calledProcessInstance(ReviewProcess.KEY, process(subject));
    }

    static void assertProblem(String key, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key())
                .isEqualTo(key));
    }
}
