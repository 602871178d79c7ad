package cn.baosong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.account.Account;
import cn.baosong.account.Role;
import cn.baosong.administration.EnterpriseFilter;
import cn.baosong.administration.MonitoredEnterprise;
import cn.baosong.administration.MonitoredEnterprises;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.Filing;
import cn.baosong.filing.Filings;
import cn.baosong.filing.ReportTask;
import cn.baosong.filing.batch.BatchReports;
import cn.baosong.filing.batch.FilledBatch;
import cn.baosong.notice.Audience;
import cn.baosong.notice.NoticeContent;
import cn.baosong.notice.NoticeDesk;
import cn.baosong.notice.NoticeKind;
import cn.baosong.organization.Desk;
import cn.baosong.review.InboxAddress;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.ReviewItem;
import cn.baosong.review.ReviewRecord;
import cn.baosong.review.SavedFilters;
import cn.baosong.review.bulk.BulkAction;
import cn.baosong.review.bulk.BulkItem;
import cn.baosong.review.bulk.BulkReviews;
import cn.baosong.statistics.UnreportedFilter;
import cn.baosong.testing.Actors;
import cn.baosong.testing.DeskFixture;
import cn.baosong.testing.FilingFixture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/**
 * An administrator of 海曙区 holds the ids of everything about a report of 余杭区 and tries them at every method an
 * administrator may call: nothing is told and nothing is changed.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ForeignRegionTest {

    private static final YearMonth MONTH = YearMonth.of(2021, 8);
    private static final InboxAddress REPORTS = InboxAddress.of(ReviewFilter.all("filing"));

    /** Keys of problems that say no more than that there is nothing of that id for the caller. */
    private static final Set<String> REFUSALS = Set.of(
            "account.error.device",
            "administration.error.desk",
            "administration.error.not-found",
            "enterprise.error.not-inactive",
            "upload.error.unknown",
            "filing.error.not-found",
            "notice.error.desk",
            "notice.error.unknown",
            "organization.error.not-yours",
            "review.bulk.error.unknown",
            "review.error.not-waiting",
            "review.error.not-yours");

    /** Methods that answer, and what they say. They may note something of the caller's own. */
    private static final Map<String, String> ANSWERS = Map.of(
            "administration.ReviewerChanges.byRegion(Collection)",
            "that the enterprise stays as it was, without its name",
            "administration.ReviewerChanges.change(Collection, UUID)",
            "that the enterprise stays as it was, without its name",
            "review.bulk.BulkReviews.prepare(BulkAction, InboxAddress, Collection)",
            "the caller's own preview, with nothing in it",
            "statistics.UnreportedReports.preview(UnreportedFilter, Set)",
            "that nobody would be told, and by which ways");

    /** Methods that read on about what their callers have found allowed; no page hands them anything else. */
    private static final Map<String, String> READING_ON = Map.of(
            "filing.ExplanationVerdicts.findings(Filing)", "about a report at hand",
            "filing.difference.ReviewedReports.of(ReviewVisit)", "a visit is made where it was found allowed");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Actors actors;

    @Autowired
    private DeskFixture desks;

    @Autowired
    private FilingFixture fixture;

    @Autowired
    private Filings filings;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private MonitoredEnterprises monitored;

    @Autowired
    private ReviewRecord record;

    @Autowired
    private BulkReviews bulk;

    @Autowired
    private BatchReports batches;

    @Autowired
    private NoticeDesk notices;

    @Autowired
    private SavedFilters filters;

    private Traces traces;
    private Account owner;
    private Filing filing;
    private Account intruder;

    @TestFactory
    Stream<DynamicTest> nothingElsewhereIsToldOrChanged() {
        traces = new Traces(jdbc);
        assertThat(traces.tables()).contains("filing", "enterprise", "review_item", "desk", "desk_holder", "bulk_item");
        owner = desks.newHolder(desks.yuhang());
        intruder = desks.newHolder(desks.haishu());
        filing = reported();
        var enterprise = enterprises.find(filing.enterprise()).orElseThrow();
        var work = workOfTheOwner();
        var seeds = new ArrayList<>(work);
        seeds.addAll(List.of(filing.id(), enterprise.id(), enterprise.account(), owner.id()));
        var ids = new LinkedHashMap<>(traces.idsAround(seeds));
        var posts = List.of(
                desks.yuhang().id(), desks.hangzhou().id(), desks.haishu().id());
        posts.subList(0, 2).forEach(post -> ids.put(post, "desk"));
        assertThat(ids.values())
                .contains("filing", "enterprise", "account", "review_item", "bulk_operation", "upload_run", "notice")
                .contains("desk_holder", "saved_filter");

        var methods = GuardedMethod.all(context).stream()
                .filter(guarded -> guarded.roles().contains(Role.REVIEWER) && MadeUp.takesId(guarded.method()))
                .toList();
        assertThat(methods).as("the scan finds methods").hasSizeGreaterThan(40);
        var bystander = actors.account();
        var all = new HashSet<>(ids.keySet());
        all.addAll(List.of(intruder.id(), bystander.id()));
        posts.forEach(all::remove);
        var foreign = new HashSet<>(ids.keySet());
        posts.forEach(foreign::remove);
        var made =
                new MadeUp(real(work.get(1)), texts(bystander), desks.haishu().id());
        var answering = new TreeSet<String>();
        var tries = methods.stream()
                .map(guarded -> DynamicTest.dynamicTest(guarded.name(), () -> {
                    var answers = ANSWERS.containsKey(guarded.name());
                    var watched = answers ? foreign : all;
                    var before = traces.of(watched, posts);
                    var told = actors.as(intruder, () -> told(guarded, made, ids));
                    assertThat(traces.of(watched, posts))
                            .as("rows of every table")
                            .isEqualTo(before);
                    if (!told.isEmpty()) {
                        answering.add(guarded.name());
                    }
                    if (answers) {
                        assertThat(told).noneMatch(answer -> answer.contains(enterprise.name()));
                    } else if (!READING_ON.containsKey(guarded.name())) {
                        assertThat(told).as("what it told").isEmpty();
                    }
                }));
        var listed = new TreeSet<>(ANSWERS.keySet());
        listed.addAll(READING_ON.keySet());
        var control = DynamicTest.dynamicTest("who holds the desk is told by the same calls", () -> assertThat(
                        methods.stream().filter(GuardedMethod::onlyReads).filter(guarded -> !actors.as(
                                        owner, () -> told(guarded, made, ids))
                                .isEmpty()))
                .hasSizeGreaterThan(10));
        var exceptions = DynamicTest.dynamicTest(
                "the lists hold no one else", () -> assertThat(answering).isEqualTo(listed));
        return Stream.of(Stream.of(control), tries, Stream.of(exceptions)).flatMap(each -> each);
    }

    /** @return what the method gave away, by the table of the id it was called with; nothing as it should be */
    private static List<String> told(GuardedMethod guarded, MadeUp made, Map<UUID, String> ids) {
        var told = new ArrayList<String>();
        ids.forEach((id, table) -> {
            for (var arguments : made.with(guarded.method(), id)) {
                try {
                    var answer = guarded.call(arguments);
                    var written = written(arguments);
                    if (!MadeUp.isNothing(answer) || !written.isEmpty()) {
                        told.add(table + ": " + answer + written);
                    }
                } catch (AccessDeniedException | NoSuchElementException refused) {
                    // As it should be.
                } catch (Problem problem) {
                    if (!REFUSALS.contains(problem.key())) {
                        told.add(table + ": " + problem.key());
                    }
                } catch (Throwable failure) {
                    told.add(table + ": " + failure);
                }
            }
        });
        return told;
    }

    /** @return the text of the workbook that was written, empty for none */
    private static String written(Object[] arguments) throws IOException {
        for (var argument : arguments) {
            if (argument instanceof ByteArrayOutputStream out && out.size() > 0) {
                try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
                    var text = new StringBuilder();
                    while (zip.getNextEntry() != null) {
                        text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                    }
                    return text.toString();
                }
            }
        }
        return "";
    }

    /** @return under review in 余杭区, with something found and explained */
    private Filing reported() {
        var account = fixture.enterprise();
        var opened = fixture.filled(account, MONTH);
        actors.as(account, () -> {
            filings.keep(opened.id(), FilingFixture.INDICATORS, Map.of("revenue.lastYearCumulative", "1"));
            filings.explain(opened.id(), "growth-revenue", "上年同期停产检修");
            assertThat(filings.submit(opened.id()).passed()).isTrue();
        });
        return fixture.now(opened.id());
    }

    /** @return ids of a preview, of an operation that was cancelled, of a workbook and of a notice */
    private List<UUID> workOfTheOwner() {
        var item = List.of(item().id());
        var work = actors.as(owner, () -> {
            filters.save("本区", REPORTS);
            var cancelled = bulk.prepare(BulkAction.ACCEPT, REPORTS, item);
            bulk.confirm(cancelled, null);
            bulk.cancel(cancelled);
            return List.of(
                    cancelled,
                    bulk.prepare(BulkAction.ACCEPT, REPORTS, item),
                    run(),
                    notices.publish(
                            desks.yuhang().id(),
                            new NoticeContent(
                                    NoticeKind.NEWS, "本区", "正文", Set.of(Audience.COUNTY), "330110", false, null)));
        });
        await().atMost(Duration.ofMinutes(1)).until(() -> actors.as(owner, () -> batches.run(work.get(2)))
                .orElseThrow()
                .finished());
        return work;
    }

    private UUID run() {
        var file = new FilledBatch(batches.template(ReportTask.monthly(MONTH), null, Texts.CHINESE))
                .put("nobody_here", FilledBatch.good(MONTH));
        return batches.upload(
                        ReportTask.monthly(MONTH), "月报.xlsx", new ByteArrayInputStream(file.bytes()), Texts.CHINESE)
                .run();
    }

    private ReviewItem item() {
        return record.waiting(filing.id()).orElseThrow();
    }

    private Map<Class<?>, Object> real(UUID preview) {
        var real = new LinkedHashMap<Class<?>, Object>();
        real.put(Filing.class, filing);
        real.put(Desk.class, desks.yuhang());
        real.put(ReviewItem.class, item());
        real.put(
                BulkItem.class,
                actors.as(owner, () -> bulk.items(preview, null, 0, 1)).get(0));
        real.put(
                MonitoredEnterprise.class,
                actors.as(owner, () -> monitored.find(filing.enterprise())).orElseThrow());
        real.put(InboxAddress.class, REPORTS);
        real.put(EnterpriseFilter.class, new EnterpriseFilter("", "", null));
        real.put(UnreportedFilter.class, UnreportedFilter.of(ReportTask.monthly(MONTH)));
        real.put(YearMonth.class, MONTH);
        return real;
    }

    private static Map<String, String> texts(Account bystander) {
        return Map.of(
                "kind", "filing",
                "rule", "growth-revenue",
                "text", "上年同期停产检修",
                "grant", Desk.ONE_CLICK,
                "region", "330110",
                "loginName", bystander.loginName());
    }
}
