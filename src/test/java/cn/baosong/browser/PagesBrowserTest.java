package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Accounts;
import cn.baosong.common.Texts;
import cn.baosong.engine.ProcessInstances.Search;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.Filings;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.TaskApplications;
import cn.baosong.filing.batch.BatchReports;
import cn.baosong.filing.batch.FilledBatch;
import cn.baosong.review.Inbox;
import cn.baosong.review.InboxAddress;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.ReviewItem;
import cn.baosong.review.Screening;
import cn.baosong.review.bulk.BulkAction;
import cn.baosong.review.bulk.BulkReviews;
import cn.baosong.testing.FilingFixture;
import cn.baosong.testing.InboxFixture;
import cn.baosong.testing.InboxFixture.Row;
import cn.baosong.workbench.InstanceDesk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every main page in both languages on a desk and on a telephone: it fits the width, every element is one the bundle
 * knows, no text is missing its translation, and the browser has nothing to complain about.
 */
class PagesBrowserTest extends BrowserTest {

    /** An enterprise of the demo world that makes software. */
    private static final String SOFTWARE = "demoent14";

    /** Opens a model and gives the warnings. */
    private static final String OPEN = """
            async xml => {
              const place = document.body.appendChild(document.createElement('div'));
              const viewer = new window.BpmnJS({ container: place });
              try {
                return (await viewer.importXML(xml)).warnings.map(warning => warning.message);
              } finally {
                viewer.destroy();
                place.remove();
              }
            }
            """;

    @Autowired
    private Periods periods;

    @Autowired
    private InboxFixture rows;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Filings filings;

    @Autowired
    private TaskApplications applications;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private Inbox inbox;

    @Autowired
    private BulkReviews bulk;

    @Autowired
    private BatchReports batches;

    @Autowired
    private InstanceDesk instances;

    private final PageLook look = new PageLook();
    private final Set<String> spoken = new HashSet<>();
    private Visitor browser;

    /** Whoever comes next, in another test, finds the language of the platform and an inbox of real reviews. */
    @AfterEach
    void tidyUp() {
        rows.clear();
        spoken.forEach(name -> accounts.findByLoginName(name)
                .ifPresent(account -> accounts.changeLocale(account.id(), Texts.CHINESE)));
    }

    @Test
    @DisplayName("before login: login, registration of an account, demo inbox, no such page")
    void outside() {
        var visitor = visitor();
        var tab = visitor.open("/login");
        inBothLanguages(
                tab,
                List.of(
                        "/login",
                        "/register",
                        "/forgot-password",
                        "/bind-phone",
                        "/change-phone",
                        "/find-account",
                        "/agreement",
                        "/privacy",
                        "/verify",
                        "/help/indicators",
                        "/demo/inbox",
                        "/nowhere"));
    }

    @Test
    @DisplayName(
            "an applicant: home, the empty form, the form with what is wrong; filled in, waiting, returned, approved")
    void applicant() {
        var tab = as(cast.newcomer().loginName(), "/");
        inBothLanguages(tab, List.of("/", "/registration", "/enterprise", "/nowhere"));
        tab.go("/registration").click("start-registration");
        inBothLanguages(tab, List.of("/registration", "/"));
        tab.follow("/registration");
        for (var locale : List.of(Texts.ENGLISH, Texts.CHINESE)) {
            speak(tab, locale);
            look.at(tab.click("submit-registration"), locale);
        }
        for (var person : List.of(cast.filledIn(), cast.waiting(), cast.returned("请核对"))) {
            inBothLanguages(as(person.loginName(), "/registration"), List.of("/registration"));
        }
        inBothLanguages(
                as(cast.approved().loginName(), "/"),
                List.of("/", "/registration", "/enterprise", "/reports", "/reports/import"));
    }

    @Test
    @DisplayName("a report: each step of filling in, one under review, the one before to read, to print, its versions")
    void report() {
        var month = periods.current();
        var page = "/reports/" + month;
        var before = "/reports/" + month.minusMonths(1);
        inBothLanguages(
                as("demoent01", page),
                List.of(
                        page,
                        page + "?step=2",
                        page + "?step=3",
                        page + "?step=4",
                        page + "?step=5",
                        "/reports",
                        before + "/print",
                        before + "/view",
                        before + "/versions"));
        inBothLanguages(as("demoent06", "/reports"), List.of("/reports", page + "/view"));
        inBothLanguages(as("demoent07", "/"), List.of("/", page, page + "/view"));
    }

    @Test
    @DisplayName("the user centre: what one is and says, devices, activity, messages; the picture before the first SMS")
    void userCentre() {
        var person = cast.newcomer();
        var tab = as(person.loginName(), "/account");
        tab.fill("display-name", "试行人员").click("save-profile");
        tab.says(say("account.basics.saved"));
        inBothLanguages(
                tab,
                List.of(
                        "/account",
                        "/account/phone",
                        "/account/email",
                        "/account/password",
                        "/account/devices",
                        "/account/activity",
                        "/messages",
                        "/messages?show=unread",
                        "/messages?page=7"));

        var stranger = visitor().open("/register");
        for (var locale : Texts.LOCALES) {
            speak(stranger, locale).fill("phone", cast.stranger().phone()).click("request-code");
            look.at(stranger, locale);
            stranger.go("/register");
        }
    }

    @Test
    @DisplayName(
            "a county: home, inbox, decided, a registration, a report, enterprises, who has not filed, its account")
    void county() {
        var applicant = cast.waiting();
        cast.approved();
        rows.put(new Row(cast.countyDesk(), "filing", "海曙精工机械有限公司")
                .userId("haishu_jinggong")
                .region("33/3302/330203")
                .period("2026-10")
                .screening(Screening.NOT_PASSED, 3)
                .figure("230118", "-14.70")
                .due("2026-11-01T00:00:00Z")
                .direct(cast.countyDesk()));
        inBothLanguages(
                as(Cast.COUNTY, "/"),
                List.of(
                        "/",
                        "/reviews/registration",
                        "/reviews/registration?tab=decided",
                        "/reviews/registration/" + applicant.registration(),
                        "/reviews/filing?sort=-growth",
                        "/reviews/filing?q=nothing-is-called-so",
                        "/reviews/filing/" + waitingReport(),
                        "/enterprises",
                        "/enterprises?q=nothing-is-called-so",
                        "/enterprises/" + enterprise("demoent06"),
                        "/enterprises/activation",
                        "/unreported",
                        "/unreported?q=nothing-is-called-so",
                        "/desks",
                        "/account"));
    }

    @Test
    @DisplayName(
            "tasks that are applied for: home with its modules, the four of them, one form of what was filed, the workbook")
    void tasks() {
        var task = filedTask();
        var page = "/" + task.address();
        inBothLanguages(
                as(SOFTWARE, "/"),
                List.of(
                        "/",
                        "/tasks",
                        "/tasks/apply",
                        "/tasks/guide",
                        "/tasks/filed",
                        page + "/view?form=software-income",
                        "/reports/import?scheme=" + task.scheme()));
        inBothLanguages(
                as(Cast.COUNTY, "/"),
                List.of(
                        "/?scheme=" + task.scheme(),
                        "/unreported?scheme=" + task.scheme(),
                        "/reports/batch?scheme=" + task.scheme(),
                        "/help/indicators?scheme=" + task.scheme(),
                        "/reviews/filing/"
                                + cast.as(
                                        SOFTWARE,
                                        () -> filings.mine(task).orElseThrow().id())));
    }

    /** @return the report of a scheme that was applied for, filed; another one is applied for and not begun */
    private ReportTask filedTask() {
        return cast.as(SOFTWARE, () -> {
            applications.apply("software-annual-city");
            applications.apply("software-quarterly-city");
            var task = new ReportTask("software-quarterly-city", periods.current("software-quarterly-city"));
            var filing = filings.open(task);
            if (!filing.status().editable()) {
                return task;
            }
            filings.keep(filing.id(), "survey-enterprise", Map.of("filler", "孙丙"));
            filings.keep(
                    filing.id(),
                    "software-income",
                    Map.of("softwareTotal.income", "1000", "softwareProducts.income", "1000"));
            filings.keep(
                    filing.id(),
                    "software-finance",
                    Map.of("mainRevenue.current", "2000", "totalProfit.current", "150"));
            assertThat(filings.submit(filing.id()).passed()).isTrue();
            return task;
        });
    }

    @Test
    @DisplayName(
            "many at once: a batch of reports and its result, a bulk operation before, cancelled, and the list of them")
    void manyAtOnce() {
        var report = waitingReport();
        var list = InboxAddress.of(ReviewFilter.all("filing"));
        var items = cast.as(Cast.COUNTY, () -> inbox.waiting(list.filter(), list.order(), 0, 100).stream()
                .filter(item -> item.subject().equals(report))
                .map(ReviewItem::id)
                .toList());
        var prepared = cast.as(Cast.COUNTY, () -> bulk.prepare(BulkAction.RETURN, list, items));
        var cancelled = cast.as(Cast.COUNTY, () -> {
            var id = bulk.prepare(BulkAction.ACCEPT, list, items);
            bulk.confirm(id, "请核对");
            bulk.cancel(id);
            return id;
        });
        var tab = as(Cast.COUNTY, "/reports/batch");
        inBothLanguages(
                tab,
                List.of(
                        "/reports/batch",
                        "/reports/batch/" + batch(),
                        "/reviews/bulk/" + prepared,
                        "/reviews/bulk/" + cancelled,
                        "/reviews/bulk"));
    }

    @Test
    @DisplayName(
            "above the county: desks, home with regions, what is granted; a process owner: home, deploying, the guide")
    void aboveTheCounty() {
        inBothLanguages(
                as("zhejiang01", "/desks"),
                List.of("/desks", "/", "/reviews/filing", "/reviews/key-field-change", "/unreported"));
        inBothLanguages(as("owner01", "/"), List.of("/", "/deploy", "/help/modeling", "/help/workbench"));
    }

    @Test
    @DisplayName("every model of the product opens in bpmn-js without a warning")
    void modelsOpen() throws IOException {
        var page = as("owner01", "/schemes").page();
        page.waitForFunction("() => window.BpmnJS");
        try (var files = Files.walk(Path.of("processes"))) {
            var models = files.filter(file -> file.toString().endsWith(".bpmn")).toList();
            assertThat(models).hasSizeGreaterThan(10);
            for (var model : models) {
                assertThat((List<?>) page.evaluate(OPEN, Files.readString(model)))
                        .as(model.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    @DisplayName(
            "a process owner: models, one with what stands where, two versions compared, forms tried, an instance, what failed")
    void workbench() {
        var report = waitingReport();
        var instance = cast.as("owner01", () -> instances
                .page(new Search("monthly-report", null, null, false, report.toString()), 0, 1)
                .get(0)
                .id());
        inBothLanguages(
                as("owner01", "/models"),
                List.of(
                        "/models",
                        "/models/monthly-report",
                        "/models/monthly-report?step=review-report&q=" + report,
                        "/models/multi-level-review/difference",
                        "/revisions/monthly-report",
                        "/revisions/monthly-report/1/forms",
                        "/instances/" + instance,
                        "/failed-jobs"));
    }

    @Test
    @DisplayName("notices: the lists, one to read, an administrator's list and editor")
    void notices() {
        var reader = as("demoent01", "/notices/announcements");
        reader.page().locator("#notices a").first().click();
        reader.page().waitForURL(url -> url.matches(".*/notices/[0-9a-f-]{36}"));
        inBothLanguages(
                reader.settle(),
                List.of(
                        reader.path(),
                        "/notices/announcements",
                        "/notices/news",
                        "/notices/news?q=nothing-is-called-so"));
        inBothLanguages(
                as("ningbo01", "/notices/manage"),
                List.of("/notices/manage", "/notices/edit", "/notices/manage?q=nothing"));
    }

    @Test
    @DisplayName("an operator: home, the old platform, what leaves this one, products, whether reviews agree")
    void operator() {
        inBothLanguages(
                as(cast.operator(), "/"),
                List.of(
                        "/",
                        "/takeover",
                        "/messages/outbox",
                        "/messages/outbox?status=SENT",
                        "/messages/outbox?q=nobody",
                        "/product-codes",
                        "/consistency"));
    }

    /** @return a report of somebody new that waits for the county */
    private UUID waitingReport() {
        var month = periods.current();
        return cast.as(cast.approved().loginName(), () -> {
            var filing = filings.open(ReportTask.monthly(month));
            filings.keep(filing.id(), FilingFixture.BASIC, Map.of("filler", "孙丙"));
            filings.keep(filing.id(), FilingFixture.INDICATORS, FilingFixture.indicators(month));
            assertThat(filings.submit(filing.id()).passed()).isTrue();
            return filing.id();
        });
    }

    private UUID enterprise(String loginName) {
        var account = accounts.findByLoginName(loginName).orElseThrow();
        return enterprises.ofAccount(account.id()).orElseThrow().id();
    }

    /** @return a workbook with two enterprises in it, every row done */
    private UUID batch() {
        var month = periods.current();
        var filed = cast.approved();
        var another = cast.approved();
        var run = cast.as(Cast.COUNTY, () -> {
            var book = new FilledBatch(
                            batches.template(ReportTask.monthly(month), BatchReports.EVERYWHERE, Texts.CHINESE))
                    .put(filed.loginName(), FilledBatch.good(month))
                    .put(another.loginName(), FilledBatch.good(month));
            return batches.upload(
                            ReportTask.monthly(month), "月报.xlsx", new ByteArrayInputStream(book.bytes()), Texts.CHINESE)
                    .run();
        });
        Awaitility.await("the rows of the workbook")
                .atMost(Duration.ofMinutes(1))
                .until(() -> cast.as(
                        Cast.COUNTY, () -> batches.run(run).orElseThrow().finished()));
        return run;
    }

    /** As somebody who was not there before, in the browser of this test: it need not read the scripts again. */
    private Tab as(String loginName, String path) {
        if (browser == null) {
            browser = visitor();
        }
        browser.tabs().forEach(tab -> tab.page().close());
        spoken.add(loginName);
        return logIn(browser, loginName, path);
    }

    /** Every page as the links lead there, first in the language spoken; a change of the language loads one whole. */
    private void inBothLanguages(Tab tab, List<String> paths) {
        if (!tab.path().equals(paths.get(0))) {
            tab.go(paths.get(0));
        }
        var spoken = spoken(tab);
        for (var locale : List.of(spoken, spoken.equals(Texts.CHINESE) ? Texts.ENGLISH : Texts.CHINESE)) {
            speak(tab, locale);
            for (var path : paths) {
                look.at(tab.path().equals(path) ? tab : tab.follow(path), locale);
            }
        }
    }

    private Locale spoken(Tab tab) {
        var chinese = tab.at("language").innerText().strip().equals(say(Texts.CHINESE, "common.language"));
        return chinese ? Texts.CHINESE : Texts.ENGLISH;
    }

    /** Presses the language switch if the page speaks the other one. */
    private Tab speak(Tab tab, Locale locale) {
        if (!spoken(tab).equals(locale)) {
            tab.at("language").click();
            tab.showsAt("language", say(locale, "common.language"));
        }
        return tab.settle();
    }
}
