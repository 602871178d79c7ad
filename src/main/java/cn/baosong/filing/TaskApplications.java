package cn.baosong.filing;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.CodeLists;
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

    private static final String INDUSTRY = "industry";

    private final TaskApplicationTable table;
    private final Schemes schemes;
    private final Periods periods;
    private final Enterprises enterprises;
    private final CodeLists codes;
    private final CurrentUser user;
    private final Clock clock;

    TaskApplications(
            TaskApplicationTable table,
            Schemes schemes,
            Periods periods,
            Enterprises enterprises,
            CodeLists codes,
            CurrentUser user,
            Clock clock) {
        this.table = table;
        this.schemes = schemes;
        this.periods = periods;
        this.enterprises = enterprises;
        this.codes = codes;
        this.user = user;
        this.clock = clock;
    }

    /**
     * @return every scheme that asks for an application and is offered to my industry, by key; one I applied for, and its kind,
     *     stays among them
     */
    @Transactional(readOnly = true)
    public List<TaskOffer> offers() {
        var enterprise = enterprise();
        var mine = table.of(enterprise.id());
        return schemes.all().stream()
                .filter(scheme -> scheme.application()
                        .filter(word -> offered(scheme, enterprise)
                                || mine.stream().anyMatch(row -> row.word().equals(word)))
                        .isPresent())
                .map(scheme -> offer(scheme, mine))
                .toList();
    }

    /** The industry of the enterprise, or one around it, is among those the scheme is offered to (SUR-04). */
    private boolean offered(Scheme scheme, Enterprise enterprise) {
        var industries = scheme.offeredIndustries();
        return industries.isEmpty()
                || codes.path(INDUSTRY, enterprise.industry()).stream()
                        .map(CodeLists.Entry::code)
                        .anyMatch(industries::contains);
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
     *     {@code filing.error.inactive}; {@code filing.error.not-offered} where the scheme is not
     *     for my industry; {@code filing.error.applied-other} where another one was chosen
     */
    @Transactional
    public void apply(String key) {
        var scheme = schemes.get(key);
        var word = scheme.application().orElseThrow(() -> new Problem("filing.error.no-scheme"));
        var enterprise = enterprise();
        if (!enterprise.active()) {
            throw new Problem("filing.error.inactive");
        }
        if (applied(enterprise, key).isEmpty() && !offered(scheme, enterprise)) {
            throw new Problem("filing.error.not-offered");
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

    /** @return every scheme my enterprise is asked for, the one that pages show where nothing is chosen first */
    @Transactional(readOnly = true)
    public List<Scheme> asked() {
        var mine = table.of(enterprise().id()).stream().map(Row::scheme).toList();
        return schemes.offered().stream()
                .filter(scheme -> scheme.application().isEmpty() || mine.contains(scheme.key()))
                .toList();
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
