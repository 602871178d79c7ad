package cn.baosong.filing;

import cn.baosong.common.Problem;
import cn.baosong.engine.SchemeRevision;
import cn.baosong.engine.Step;
import cn.baosong.filing.repository.PeriodRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Report months (MON-01, 02, 05; GAP-09). */
@Service
public class Periods {

    private final PeriodRepository repository;
    private final FilingModels models;
    private final Clock clock;

    Periods(PeriodRepository repository, FilingModels models, Clock clock) {
        this.repository = repository;
        this.models = models;
        this.clock = clock;
    }

    /** @return the current report month: the month before today's (MON-01) */
    public YearMonth current() {
        return YearMonth.now(clock).minusMonths(1);
    }

    public Optional<Period> find(String scheme, YearMonth month) {
        return repository.find(scheme, month);
    }

    /** @return every opened month, the newest first */
    public List<Period> all(String scheme) {
        return repository.all(scheme);
    }

    /**
     * Opens every month up to the current one that is not open yet; those of the years before the first month never.
     * Doing it twice changes nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(Step step) {
        var scheme = step.setting(FilingProcess.PERIOD_SCHEME);
        var revision = models.newest(scheme, current());
        var month = revision.setting(FilingProcess.FIRST_PERIOD)
                .map(YearMonth::parse)
                .orElse(current());
        for (; !month.isAfter(current()); month = month.plusMonths(1)) {
            repository.insert(period(revision, month), clock.instant());
        }
    }

    private static Period period(SchemeRevision revision, YearMonth month) {
        var dueDay =
                revision.setting(FilingProcess.DUE_DAY).map(Integer::valueOf).orElse(20);
        var following = month.plusMonths(1);
        var closesOn = revision.setting(FilingProcess.CLOSES_AFTER_MONTHS)
                .filter(months -> !months.isBlank())
                .map(Integer::valueOf)
                .map(months -> following.plusMonths(months).atDay(1))
                .orElse(null);
        return new Period(
                revision.scheme(), month, following.atDay(Math.min(dueDay, following.lengthOfMonth())), closesOn);
    }

    /** @throws Problem where nothing may be filed for this month: {@code filing.error.no-period}, {@code filing.error.closed} */
    void requireOpen(String scheme, YearMonth month) {
        var period = find(scheme, month).orElseThrow(() -> new Problem("filing.error.no-period", month.toString()));
        if (period.closed(today())) {
            throw new Problem("filing.error.closed", month.toString());
        }
    }

    /** @return today in the platform's zone */
    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
