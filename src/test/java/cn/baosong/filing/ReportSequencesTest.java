package cn.baosong.filing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Account;
import cn.baosong.common.Problem;
import cn.baosong.organization.Desk;
import cn.baosong.testing.FilingFixture;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/**
 * Whatever enterprise, desks, strangers and the timer do to a report, in whatever order: it is always in a status of the
 * design, it came there by an allowed step, and report, inbox and engine say the same. What is refused changes nothing.
 */
class ReportSequencesTest extends FilingScenario {

    private static final int SEQUENCES = 100;
    private static final int ACTIONS = 12;

    /** As many reports one enterprise has before the next enterprise plays. */
    private static final int REPORTS = 15;

    private static final String CHANGE = "key-field-change";

    /** What may move a report; played more often than what must not. */
    private static final List<String> MOVING = List.of(
            "submit right",
            "withdraw",
            "change and freeze",
            "direct accepts",
            "direct returns",
            "upper accepts",
            "upper returns",
            "senior accepts",
            "senior returns",
            "time runs out");

    /** What the world knows of a report. */
    private record Seen(
            Filing filing, List<FilingStatus> path, Map<String, String> waits, boolean runs, String industry) {}

    private Account account;
    private Account stranger;
    private final Set<String> done = new TreeSet<>();
    private final Set<FilingStatus> reached = EnumSet.noneOf(FilingStatus.class);

    @Test
    void everySequenceOfActionsKeepsReportInboxAndEngineTogether() {
        stranger = fixture.enterprise();
        for (var seed = 0; seed < SEQUENCES; seed++) {
            if (seed % REPORTS == 0) {
                account = fixture.enterprise();
            }
            play(seed, fixture.filled(account, MONTH.plusMonths(seed % REPORTS)));
        }
        assertThat(reached).isEqualTo(EnumSet.allOf(FilingStatus.class));
        assertThat(done).as("each action got through at least once").containsAll(MOVING);
        assertThat(done).doesNotContain("stranger submits", "reviewer submits", "enterprise accepts");
    }

    private static List<String> harmful() {
        return List.of(
                "submit",
                "withdraw",
                "freeze",
                "direct accepts",
                "direct returns",
                "upper accepts",
                "upper returns",
                "senior accepts",
                "senior returns",
                "time runs out");
    }

    private void play(int seed, Filing filing) {
        var random = new Random(seed);
        var story = new ArrayList<String>();
        var before = seen(filing);
        for (var number = 0; number < ACTIONS; number++) {
            var actions = actions(filing);
            var names = random.nextInt(3) > 0 ? MOVING : List.copyOf(actions.keySet());
            var name = names.get(random.nextInt(names.size()));
            story.add(name);
            var told = "seed " + seed + ": " + story;
            boolean refused;
            try {
                actions.get(name).run();
                refused = false;
            } catch (Problem | AccessDeniedException refusal) {
                refused = true;
            }
            var after = seen(filing);
            if (refused) {
                assertThat(after).as(told).isEqualTo(before);
            } else if (!after.path().equals(before.path()) || !after.waits().equals(before.waits())) {
                done.add(name);
            }
            assertConsistent(told, after);
            reached.add(after.filing().status());
            before = after;
        }
    }

    private void assertConsistent(String told, Seen seen) {
        var from = FilingStatus.EDITING;
        for (var to : seen.path()) {
            assertThat(from.next()).as(told).contains(to);
            from = to;
        }
        assertThat(seen.filing().status()).as(told).isEqualTo(from);
        var kinds = seen.waits().keySet();
        switch (from) {
            case UNDER_REVIEW -> assertThat(kinds).as(told).containsExactly(FilingSubjects.KIND);
            case FROZEN -> assertThat(kinds).as(told).containsExactly(CHANGE);
            default -> assertThat(kinds).as(told).isEmpty();
        }
        assertThat(seen.runs()).as(told).isEqualTo(from != FilingStatus.ACCEPTED);
        assertThat(seen.filing().versions()).as(told).isEqualTo((int)
                seen.path().stream().filter(FilingStatus.UNDER_REVIEW::equals).count());
    }

    private Seen seen(Filing filing) {
        var waits = new LinkedHashMap<String, String>();
        jdbc.sql("SELECT subject_kind, desk_id::text FROM review_item WHERE subject_id = :id")
                .param("id", filing.id())
                .query(row -> {
                    waits.put(row.getString(1), row.getString(2));
                });
        return new Seen(
                fixture.now(filing.id()),
                path(filing),
                waits,
                process(filing) != null,
                enterpriseOf(account).industry());
    }

    private Map<String, Runnable> actions(Filing filing) {
        var all = new LinkedHashMap<String, Runnable>();
        all.put("open", () -> actors.as(account, () -> filings.open(ReportTask.monthly(filing.month()))));
        all.put("keep right", () -> keep(filing, "900"));
        all.put("keep wrong", () -> keep(filing, null));
        all.put("submit", () -> submit(account, filing));
        all.put("submit right", () -> {
            keep(filing, "901");
            submit(account, filing);
        });
        all.put("withdraw", () -> actors.as(account, () -> filings.withdraw(filing.id())));
        all.put("change industry", () -> industry(filing, true));
        all.put("keep industry", () -> industry(filing, false));
        all.put("freeze", () -> actors.as(account, () -> filings.freeze(filing.id())));
        all.put("change and freeze", () -> {
            industry(filing, true);
            actors.as(account, () -> filings.freeze(filing.id()));
        });
        all.put("explain", () -> actors.as(account, () -> filings.explain(filing.id(), "growth-revenue", "上年停产")));
        all.put("direct accepts", () -> accept(desks.yuhang(), FilingSubjects.KIND, filing));
        all.put("direct accepts again", () -> accept(desks.yuhang(), FilingSubjects.KIND, filing));
        all.put("direct returns", () -> fixture.returnAt(desks.yuhang(), filing, "请核对"));
        all.put("upper accepts", () -> upper().forEach(desk -> accept(desk, FilingSubjects.KIND, filing)));
        all.put("upper returns", () -> fixture.returnAt(desks.hangzhou(), filing, "请再核对"));
        all.put("senior accepts", () -> accept(desks.nation(), CHANGE, filing));
        all.put(
                "senior returns",
                () -> actors.as(desks.holder(desks.nation()), () -> reviews.sendBack(CHANGE, filing.id(), "请先变更登记")));
        all.put("time runs out", () -> timeRunsOut(filing));
        all.put("another county accepts", () -> accept(desks.haishu(), FilingSubjects.KIND, filing));
        all.put("direct decides the change", () -> accept(desks.yuhang(), CHANGE, filing));
        all.put("stranger submits", () -> submit(stranger, filing));
        all.put("stranger withdraws", () -> actors.as(stranger, () -> filings.withdraw(filing.id())));
        all.put("reviewer submits", () -> submit(desks.holder(desks.yuhang()), filing));
        all.put("enterprise accepts", () -> actors.as(account, () -> reviews.accept(FilingSubjects.KIND, filing.id())));
        return all;
    }

    private List<Desk> upper() {
        return List.of(desks.hangzhou(), desks.zhejiang(), desks.nation());
    }

    private void keep(Filing filing, String revenue) {
        var changed = new HashMap<String, Object>();
        changed.put("revenue.cumulative", revenue);
        type(account, filing, FilingFixture.INDICATORS, changed);
    }

    /** Of machinery and of moulds; both are industry, so the same figures are asked for. */
    private void industry(Filing filing, boolean other) {
        var now = enterpriseOf(account).industry();
        var wanted = other ? "3489".equals(now) ? "3525" : "3489" : now;
        type(account, filing, FilingFixture.BASIC, Map.of("industry", wanted));
    }

    private void accept(Desk desk, String kind, Filing filing) {
        actors.as(desks.holder(desk), () -> reviews.accept(kind, filing.id()));
    }

    private void timeRunsOut(Filing filing) {
        var called = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(filing.id().toString())
                .processDefinitionKey(FilingProcess.KEY_FIELD_CHANGE)
                .singleResult();
        if (called != null) {
            var timer = engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(called.getId())
                    .singleResult();
            engine.getManagementService().executeJob(timer.getId());
        }
    }
}
