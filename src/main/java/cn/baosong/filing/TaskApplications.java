package cn.baosong.filing;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.enterprise.Enterprise;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.repository.TaskApplicationTable;
import cn.baosong.filing.repository.TaskApplicationTable.Row;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which schemes an enterprise is asked for. Most ask everybody; those with the setting {@code taskApplication} ask who
 * applied, and of those with the same word an enterprise chooses one, such as the province's or the city's (SUR-20, 21).
 */
@Service
@PreAuthorize("hasRole('ENTERPRISE')")
public class TaskApplications {

    private final TaskApplicationTable table;
    private final Schemes schemes;
    private final Periods periods;
    private final Enterprises enterprises;
    private final CurrentUser user;
    private final Clock clock;

    TaskApplications(
            TaskApplicationTable table,
            Schemes schemes,
            Periods periods,
            Enterprises enterprises,
            CurrentUser user,
            Clock clock) {
        this.table = table;
        this.schemes = schemes;
        this.periods = periods;
        this.enterprises = enterprises;
        this.user = user;
        this.clock = clock;
    }

    /** @return every scheme that asks for an application, by key */
    @Transactional(readOnly = true)
    public List<TaskOffer> offers() {
        var mine = table.of(enterprise().id());
        return schemes.all().stream()
                .filter(scheme -> scheme.application().isPresent())
                .map(scheme -> offer(scheme, mine))
                .toList();
    }

    private TaskOffer offer(Scheme scheme, List<Row> mine) {
        var period = periods.find(scheme.key(), periods.current(scheme.kind())).orElse(null);
        var word = scheme.application().orElseThrow();
        var state = mine.stream()
                .filter(row -> row.word().equals(word))
                .findFirst()
                .map(row -> row.scheme().equals(scheme.key()) ? TaskOffer.State.APPLIED : TaskOffer.State.OTHER)
                .orElse(TaskOffer.State.OPEN);
        return new TaskOffer(scheme, period, state, period != null && period.closed(periods.today()));
    }

    /**
     * Applies for a scheme from its current period on (任务申请). Who applied for it already has what was asked for.
     *
     * @throws Problem {@code filing.error.no-scheme}, {@code filing.error.no-period}, {@code filing.error.closed},
     *     {@code filing.error.inactive}; {@code filing.error.applied-other} where another one was chosen
     */
    @Transactional
    public void apply(String key) {
        var scheme = schemes.get(key);
        var word = scheme.application().orElseThrow(() -> new Problem("filing.error.no-scheme"));
        var enterprise = enterprise();
        if (!enterprise.active()) {
            throw new Problem("filing.error.inactive");
        }
        var from = periods.current(scheme.kind());
        periods.requireOpen(new ReportTask(key, from));
        if (!table.insert(enterprise.id(), new Row(word, key, from), clock.instant())
                && applied(enterprise, key).isEmpty()) {
            throw new Problem("filing.error.applied-other");
        }
    }

    /**
     * Takes an application back, so that another one can be chosen.
     *
     * @throws Problem {@code filing.error.application-used} where a report was begun, or nothing was applied for
     */
    @Transactional
    public void takeBack(String key) {
        var enterprise = enterprise().id();
        table.lock(enterprise, key);
        if (!table.deleteUnused(enterprise, key)) {
            throw new Problem("filing.error.application-used");
        }
    }

    /** @return of which periods of a scheme, given by their first months, my enterprise is asked for a report */
    @Transactional(readOnly = true)
    public Predicate<YearMonth> asked(Scheme scheme) {
        if (scheme.application().isEmpty()) {
            return month -> true;
        }
        var from = applied(enterprise(), scheme.key()).map(Row::from);
        return month -> from.filter(first -> !month.isBefore(first)).isPresent();
    }

    /**
     * Demands that my enterprise is asked for this task; an application then stands until the transaction ends.
     *
     * @throws Problem {@code filing.error.not-applied}
     */
    @Transactional
    public void requireAsked(ReportTask task) {
        if (schemes.get(task.scheme()).application().isPresent()
                && table.hold(enterprise().id(), task.scheme())
                        .filter(from -> !task.month().isBefore(from))
                        .isEmpty()) {
            throw new Problem("filing.error.not-applied");
        }
    }

    private Optional<Row> applied(Enterprise enterprise, String scheme) {
        return table.of(enterprise.id()).stream()
                .filter(row -> row.scheme().equals(scheme))
                .findFirst();
    }

    private Enterprise enterprise() {
        return enterprises
                .ofAccount(user.requireAccount())
                .orElseThrow(() -> new Problem("filing.error.no-enterprise"));
    }
}
