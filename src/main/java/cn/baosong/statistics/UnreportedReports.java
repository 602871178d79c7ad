package cn.baosong.statistics;

import cn.baosong.account.CurrentUser;
import cn.baosong.account.Notifier;
import cn.baosong.account.Way;
import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.filing.FilingModels;
import cn.baosong.filing.FilingProcess;
import cn.baosong.filing.Period;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ReportNames;
import cn.baosong.filing.Schemes;
import cn.baosong.filing.reminder.RemindersByHand;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskTitles;
import cn.baosong.organization.Desks;
import cn.baosong.statistics.query.Asked;
import cn.baosong.statistics.query.UnreportedQueries;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who has not filed a month (未报送企业查询, QRY-05), and reminders to them (催报). Only enterprises whose direct desk is mine or
 * below are seen and told; ids of others are passed over.
 */
@Service
@PreAuthorize("hasRole('REVIEWER')")
public class UnreportedReports {

    private static final int CHUNK = 200;

    private final UnreportedQueries queries;
    private final RemindersByHand reminders;
    private final FilingModels models;
    private final Schemes schemes;
    private final ReportNames names;
    private final Periods periods;
    private final Notifier notifier;
    private final Desks desks;
    private final DeskTitles titles;
    private final CurrentUser user;
    private final Clock clock;
    private final TransactionTemplate transaction;

    UnreportedReports(
            UnreportedQueries queries,
            RemindersByHand reminders,
            FilingModels models,
            Schemes schemes,
            ReportNames names,
            Periods periods,
            Notifier notifier,
            Desks desks,
            DeskTitles titles,
            CurrentUser user,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.queries = queries;
        this.reminders = reminders;
        this.models = models;
        this.schemes = schemes;
        this.names = names;
        this.periods = periods;
        this.notifier = notifier;
        this.desks = desks;
        this.titles = titles;
        this.user = user;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return one page, by region */
    public List<UnreportedEnterprise> list(UnreportedFilter filter, int offset, int limit) {
        return queries.list(mine(), today(), asked(filter), filter, offset, limit);
    }

    public int count(UnreportedFilter filter) {
        return queries.count(mine(), today(), asked(filter), filter, Set.of());
    }

    /** @return by region, those behind one of the list; {@code after} null for the first */
    List<UnreportedEnterprise> next(UnreportedFilter filter, UnreportedEnterprise after, int limit) {
        return queries.next(mine(), today(), asked(filter), filter, after, limit);
    }

    /** @param ticked ids of enterprises; empty for all the filter asks for */
    public ReminderPreview preview(UnreportedFilter filter, Set<UUID> ticked) {
        var revision = revision(filter);
        var asked = asked(filter);
        var mine = mine();
        var chosen = queries.count(mine, today(), asked, filter, ticked);
        var left = queries.countToRemind(mine, today(), asked, filter, ticked);
        return new ReminderPreview(chosen, Math.max(0, chosen - left), atOnce(revision), ways(revision));
    }

    /**
     * Reminds them, each at most once a day, by the ways the model says (settings {@code reminderChannel} and
     * {@code reminderTemplate}).
     *
     * @param ticked ids of enterprises; empty for all the filter asks for, at most as many as the setting
     *     {@code remindedAtOnce} says: who wants more sends it again, which leaves out those already told
     * @return how many were told
     * @throws Problem {@code statistics.error.no-way} where the model tells nobody
     */
    public int remind(UnreportedFilter filter, Set<UUID> ticked) {
        var revision = revision(filter);
        if (ways(revision).isEmpty()) {
            throw new Problem("statistics.error.no-way");
        }
        var asked = asked(filter);
        var mine = mine();
        var told = 0;
        var atOnce = atOnce(revision);
        while (told < atOnce) {
            var most = Math.min(CHUNK, atOnce - told);
            var next = queries.toRemind(mine, today(), asked, filter, ticked, most);
            if (next.isEmpty()) {
                break;
            }
            told += transaction.execute(status -> tell(revision, filter, next));
        }
        return told;
    }

    /** What is recorded and what is told stand and fall together. */
    private int tell(SchemeRevision revision, UnreportedFilter filter, List<UUID> enterprises) {
        var desk = titles.mine();
        var task = filter.task();
        var due = periods.find(task).map(Period::dueOn).map(LocalDate::toString).orElse("");
        var name = names.of(task);
        var recipients = reminders.record(
                task.scheme(), task.month(), enterprises, user.requireAccount(), desk.in(Texts.CHINESE));
        recipients.forEach(to -> notifier.tell(
                to.account(),
                ways(revision),
                revision.setting(FilingProcess.REMINDER_TEMPLATE).orElseThrow(),
                "/" + task.address(),
                to.name(),
                name,
                due,
                desk));
        return recipients.size();
    }

    /** @throws Problem {@code filing.error.no-scheme} */
    private Asked asked(UnreportedFilter filter) {
        return Asked.of(schemes.get(filter.task().scheme()), filter.month());
    }

    private SchemeRevision revision(UnreportedFilter filter) {
        return models.newest(filter.task().scheme(), filter.month());
    }

    private static Set<Way> ways(SchemeRevision revision) {
        return Way.among(revision.setting(FilingProcess.REMINDER_CHANNEL).orElse(""));
    }

    private static int atOnce(SchemeRevision revision) {
        return revision.most(FilingProcess.REMINDED_AT_ONCE);
    }

    private Set<UUID> mine() {
        return desks.mine().stream().map(Desk::id).collect(Collectors.toSet());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
