package cn.baosong.filing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Role;
import cn.baosong.common.Texts;
import cn.baosong.deployment.Deployments;
import cn.baosong.engine.ModelFile;
import cn.baosong.filing.imports.FilledTemplate;
import cn.baosong.filing.imports.ReportImport;
import cn.baosong.filing.tasks.MyTasks;
import cn.baosong.form.FormValidator.Mode;
import cn.baosong.organization.Desk;
import cn.baosong.testing.Drawn;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.ModelFixture;
import cn.baosong.testing.RegistrationFixture;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Does what the guide for process owners says, with the files it shows, and looks for what it promises. */
class ProcessOwnerGuideTest extends FilingScenario {

    private static final String FORM = "economic-indicators.form";
    private static final String CHECKS = "report-checks.dmn";
    private static final String REPORT = "monthly-report.bpmn";
    private static final String REGISTRATION = "enterprise-registration.bpmn";
    private static final String REVIEW = "multi-level-review.bpmn";
    private static final String ENERGY = "energy-report";

    private static final Map<String, String> PACKED = Map.of(
            FORM, "forms/monthly-report/" + FORM,
            CHECKS, "processes/monthly-report/" + CHECKS,
            REPORT, "processes/monthly-report/" + REPORT,
            REGISTRATION, "processes/enterprise-registration/" + REGISTRATION,
            REVIEW, "processes/review/" + REVIEW);

    private final ProcessOwnerGuide guide = new ProcessOwnerGuide();

    @Autowired
    private Deployments deployments;

    @Autowired
    private ReportImport imports;

    @Autowired
    private FilingViews views;

    @Autowired
    private MyTasks tasks;

    @Autowired
    private RegistrationFixture registrations;

    @Autowired
    private Periods periods;

    private static String packed(String file) {
        return ModelFixture.read(PACKED.get(file));
    }

    private void deploy(Map<String, String> files) {
        var owner = actors.account(Role.PROCESS_OWNER);
        actors.as(
                owner,
                () -> deployments.deploy(
                        files.entrySet().stream()
                                .map(file -> new ModelFile(
                                        file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8)))
                                .toList(),
                        "guide",
                        "test",
                        false));
    }

    /** Acts while the files are in force, and deploys the packed ones again. */
    private <T> T deployed(Map<String, String> files, Supplier<T> act) {
        deploy(files);
        try {
            return act.get();
        } finally {
            var before = new TreeMap<String, String>();
            files.keySet().forEach(file -> before.put(file, packed(file)));
            deploy(before);
        }
    }

    @Test
    void everyBlockOfTheGuideIsUsed() {
        assertThat(guide.blocks()).as("blocks that the tests below read").isEqualTo(10);
    }

    @Test
    void anIndicatorIsAdded() {
        var early = fixture.enterprise();
        var begun = fixture.filled(early, MONTH);
        var files = Map.of(
                FORM,
                ProcessOwnerGuide.withComponent(packed(FORM), guide.block(FORM)),
                CHECKS,
                ProcessOwnerGuide.withRow(packed(CHECKS), guide.block(CHECKS)));
        deployed(files, () -> {
            var account = fixture.enterprise();
            var template = new FilledTemplate(
                    actors.as(account, () -> imports.template(ReportTask.monthly(MONTH), Texts.CHINESE)));
            assertThat(template.has(FilledTemplate.INDICATORS, "rdExpense")).isTrue();
            var filing = fixture.filled(account, MONTH);
            assertThat(views.forms(filing)).anySatisfy(form -> assertThat(form.byPath())
                    .containsKeys("rdExpense.cumulative", "rdExpense.lastYearCumulative")
                    .doesNotContainKey("rdExpense.month"));
            assertThat(submit(account, filing).findings())
                    .extracting(FilingFinding::rule)
                    .containsExactly("required-rd-expense");
            type(account, filing, FilingFixture.INDICATORS, Map.of("rdExpense.cumulative", BigDecimal.TEN));
            assertThat(submit(account, filing).passed()).isTrue();
            assertThat(submit(early, begun).passed())
                    .as("what was begun before knows nothing of it")
                    .isTrue();
            return null;
        });
    }

    @Test
    void aLimitIsChanged() {
        var checks = packed(CHECKS);
        for (var cell : List.of("growth-revenue-violated", "growth-revenue-message", "growth-revenue-message-en")) {
            checks = guide.withCell(checks, cell);
        }
        assertThat(growthOfRevenue()).isEmpty();
        assertThat(deployed(Map.of(CHECKS, checks), this::growthOfRevenue))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("growth-revenue");
                    assertThat(finding.message()).contains("150").contains("-50% 至 100%");
                    assertThat(finding.messageEn()).contains("between -50% and 100%");
                });
    }

    /** @return what is found in a report whose revenue grew by 150 per cent */
    private List<FilingFinding> growthOfRevenue() {
        var account = fixture.enterprise();
        var filing = fixture.filled(account, MONTH);
        type(
                account,
                filing,
                FilingFixture.INDICATORS,
                Map.of(
                        "revenue.cumulative", BigDecimal.valueOf(2500),
                        "revenue.lastYearCumulative", BigDecimal.valueOf(1000)));
        return actors.as(account, () -> filings.check(filing.id(), Mode.SUBMIT).findings()).stream()
                .filter(finding -> finding.rule().startsWith("growth-"))
                .toList();
    }

    @Test
    void registrationsAreReviewedUpToTheCity() {
        var settings = guide.settings(REGISTRATION);
        var model = ProcessOwnerGuide.withSettings(packed(REGISTRATION), settings);
        deployed(Map.of(REGISTRATION, model), () -> {
            var account = actors.applicant();
            var registration = registrations.submitted(account, RegistrationFixture.values("330110"));
            acceptRegistration(desks.yuhang(), registration.id());
            assertThat(enterprises.ofAccount(account.id())).isEmpty();
            acceptRegistration(desks.hangzhou(), registration.id());
            assertThat(enterprises.ofAccount(account.id())).isPresent();
            return null;
        });
    }

    private void acceptRegistration(Desk desk, UUID registration) {
        actors.as(desks.holder(desk), () -> reviews.accept("registration", registration));
    }

    @Test
    void theLastDeskReviewsOnceMore() {
        var model = ProcessOwnerGuide.withElements(
                packed(REVIEW), guide.block(REVIEW), "at-chain-end-to-record-accepted", "review-again");
        deployed(Map.of(REVIEW, Drawn.complete(model)), () -> {
            var account = actors.applicant();
            var registration = registrations.submitted(account, RegistrationFixture.values("330110"));
            acceptRegistration(desks.yuhang(), registration.id());
            assertThat(enterprises.ofAccount(account.id())).isEmpty();
            acceptRegistration(desks.yuhang(), registration.id());
            assertThat(enterprises.ofAccount(account.id())).isPresent();
            return null;
        });
    }

    @Test
    void aSchemeIsAdded() {
        var settings = guide.settings(ENERGY + ".bpmn");
        var process = scheme(settings);
        deploy(Map.of(
                ENERGY + ".bpmn",
                process,
                "energy-use.form",
                guide.block("energy-use.form"),
                "energy-checks.dmn",
                guide.block("energy-checks.dmn")));
        try {
            var task = new ReportTask(ENERGY, periods.current(ENERGY));
            var account = fixture.enterprise();
            assertThat(actors.as(account, () -> tasks.all()))
                    .anySatisfy(line -> assertThat(line.line().task()).isEqualTo(task));
            var filing = actors.as(account, () -> filings.open(task));
            assertThat(views.title(filing).chinese()).isEqualTo("能源消费季报");
            type(account, filing, FilingFixture.BASIC, Map.of("filler", "孙丙"));
            assertThat(submit(account, filing).findings())
                    .extracting(FilingFinding::rule)
                    .containsExactly("required-power");
            type(
                    account,
                    filing,
                    "energy-use",
                    Map.of("power.amount", BigDecimal.valueOf(90), "power.lastYear", BigDecimal.valueOf(80)));
            assertThat(submit(account, filing).passed()).isTrue();
            fixture.acceptAt(desks.yuhang(), filing);
            assertThat(status(filing)).isEqualTo(FilingStatus.ACCEPTED);
        } finally {
            retire(settings);
        }
        assertThat(actors.as(fixture.enterprise(), () -> tasks.all()))
                .noneMatch(line -> line.line().task().scheme().equals(ENERGY));
    }

    /** Takes the scheme off the tasks, so that other tests do not meet it. */
    private void retire(Map<String, String> settings) {
        var without = new HashMap<>(settings);
        without.remove(FilingProcess.PERIOD_KIND);
        deploy(Map.of(ENERGY + ".bpmn", scheme(without)));
    }

    private static String scheme(Map<String, String> settings) {
        return ProcessOwnerGuide.savedAs(packed(REPORT), "monthly-report", ENERGY, "能源消费季报", settings);
    }
}
