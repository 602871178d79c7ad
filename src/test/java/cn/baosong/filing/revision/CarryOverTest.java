package cn.baosong.filing.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import cn.baosong.account.Account;
import cn.baosong.account.Role;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingScenario;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.FilingViews;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.SetAside;
import cn.baosong.filing.TaskApplications;
import cn.baosong.filing.revision.CarryOverPreview.Reason;
import cn.baosong.testing.ModelFixture;
import cn.baosong.testing.OwnerSql;
import cn.baosong.upload.RowStatus;
import cn.baosong.upload.UploadedRow;
import cn.baosong.upload.UploadedRun;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A process owner deploys a scheme anew while reports are under way, and carries over what is not yet submitted. */
class CarryOverTest extends FilingScenario {

    private static final String SCHEME = "software-monthly-city";
    private static final String MODEL = "processes/software-survey/software-monthly-city.bpmn";
    private static final String FORM = "forms/software-survey/software-finance.form";
    private static final String ENTERPRISE = "survey-enterprise";
    private static final String FINANCE = "software-finance";
    private static final String OLD = "research.current";
    private static final String NEW = "innovation.current";

    @Autowired
    private CarryOvers carryOvers;

    @Autowired
    private SchemeHistory history;

    @Autowired
    private ModelFixture models;

    @Autowired
    private SchemeRevisions revisions;

    @Autowired
    private TaskApplications applications;

    @Autowired
    private FilingViews views;

    @Autowired
    private Periods periods;

    private Account owner;

    @BeforeEach
    void aProcessOwner() {
        owner = actors.account(Role.PROCESS_OWNER);
    }

    @AfterEach
    void goOn() {
        engine.getManagementService().activateJobDefinitionByProcessDefinitionKey(CarryOverProcess.KEY, true);
    }

    @Test
    void whatIsBeingEditedFollowsAndWhatIsUnderReviewStays() {
        var editor = fixture.softwareEnterprise();
        var editing = filled(editor);
        var waiting = submitted(fixture.softwareEnterprise());

        deployed(() -> {
            var newest = revisions.latest(SCHEME).orElseThrow();
            var preview = actors.as(owner, () -> carryOvers.preview(SCHEME)).orElseThrow();
            assertThat(preview.target().id()).isEqualTo(newest.id());
            assertThat(preview.open()).isPositive();
            assertThat(preview.untouched()).isPositive();
            assertThat(preview.unfit()).anySatisfy(unfit -> {
                assertThat(unfit.reason()).isEqualTo(Reason.NO_PLACE);
                assertThat(unfit.what().chinese()).contains("研发经费");
            });

            var run = done(start());

            var carried = fixture.now(editing.id());
            assertThat(row(run, editor).status()).isEqualTo(RowStatus.DONE);
            assertThat(carried.revision()).isEqualTo(newest.id());
            assertThat(carried.status()).isEqualTo(FilingStatus.EDITING);
            assertThat(carried.processInstance()).isEqualTo(editing.processInstance());
            assertThat(process(carried).getProcessDefinitionId()).isEqualTo(newest.processDefinitionId());
            newest.pins().forEach((name, version) -> assertThat(
                            engine.getRuntimeService().getVariable(carried.processInstance(), name))
                    .isEqualTo(version));
            assertThat(fixture.now(waiting.id())).isEqualTo(waiting);
            assertThat(views.forms(carried).get(3).find(NEW)).isPresent();
            assertThat(typed(carried))
                    .containsEntry("mainRevenue.current", 2000)
                    .doesNotContainKey(OLD);
            assertThat(aside(editor, carried))
                    .extracting(SetAside::path, SetAside::value)
                    .containsExactly(tuple(OLD, 88));

            // A page that was open all the while still sends what the old form asked for.
            type(editor, carried, FINANCE, Map.of(OLD, 77, NEW, 66));
            assertThat(typed(carried)).containsEntry(NEW, 66).doesNotContainKey(OLD);
            assertThat(aside(editor, carried)).extracting(SetAside::value).containsExactly(77);
            assertThat(submit(editor, carried).passed()).isTrue();
            assertThat(fixture.now(carried.id()).values().get(FINANCE)).containsEntry(NEW, 66);

            assertProblem("filing.revision.error.nothing", this::start);
            return null;
        });
        assertThat(jdbc.sql("SELECT count(*) FROM filing_carried WHERE filing_id = :id")
                        .param("id", editing.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void whatHadNoPlaceComesBackWithTheFieldAndAReturnedReportFollows() {
        var account = fixture.softwareEnterprise();
        var filing = filled(account);
        submit(account, filing);
        fixture.returnAt(desks.yuhang(), filing, "请核对收入");
        var seen = revisions.latest(SCHEME).orElseThrow();

        deployed(() -> {
            assertProblem(
                    "filing.revision.error.newer", () -> actors.as(owner, () -> carryOvers.start(SCHEME, seen.id())));
            done(start());
            assertThat(typed(fixture.now(filing.id()))).doesNotContainKey(OLD);
            return null;
        });
        done(start());

        var back = fixture.now(filing.id());
        assertThat(back.status()).isEqualTo(FilingStatus.RETURNED);
        assertThat(typed(back)).containsEntry(OLD, 88);
        assertThat(aside(account, back)).isEmpty();
        assertThat(submit(account, back).passed()).isTrue();
    }

    /** The node stops in the middle of a chunk: what is carried stands, and the engine goes on with the rest. */
    @Test
    void aRunThatIsCutOffGoesOnAndASubmittedReportIsLeftOut() {
        var first = filled(fixture.softwareEnterprise());
        var hasty = fixture.softwareEnterprise();
        var submitted = filled(hasty);
        var last = filled(fixture.softwareEnterprise());
        deployed(() -> {
            engine.getManagementService().suspendJobDefinitionByProcessDefinitionKey(CarryOverProcess.KEY, true);
            var run = start();
            submit(hasty, submitted);

            OwnerSql.refusing(
                    "filing_carried", "NEW.filing_id = '" + last.id() + "'", "57P01", () -> assertThatThrownBy(
                                    () -> step(run))
                            .isInstanceOf(RuntimeException.class));

            var newest = revisions.latest(SCHEME).orElseThrow();
            assertThat(fixture.now(last.id()).revision()).isNotEqualTo(newest.id());
            assertThat(process(last).getProcessDefinitionId()).isNotEqualTo(newest.processDefinitionId());
            assertThat(typed(last)).containsKey(OLD);
            assertThat(now(run).count(RowStatus.PENDING)).isPositive();
            step(run);
            assertThat(now(run).finished()).isTrue();
            assertThat(now(run).count(RowStatus.REFUSED)).isZero();
            for (var filing : List.of(first, last)) {
                assertThat(fixture.now(filing.id()).revision()).isEqualTo(newest.id());
                assertThat(process(filing).getProcessDefinitionId()).isEqualTo(newest.processDefinitionId());
            }
            assertThat(fixture.now(submitted.id()).revision()).isNotEqualTo(newest.id());
            assertThat(row(now(run), hasty).status()).isEqualTo(RowStatus.ALREADY);
            return null;
        });
    }

    @Test
    void everyRevisionSaysWhatChangedAndHowManyReportsItHas() {
        var filing = filled(fixture.softwareEnterprise());
        deployed(() -> {
            var lines = actors.as(owner, () -> history.of(SCHEME, 50));
            assertThat(lines.get(0).changes())
                    .extracting(RevisionLine.Change::kind, RevisionLine.Change::key)
                    .containsExactly(tuple(RevisionLine.Kind.FORM, FINANCE));
            assertThat(lines.get(1).changes())
                    .extracting(RevisionLine.Change::kind, RevisionLine.Change::key)
                    .containsExactly(
                            tuple(RevisionLine.Kind.PROCESS, SCHEME), tuple(RevisionLine.Kind.SETTING, "title"));
            assertThat(lines)
                    .filteredOn(line -> line.revision().id().equals(filing.revision()))
                    .singleElement()
                    .satisfies(line ->
                            assertThat(line.pinned().get(FilingStatus.EDITING)).isPositive());
            return null;
        });
    }

    /** The process with another title, and then a form that asks for {@code innovation} and no longer for {@code research}. */
    private void deployed(Supplier<Object> act) {
        models.changed(
                MODEL,
                model -> model.replace("value=\"软件和信息技术服务业月报（市级）\"", "value=\"软件业月报\""),
                () -> models.changed(
                        FORM, form -> form.replace("\"key\": \"research\"", "\"key\": \"innovation\""), act));
    }

    private Filing filled(Account account) {
        return actors.as(account, () -> {
            applications.apply(SCHEME);
            var filing = filings.open(new ReportTask(SCHEME, periods.current(SCHEME)));
            filings.keep(
                    filing.id(),
                    ENTERPRISE,
                    Map.of("filler", "孙丙", "fillerKind", "natural", "telephone", "0571-88888888"));
            filings.keep(
                    filing.id(),
                    "software-income",
                    Map.of(
                            "softwareTotal.income", BigDecimal.valueOf(1000),
                            "softwareProducts.income", BigDecimal.valueOf(600),
                            "itServices.income", BigDecimal.valueOf(400)));
            filings.keep(
                    filing.id(),
                    "software-finance",
                    Map.of(
                            "mainRevenue.current",
                            BigDecimal.valueOf(2000),
                            "totalProfit.current",
                            BigDecimal.valueOf(150),
                            OLD,
                            BigDecimal.valueOf(88)));
            return filing;
        });
    }

    private Filing submitted(Account account) {
        var filing = filled(account);
        assertThat(submit(account, filing).passed()).isTrue();
        return fixture.now(filing.id());
    }

    private Map<String, Object> typed(Filing filing) {
        return views.draft(filing, views.forms(filing).get(3));
    }

    private List<SetAside> aside(Account account, Filing filing) {
        return actors.as(account, () -> filings.setAside(filing.id()));
    }

    private UUID start() {
        var target = revisions.latest(SCHEME).orElseThrow().id();
        return actors.as(owner, () -> carryOvers.start(SCHEME, target));
    }

    private UploadedRun done(UUID run) {
        await().atMost(Duration.ofMinutes(1)).until(() -> now(run).finished());
        return now(run);
    }

    private UploadedRun now(UUID run) {
        return actors.as(owner, () -> carryOvers.run(run)).orElseThrow();
    }

    private UploadedRow row(UploadedRun run, Account account) {
        return actors.as(owner, () -> carryOvers.rows(run.id(), null, 0, 1000)).stream()
                .filter(row -> row.loginName().equals(account.loginName()))
                .findFirst()
                .orElseThrow();
    }

    private void step(UUID run) {
        var management = engine.getManagementService();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(now(run).processInstance())
                .singleResult()
                .getId());
    }
}
