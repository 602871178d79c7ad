package cn.baosong.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.account.Account;
import cn.baosong.common.Problem;
import cn.baosong.enterprise.Enterprise;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.filing.repository.FilingRepository.StepTaken;
import cn.baosong.review.Reviews;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.FilingFixture;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
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

/** People, desks and the engine for the stories of a monthly report. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class FilingScenario {

    /** A month of a quarter's end and one before it; long past, so that every report of it is late. */
    protected static final YearMonth MONTH = YearMonth.of(2021, 8);

    @Autowired
    protected Actors actors;

    @Autowired
    protected DeskFixture desks;

    @Autowired
    protected FilingFixture fixture;

    @Autowired
    protected Filings filings;

    @Autowired
    protected FilingRepository repository;

    @Autowired
    protected Enterprises enterprises;

    @Autowired
    protected Reviews reviews;

    @Autowired
    protected ProcessEngine engine;

    @Autowired
    protected JdbcClient jdbc;

    @BeforeEach
    void tellTheAssertions() {
        BpmnAwareTests.init(engine);
    }

    @AfterEach
    void forget() {
        BpmnAwareTests.reset();
    }

    /** The process of a report; to be asked for while it runs. */
    protected ProcessInstance process(Filing filing) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(filing.processInstance())
                .singleResult();
    }

    protected FilingStatus status(Filing filing) {
        return fixture.now(filing.id()).status();
    }

    /** Every status after the first, as the table of steps has it. */
    protected List<FilingStatus> path(Filing filing) {
        return repository.steps(filing.id()).stream().map(StepTaken::status).toList();
    }

    protected Enterprise enterpriseOf(Account account) {
        return enterprises.ofAccount(account.id()).orElseThrow();
    }

    protected void type(Account account, Filing filing, String form, Map<String, Object> values) {
        actors.as(account, () -> filings.keep(filing.id(), form, values));
    }

    protected FilingCheck submit(Account account, Filing filing) {
        return actors.as(account, () -> filings.submit(filing.id()));
    }

    /** @return the desk it waits at, null where it waits nowhere */
    protected UUID waitsAt(Filing filing) {
        return jdbc.sql("SELECT desk_id FROM review_item WHERE subject_id = :id")
                .param("id", filing.id())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    protected static void assertProblem(String key, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key())
                .isEqualTo(key));
    }
}
