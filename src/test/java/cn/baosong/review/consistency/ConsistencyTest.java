package cn.baosong.review.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.ui.Card;
import cn.baosong.filing.Filing;
import cn.baosong.organization.Desk;
import cn.baosong.review.ReviewProcess;
import cn.baosong.review.ReviewRecord;
import cn.baosong.review.consistency.Disagreement.What;
import cn.baosong.testing.Actors;
import cn.baosong.testing.Agreement;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.Pages;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.time.YearMonth;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Every report in exactly one place, and what the operator sees where one is not. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ConsistencyTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private FilingFixture reports;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private Actors actors;

    @Autowired
    private Agreement agreement;

    @Autowired
    private Consistency consistency;

    @Autowired
    private ReviewRecord record;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient jdbc;

    private Filing filing;

    @BeforeEach
    void aReportUnderReview() {
        filing = reports.submitted(reports.enterprise(), YearMonth.of(2026, 3));
    }

    @AfterEach
    void close() {
        Pages.close();
    }

    private What[] found() {
        return agreement.about(filing.id()).stream().map(Disagreement::what).toArray(What[]::new);
    }

    @Test
    void aWholeLifeAgreesAtEachDesk() {
        for (var desk : new Desk[] {desks.yuhang(), desks.hangzhou(), desks.zhejiang(), desks.nation()}) {
            assertThat(found()).isEmpty();
            reports.acceptAt(desk, filing);
        }
        assertThat(found()).isEmpty();
        var report = agreement.report();
        assertThat(report.underReview()).containsKeys("filing", "registration", "key-field-change");
        assertThat(report.items()).isPositive();
    }

    @Test
    void whatIsMissingInTheInboxIsFound() {
        var row = jdbc.sql("DELETE FROM review_item WHERE subject_id = :id RETURNING task_id")
                .param("id", filing.id())
                .query(String.class)
                .single();
        assertThat(agreement.about(filing.id()))
                .extracting(Disagreement::what, Disagreement::task)
                .containsExactlyInAnyOrder(tuple(What.NO_ITEM, row), tuple(What.NOT_WAITING, null));

        Pages.open(context);
        Pages.signIn(new SignedIn(actors.account(Role.OPERATOR).id(), "operator", null, Set.of(Role.OPERATOR)));
        UI.getCurrent().navigate("consistency");
        var list = LocatorJ._get(Div.class, spec -> spec.withId("verdict"));
        assertThat(list.getElement().getTextRecursively()).contains("不一致");
        assertThat(LocatorJ._get(Card.class, spec -> spec.withId("disagreements"))
                        .getElement()
                        .getTextRecursively())
                .contains(filing.id().toString(), row);
        engine.getRuntimeService().deleteProcessInstance(filing.processInstance(), "test");
        jdbc.sql("UPDATE filing SET status = 'EDITING' WHERE id = :id")
                .param("id", filing.id())
                .update();
        assertThat(found()).isEmpty();
    }

    @Test
    void anotherDeskInTheEngineAndARowWithoutATaskAreFound() {
        var item = record.waiting(filing.id()).orElseThrow();
        jdbc.sql("UPDATE review_item SET desk_id = :desk WHERE id = :id")
                .param("desk", desks.ningbo().id())
                .param("id", item.id())
                .update();
        assertThat(found()).containsExactly(What.OTHER_DESK);
        jdbc.sql("UPDATE review_item SET desk_id = :desk, task_id = 'none' WHERE id = :id")
                .param("desk", item.desk())
                .param("id", item.id())
                .update();
        assertThat(found()).containsExactlyInAnyOrder(What.NO_TASK, What.NO_ITEM);
        jdbc.sql("UPDATE review_item SET task_id = :task WHERE id = :id")
                .param("task", item.taskId())
                .param("id", item.id())
                .update();
        assertThat(found()).isEmpty();
        assertThat(engine.getTaskService().getVariable(item.taskId(), ReviewProcess.DESK))
                .isEqualTo(item.desk().toString());
    }

    @Test
    void onlyOperatorsAsk() {
        for (var role : new Role[] {Role.ENTERPRISE, Role.REVIEWER, Role.PROCESS_OWNER}) {
            var person = actors.account(role);
            assertThatThrownBy(() -> actors.as(person, () -> consistency.check()))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }
}
