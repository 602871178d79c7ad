package cn.baosong.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.baosong.account.Account;
import cn.baosong.filing.repository.KeyFieldChangeRepository;
import cn.baosong.form.FieldProblem;
import cn.baosong.form.FormValidator.Mode;
import cn.baosong.registration.Registration;
import cn.baosong.review.Decision;
import cn.baosong.review.Verdict;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.RegistrationFixture;
import java.util.Map;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The scenarios of {@code key-field-change} (CHG-01 to 06). */
class KeyFieldChangeTest extends FilingScenario {

    private static final String KIND = "key-field-change";

    @Autowired
    private KeyFieldChangeRepository changes;

    @Autowired
    private FilingHistory history;

    @Autowired
    private RegistrationFixture registrations;

    private Account account;
    private Filing filing;
    private String newName;

    @BeforeEach
    void aReportWithAnotherName() {
        account = fixture.enterprise();
        filing = fixture.filled(account, MONTH);
        newName = "更名之后" + filing.id().toString().substring(0, 8) + "有限公司";
        type(account, filing, FilingFixture.BASIC, Map.of("name", newName));
    }

    private void freeze() {
        actors.as(account, () -> filings.freeze(filing.id()));
    }

    @Test
    void aChangedNameHasToBeConfirmedFirst() {
        assertThat(actors.as(account, () -> filings.changedKeyFields(filing.id())))
                .containsExactly(Map.entry("name", newName));
        assertProblem("filing.error.key-fields-first", () -> submit(account, filing));
        assertThat(status(filing)).isEqualTo(FilingStatus.EDITING);
    }

    @Test
    void aFrozenReportWaitsForTheSeniorDesk() {
        freeze();
        assertThat(status(filing)).isEqualTo(FilingStatus.FROZEN);
        assertThat(waitsAt(filing)).isEqualTo(desks.nation().id());
        assertProblem(
                "filing.error.not-editable",
                () -> type(account, filing, FilingFixture.INDICATORS, Map.of("revenue.cumulative", "1")));
        assertProblem("filing.error.not-editable", this::freeze);

        actors.as(desks.holder(desks.nation()), () -> reviews.accept(KIND, filing.id()));

        assertThat(path(filing)).containsExactly(FilingStatus.FROZEN, FilingStatus.UNFROZEN);
        assertThat(enterpriseOf(account).name()).isEqualTo(newName);
        assertThat(enterprises.profile(filing.enterprise())).containsEntry("name", newName);
        assertThat(changes.newest(filing.id()).orElseThrow().decidedBy()).isNotNull();
        assertThat(submit(account, filing).passed()).isTrue();
    }

    @Test
    void aReturnedChangeKeepsWhatWasProposed() {
        freeze();
        actors.as(desks.holder(desks.nation()), () -> reviews.sendBack(KIND, filing.id(), "请先办理工商变更"));

        assertThat(path(filing)).containsExactly(FilingStatus.FROZEN, FilingStatus.EDITING);
        assertThat(enterpriseOf(account).name()).isNotEqualTo(newName);
        var change = changes.newest(filing.id()).orElseThrow();
        assertThat(change.state()).isEqualTo(KeyFieldChange.State.RETURNED);
        assertThat(change.reason()).isEqualTo("请先办理工商变更");
        assertThat(actors.as(account, () -> filings.changedKeyFields(filing.id())))
                .containsKey("name");
        freeze();
        assertThat(status(filing)).isEqualTo(FilingStatus.FROZEN);
    }

    @Test
    void nobodyActingApprovesInTime() {
        freeze();
        var called = BpmnAwareTests.calledProcessInstance(FilingProcess.KEY_FIELD_CHANGE, process(filing));
        assertThat(called).isWaitingAt("review-change");
        var timer = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(called.getId())
                .singleResult();
        var change = changes.newest(filing.id()).orElseThrow();
        assertThat(timer.getDuedate().toInstant())
                .isBetween(change.dueAt().minusSeconds(10), change.dueAt().plusSeconds(10));
        engine.getManagementService().executeJob(timer.getId());

        assertThat(path(filing)).containsExactly(FilingStatus.FROZEN, FilingStatus.UNFROZEN);
        assertThat(changes.newest(filing.id()).orElseThrow().decidedBy()).isNull();
        assertThat(waitsAt(filing)).isNull();
        assertThat(enterpriseOf(account).name()).isEqualTo(newName);
        assertThat(actors.as(account, () -> history.verdicts(filing.id())))
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.by()).as("nobody acted").isNull();
                    assertThat(verdict.decision()).isEqualTo(Decision.ACCEPTED);
                    assertThat(verdict.reason()).isNull();
                });
    }

    @Test
    void whatDesksAndTheTimeDecidedStandsInOneOrder() {
        freeze();
        actors.as(desks.holder(desks.nation()), () -> reviews.sendBack(KIND, filing.id(), "请先办理工商变更"));
        freeze();
        timeRunsOut();
        submit(account, filing);
        fixture.acceptAt(desks.yuhang(), filing);

        assertThat(actors.as(account, () -> history.verdicts(filing.id())))
                .extracting(Verdict::by, Verdict::decision, Verdict::reason)
                .containsExactly(
                        tuple(desks.nation().name(), Decision.RETURNED, "请先办理工商变更"),
                        tuple(null, Decision.ACCEPTED, null),
                        tuple(desks.yuhang().name(), Decision.ACCEPTED, null));
    }

    private void timeRunsOut() {
        var called = BpmnAwareTests.calledProcessInstance(FilingProcess.KEY_FIELD_CHANGE, process(filing));
        var timer = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(called.getId())
                .singleResult();
        engine.getManagementService().executeJob(timer.getId());
    }

    @Test
    void aNameUnderReviewIsTaken() {
        underReview("name", newName);
        assertProblem("filing.error.key-field-wrong", this::freeze);
        assertThat(status(filing)).isEqualTo(FilingStatus.EDITING);
    }

    @Test
    void aCodeUnderReviewIsTaken() {
        var code = RegistrationFixture.freshCode("330110");
        type(account, filing, FilingFixture.BASIC, Map.of("code", code));
        underReview("code", code);
        assertThat(actors.as(account, () -> filings.check(filing.id(), Mode.SAVE))
                        .problems()
                        .get(FilingFixture.BASIC))
                .extracting(FieldProblem::path)
                .contains("code");
        assertProblem("filing.error.key-field-wrong", this::freeze);
    }

    @Test
    void whoeverAskedForTheNameMeanwhileKeepsItWithoutAnyoneActing() {
        freeze();
        underReview("name", newName.replace("有限", " 有限"));
        timeRunsOut();

        assertThat(path(filing)).containsExactly(FilingStatus.FROZEN, FilingStatus.EDITING);
        assertThat(enterpriseOf(account).name()).isNotEqualTo(newName);
        assertThat(actors.as(account, () -> history.verdicts(filing.id())))
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.by()).isNull();
                    assertThat(verdict.decision()).isEqualTo(Decision.RETURNED);
                    assertThat(verdict.reason()).contains("已被另一家企业使用");
                });
    }

    @Test
    void aRegistrationThatWasSentBackHoldsNoName() {
        var registration = underReview("name", newName);
        actors.as(desks.holder(desks.yuhang()), () -> reviews.sendBack("registration", registration.id(), "请核对企业名称"));
        freeze();
        assertThat(status(filing)).isEqualTo(FilingStatus.FROZEN);
    }

    private Registration underReview(String key, Object value) {
        desks.holder(desks.yuhang());
        return registrations.submitted(
                actors.applicant(), RegistrationFixture.with(RegistrationFixture.values("330110"), key, value));
    }

    @Test
    void oneChangeOfAnEnterpriseAtATime() {
        var other = fixture.filled(account, MONTH.minusMonths(1));
        type(account, other, FilingFixture.BASIC, Map.of("industry", "6513"));
        freeze();
        assertProblem("filing.error.change-waiting", () -> actors.as(account, () -> filings.freeze(other.id())));
        assertThat(status(other)).isEqualTo(FilingStatus.EDITING);
        assertThat(status(filing)).isEqualTo(FilingStatus.FROZEN);
    }

    @Test
    void whoeverTookTheNameMeanwhileKeepsIt() {
        freeze();
        var values = RegistrationFixture.with(RegistrationFixture.values("330110"), "name", newName);
        fixture.enterprise(values);
        actors.as(desks.holder(desks.nation()), () -> reviews.accept(KIND, filing.id()));

        assertThat(path(filing)).containsExactly(FilingStatus.FROZEN, FilingStatus.EDITING);
        assertThat(enterpriseOf(account).name()).isNotEqualTo(newName);
        assertThat(changes.newest(filing.id()).orElseThrow().reason()).contains("已被另一家企业使用");
    }

    @Test
    void aNameThatIsTakenIsNotEvenAskedFor() {
        var values = RegistrationFixture.with(RegistrationFixture.values("330110"), "name", newName);
        fixture.enterprise(values);
        assertProblem("filing.error.key-field-wrong", this::freeze);
    }

    @Test
    void theKindFollowsTheCodeAndNothingElseDoes() {
        var code = RegistrationFixture.freshCode("330110").substring(8, 17);
        type(
                account,
                filing,
                FilingFixture.BASIC,
                Map.of("codeKind", "organizationCode", "code", code, "contact", "另一位联系人"));
        freeze();
        var before = enterprises.profile(filing.enterprise());
        actors.as(desks.holder(desks.nation()), () -> reviews.accept(KIND, filing.id()));

        var profile = enterprises.profile(filing.enterprise());
        assertThat(profile).containsEntry("codeKind", "organizationCode").containsEntry("name", newName);
        assertThat(profile.get("contact")).isEqualTo(before.get("contact"));
        assertThat(profile.keySet()).isEqualTo(before.keySet());
        assertThat(enterpriseOf(account).code()).isEqualTo(code);
    }

    @Test
    void aKindWithoutANewCodeStays() {
        type(account, filing, FilingFixture.BASIC, Map.of("industry", "5212", "codeKind", "organizationCode"));
        freeze();
        actors.as(desks.holder(desks.nation()), () -> reviews.accept(KIND, filing.id()));
        assertThat(enterpriseOf(account).codeKind()).isEqualTo("creditCode");
    }

    @Test
    void scaleAndIndicatorsFollowTheIndustry() {
        actors.as(
                account,
                () -> filings.keep(
                        filing.id(),
                        FilingFixture.BASIC,
                        Map.of("name", enterpriseOf(account).name(), "industry", "5212")));
        freeze();
        actors.as(desks.holder(desks.nation()), () -> reviews.accept(KIND, filing.id()));
        assertThat(enterpriseOf(account).industry()).isEqualTo("5212");
        var check = submit(account, filing);
        assertThat(check.passed()).as(check.findings() + " " + check.problems()).isTrue();
        var now = fixture.now(filing.id());
        assertThat(now.values().get(FilingFixture.INDICATORS)).doesNotContainKey("grossOutput.cumulative");
        assertThat(now.values().get(FilingFixture.BASIC).get("scale"))
                .isEqualTo(enterpriseOf(account).scale());
    }
}
