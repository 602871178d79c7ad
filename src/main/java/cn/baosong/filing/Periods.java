package cn.baosong.filing;

import cn.baosong.common.Problem;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.engine.Step;
import cn.baosong.filing.repository.PeriodRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Report periods of every scheme (MON-01, 02, 05; GAP-09). */
@Service
public class Periods {

    private static final int DUE_DAY = 20;

    private final PeriodRepository repository;
    private final Schemes schemes;
    private final SchemeRevisions revisions;
    private final Clock clock;

    Periods(PeriodRepository repository, Schemes schemes, SchemeRevisions revisions, Clock clock) {
        this.repository = repository;
        this.schemes = schemes;
        this.revisions = revisions;
        this.clock = clock;
    }

    /** @return the current report month: the month before today's (MON-01) */
    public YearMonth current() {
        return current(PeriodKind.MONTH);
    }

    /** @return first month of the newest period of this kind that is over */
    public YearMonth current(PeriodKind kind) {
        return kind.current(YearMonth.now(clock));
    }

    /**
     * @return first month of the current period of a scheme
     * @throws Problem {@code filing.error.no-scheme}
     */
    public YearMonth current(String scheme) {
        return current(schemes.get(scheme).kind());
    }

    /** @throws Problem {@code filing.error.no-period} */
    public Period get(ReportTask task) {
        return find(task).orElseThrow(() -> new Problem("filing.error.no-period", code(task)));
    }

    public Optional<Period> find(ReportTask task) {
        return find(task.scheme(), task.month());
    }

    public Optional<Period> find(String scheme, YearMonth month) {
        return repository.find(scheme, month);
    }

    /** @return every opened period, the newest first */
    public List<Period> all(String scheme) {
        return repository.all(scheme);
    }

    /**
     * Opens, for every scheme, each period up to the current one that is not open yet; those before the first one never.
     * A scheme that does not hold yet is left out. Doing it twice changes nothing.
     *
     * @param step the sweep that asks for it, in whose transaction it happens
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(Step step) {
        Objects.requireNonNull(step);
        for (var scheme : schemes.all()) {
            var current = current(scheme.kind());
            revisions.holding(scheme.key(), current).ifPresent(revision -> open(revision, scheme.kind(), current));
        }
    }

    private void open(SchemeRevision revision, PeriodKind kind, YearMonth current) {
        var first = revision.setting(FilingProcess.FIRST_PERIOD)
                .map(YearMonth::parse)
                .map(kind::containing)
                .orElse(current);
        for (var month = first; !month.isAfter(current); month = kind.following(month)) {
            repository.insert(period(revision, kind, month), clock.instant());
        }
    }

    private static Period period(SchemeRevision revision, PeriodKind kind, YearMonth month) {
        var dueDay =
                revision.setting(FilingProcess.DUE_DAY).map(Integer::valueOf).orElse(DUE_DAY);
        var following = kind.following(month);
        var closesOn = revision.setting(FilingProcess.CLOSES_AFTER_MONTHS)
                .filter(months -> !months.isBlank())
                .map(Integer::valueOf)
                .map(months -> following.plusMonths(months).atDay(1))
                .orElse(null);
        return new Period(
                revision.scheme(), month, following.atDay(Math.min(dueDay, following.lengthOfMonth())), closesOn);
    }

    /** @throws Problem where nothing may be filed for it: {@code filing.error.no-period}, {@code filing.error.closed} */
    void requireOpen(ReportTask task) {
        if (get(task).closed(today())) {
            throw new Problem("filing.error.closed", code(task));
        }
    }

    private String code(ReportTask task) {
        return schemes.find(task.scheme())
                .map(scheme -> scheme.kind().code(task.month()))
                .orElse(task.month().toString());
    }

    /** @return today in the platform's zone */
    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
