package cn.baosong.filing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.engine.Flow;
import cn.baosong.review.ReviewProcess;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.RegistrationFixture;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every element of the models of reporting is passed: none is drawn that no story reaches. */
class ReportPathsTest extends FilingScenario {

    @Autowired
    private Flow flow;

    private Account account;

    @BeforeEach
    void anEnterprise() {
        account = fixture.enterprise();
    }

    @Test
    void everyElementOfTheReportAndOfItsReviewIsPassed() {
        var filing = fixture.filled(account, MONTH);
        var missing = new HashMap<String, Object>();
        missing.put("revenue.cumulative", null);
        type(account, filing, FilingFixture.INDICATORS, missing);
        submit(account, filing);
        type(account, filing, FilingFixture.INDICATORS, Map.of("revenue.cumulative", "800"));
        type(account, filing, FilingFixture.BASIC, Map.of("industry", "3525"));
        freeze(filing);
        decideChange(filing, true);
        submit(account, filing);
        actors.as(account, () -> filings.withdraw(filing.id()));
        submit(account, filing);
        fixture.returnAt(desks.yuhang(), filing, "请核对营业收入");
        submit(account, filing);
        fixture.acceptAt(desks.yuhang(), filing);
        fixture.returnAt(desks.hangzhou(), filing, "请核对利润总额");
        submit(account, filing);
        flow.send(ReviewProcess.SKIP_LEVEL, filing.id());
        assertThat(waitsAt(filing)).isEqualTo(desks.nation().id());
        fixture.returnAt(desks.nation(), filing, "请核对从业人员");
        submit(account, filing);
        fixture.acceptAt(desks.yuhang(), filing);
        flow.send(ReviewProcess.SKIP_LEVEL, filing.id());
        fixture.acceptAt(desks.nation(), filing);

        assertThat(status(filing)).isEqualTo(FilingStatus.ACCEPTED);
        assertThat(passed(FilingProcess.MONTHLY_REPORT, Set.of(filing.id())))
                .isEqualTo(drawn(FilingProcess.MONTHLY_REPORT));

        var whole = fixture.accepted(account, MONTH.minusMonths(2));
        var review = drawn(ReviewProcess.KEY);
        // Where the scheme lets a skip end the review; SkipEndsReviewTest goes there.
        review.removeAll(Set.of("record-skipped", "skip-accepted"));
        assertThat(passed(ReviewProcess.KEY, Set.of(filing.id(), whole.id()))).isEqualTo(review);
    }

    @Test
    void everyElementOfAChangeIsPassed() {
        var accepted = changed(0, "3525");
        decideChange(accepted, true);
        var returned = changed(1, "6513");
        decideChange(returned, false);
        actors.as(
                account,
                () -> filings.keep(
                        returned.id(),
                        FilingFixture.BASIC,
                        Map.of("industry", enterpriseOf(account).industry())));
        var expired = changed(2, "6513");
        var timer = engine
                .getManagementService()
                .createJobQuery()
                .processDefinitionKey(FilingProcess.KEY_FIELD_CHANGE)
                .list()
                .stream()
                .filter(job -> expired.id().toString().equals(businessKey(job.getProcessInstanceId())))
                .findFirst()
                .orElseThrow();
        engine.getManagementService().executeJob(timer.getId());
        var taken = fixture.filled(account, MONTH.plusMonths(3));
        var name = "后来被占用" + taken.id().toString().substring(0, 8) + "有限公司";
        type(account, taken, FilingFixture.BASIC, Map.of("name", name));
        freeze(taken);
        fixture.enterprise(RegistrationFixture.with(RegistrationFixture.values("330110"), "name", name));
        decideChange(taken, true);

        assertThat(status(taken)).isEqualTo(FilingStatus.EDITING);
        assertThat(passed(
                        FilingProcess.KEY_FIELD_CHANGE, Set.of(accepted.id(), returned.id(), expired.id(), taken.id())))
                .isEqualTo(drawn(FilingProcess.KEY_FIELD_CHANGE));
    }

    private String businessKey(String instance) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
    }

    private Filing changed(int later, String industry) {
        var filing = fixture.filled(account, MONTH.plusMonths(later));
        type(account, filing, FilingFixture.BASIC, Map.of("industry", industry));
        freeze(filing);
        return filing;
    }

    private void freeze(Filing filing) {
        actors.as(account, () -> filings.freeze(filing.id()));
        assertThat(status(filing)).isEqualTo(FilingStatus.FROZEN);
    }

    private void decideChange(Filing filing, boolean accept) {
        actors.as(desks.holder(desks.nation()), () -> {
            if (accept) {
                reviews.accept("key-field-change", filing.id());
            } else {
                reviews.sendBack("key-field-change", filing.id(), "请先变更登记");
            }
        });
    }

    /** Ids of all elements of the newest version of the model. */
    private TreeSet<String> drawn(String process) {
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        var ids = new TreeSet<String>();
        engine.getRepositoryService()
                .getBpmnModelInstance(definition.getId())
                .getModelElementsByType(FlowNode.class)
                .forEach(node -> ids.add(node.getId()));
        return ids;
    }

    private TreeSet<String> passed(String process, Set<UUID> subjects) {
        var ids = new TreeSet<String>();
        var history = engine.getHistoryService();
        for (var subject : subjects) {
            history.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(subject.toString())
                    .processDefinitionKey(process)
                    .list()
                    .forEach(instance -> history
                            .createHistoricActivityInstanceQuery()
                            .processInstanceId(instance.getId())
                            .finished()
                            .list()
                            .stream()
                            .map(HistoricActivityInstance::getActivityId)
                            .forEach(ids::add));
        }
        return ids;
    }
}
