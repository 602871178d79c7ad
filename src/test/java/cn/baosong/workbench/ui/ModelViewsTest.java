package cn.baosong.workbench.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.baosong.account.Account;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.Problem;
import cn.baosong.common.ui.Callout;
import cn.baosong.filing.Filing;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.Drawn;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.Pages;
import cn.baosong.workbench.InstanceDesk;
import cn.baosong.workbench.Intervention;
import cn.baosong.workbench.Intervention.Kind;
import cn.baosong.workbench.ModelDesk;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The pages 流程模型, 版本差异, 流程实例 and 失败作业. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ModelViewsTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Actors actors;

    @Autowired
    private FilingFixture reports;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private ModelDesk models;

    @Autowired
    private InstanceDesk instances;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient jdbc;

    private Account owner;

    @BeforeEach
    void openBrowser() {
        owner = actors.account(Role.PROCESS_OWNER);
        Pages.open(context);
        signIn(owner);
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    private static void signIn(Account account) {
        Pages.signIn(new SignedIn(account.id(), account.loginName(), account.phone(), account.roles()));
    }

    @Test
    void aReportUnderReviewIsFoundStoppedAndLetGoOn() {
        var filing = reports.submitted(reports.enterprise(), YearMonth.of(2026, 3));
        UI.getCurrent().navigate(ModelsView.class);
        assertThat(_get(Grid.class, spec -> spec.withId("models"))).isNotNull();
        UI.getCurrent()
                .navigate(
                        ModelView.class,
                        ModelView.of("monthly-report"),
                        QueryParameters.simple(Map.of("q", filing.id().toString(), "step", "review-report")));
        assertThat(said(_get(NativeTable.class, spec -> spec.withId("loads")))).contains("审核月报");
        assertThat(said(_get(NativeTable.class, spec -> spec.withId("versions"))))
                .contains("monthly-report", "系统启动时");
        assertThat(_get(Grid.class, spec -> spec.withId("instances"))).isNotNull();

        var instance = instance(filing);
        UI.getCurrent().navigate(InstanceView.class, InstanceView.of(instance));
        assertThat(_get(Paragraph.class, spec -> spec.withId("standing")).getText())
                .isEqualTo("现在停在：审核月报");
        assertThat(said(_get(NativeTable.class, spec -> spec.withId("visits")))).contains("填写月报", "打开被调用的流程");
        assertThat(said(_get(DescriptionList.Description.class, spec -> spec.withId("fact-subject"))))
                .isEqualTo(filing.id().toString());

        switchWith("核对口径");
        assertThatThrownBy(() -> reports.acceptAt(desks.yuhang(), filing))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("engine.error.suspended"));
        assertThat(said(_get(NativeTable.class, spec -> spec.withId("interventions"))))
                .contains("核对口径", owner.loginName());
        switchWith("核对完毕");
        reports.acceptAt(desks.yuhang(), filing);

        assertThat(actors.as(owner, () -> models.interventions("monthly-report")))
                .filteredOn(done -> instance.equals(done.instance()))
                .extracting(Intervention::kind, Intervention::reason, Intervention::affected)
                .containsExactly(tuple(Kind.ACTIVATE_INSTANCE, "核对完毕", 2), tuple(Kind.SUSPEND_INSTANCE, "核对口径", 2));
        assertThatThrownBy(() ->
                        jdbc.sql("UPDATE process_intervention SET reason = ''").update())
                .hasStackTraceContaining("permission denied");
        UI.getCurrent().navigate(InstanceView.class, InstanceView.of(instance));
        assertThat(said(_get(NativeTable.class, spec -> spec.withId("decisions"))))
                .contains("接收");
    }

    private static void switchWith(String reason) {
        _click(_get(Button.class, spec -> spec.withId("switch")));
        _setValue(_get(TextArea.class, spec -> spec.withId("reason")), reason);
        _click(_get(Button.class, spec -> spec.withId("reason-confirm")));
    }

    private String instance(Filing filing) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(filing.id().toString(), "monthly-report")
                .singleResult()
                .getId();
    }

    @Test
    void twoVersionsAreComparedAndOneIsSuspended() {
        var key = "compared-" + UUID.randomUUID();
        deploy(key, "办理", "P1000D");
        deploy(key, "受理", "P2000D");
        UI.getCurrent().navigate(DifferenceView.class, ModelView.of(key));
        assertThat(said(_get(NativeTable.class, spec -> spec.withId("changes"))))
                .contains("受理", "办理", "P1000D", "P2000D", "改动")
                .doesNotContain("增加");

        UI.getCurrent().navigate(ModelView.class, ModelView.of(key));
        _click(_get(Button.class, spec -> spec.withId("switch-2")));
        _setValue(_get(Checkbox.class, spec -> spec.withId("with-instances")), true);
        _setValue(_get(TextArea.class, spec -> spec.withId("reason")), "有误");
        _click(_get(Button.class, spec -> spec.withId("reason-confirm")));
        assertThat(actors.as(owner, () -> models.versions(key)))
                .extracting(version -> version.number() + " " + version.suspended())
                .containsExactly("2 true", "1 false");
        assertThat(said(_get(NativeTable.class, spec -> spec.withId("interventions"))))
                .contains("有误");
        assertThatThrownBy(() -> actors.as(owner, () -> models.switchVersion(key, 2, false, false, " ")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("workbench.models.error.reason"));
    }

    /** An operator mends what failed; stopping processes is not the operator's. */
    @Test
    void anOperatorRetriesAndStopsNothing() {
        var key = "failing-" + UUID.randomUUID();
        deploy(key, "等待", "P1000D");
        var instance = engine.getRuntimeService()
                .startProcessInstanceByKey(key, UUID.randomUUID().toString())
                .getId();
        var jobs = engine.getManagementService();
        var job =
                jobs.createJobQuery().processInstanceId(instance).singleResult().getId();
        jobs.setJobRetries(job, 0);
        jdbc.sql("UPDATE act_ru_job SET exception_msg_ = 'filing.error.closed' WHERE id_ = :id")
                .param("id", job)
                .update();
        var operator = actors.account(Role.OPERATOR);
        signIn(operator);

        UI.getCurrent().navigate(FailedJobsView.class);
        assertThat(_get(Grid.class, spec -> spec.withId("jobs"))).isNotNull();
        UI.getCurrent().navigate(InstanceView.class, InstanceView.of(instance));
        assertThat(_find(Button.class, spec -> spec.withId("switch"))).isEmpty();
        assertThat(said(_get(Callout.class)))
                .as("why it failed, as people read it")
                .contains("… 的报表已关闭")
                .doesNotContain("filing.error.closed", "{0}");
        _click(_get(Button.class, spec -> spec.withId("retry-" + job)));
        assertThat(jobs.createJobQuery().jobId(job).singleResult().getRetries()).isEqualTo(1);
        assertThat(_find(Button.class, spec -> spec.withId("retry-" + job))).isEmpty();
        assertThat(said(_get(NativeTable.class, spec -> spec.withId("interventions"))))
                .contains(operator.loginName());
        assertThatThrownBy(() -> actors.as(operator, () -> instances.switchInstance(instance, true, "不可")))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void deploy(String key, String label, String time) {
        engine.getRepositoryService()
                .createDeployment()
                .addString(key + ".bpmn", Drawn.complete("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="http://baosong.cn/test">
                          <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P30D">
                            <bpmn:startEvent id="started" />
                            <bpmn:sequenceFlow id="to-wait" sourceRef="started" targetRef="wait" />
                            <bpmn:intermediateCatchEvent id="wait" name="%s"><bpmn:timerEventDefinition>
                              <bpmn:timeDuration>%s</bpmn:timeDuration>
                            </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
                          </bpmn:process>
                        </bpmn:definitions>
                        """.formatted(key, label, time)))
                .deploy();
    }

    private static String said(Component component) {
        return component.getElement().getTextRecursively();
    }
}
