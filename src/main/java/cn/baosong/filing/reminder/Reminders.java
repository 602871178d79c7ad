package cn.baosong.filing.reminder;

import cn.baosong.account.Notifier;
import cn.baosong.account.Way;
import cn.baosong.engine.Step;
import cn.baosong.filing.FilingProcess;
import cn.baosong.filing.Period;
import cn.baosong.filing.Periods;
import cn.baosong.filing.ReportNames;
import cn.baosong.filing.Schemes;
import cn.baosong.filing.repository.ReminderRepository;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds enterprises that have not filed a period of a scheme (催报): those that are active and were registered before it
 * was over, or applied for the scheme where that is asked for. What was sent is recorded before it is told, so that nobody is
 * told the same twice.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Reminders {

    private static final int ORDINARY_CHUNK = 200;
    private static final int LARGEST_CHUNK = 1000;

    /** Marks the text for a day that is past. */
    private static final String OVERDUE = "-overdue";

    private final ReminderRepository repository;
    private final Schemes schemes;
    private final ReportNames names;
    private final Periods periods;
    private final Notifier notifier;
    private final Clock clock;

    Reminders(
            ReminderRepository repository,
            Schemes schemes,
            ReportNames names,
            Periods periods,
            Notifier notifier,
            Clock clock) {
        this.repository = repository;
        this.schemes = schemes;
        this.names = names;
        this.periods = periods;
        this.notifier = notifier;
        this.clock = clock;
    }

    /**
     * Reminds the next enterprises, as many as the setting {@code chunk} says.
     *
     * @param last where the sweep stands, null at its beginning
     * @return where it stands now; empty where nobody is left
     */
    public Optional<Turn> remind(Step step, Turn last) {
        var chunk = chunk(step.setting(ReminderProcess.CHUNK));
        var scheme = schemes.get(step.setting(FilingProcess.PERIOD_SCHEME));
        for (var turn : turns(step, scheme.key())) {
            if (last != null && turn.month().isBefore(last.month())) {
                continue;
            }
            var from = last != null && turn.month().equals(last.month()) && turn.occasion() == last.occasion()
                    ? last
                    : turn;
            var period = periods.find(scheme.key(), from.month()).orElseThrow();
            var next = repository.next(period, scheme, from.occasion(), from.enterprise(), chunk);
            if (!next.isEmpty()) {
                next.stream()
                        .filter(to -> repository.record(
                                scheme.key(),
                                from.month(),
                                to.enterprise(),
                                from.occasion(),
                                periods.today(),
                                clock.instant()))
                        .forEach(to -> tell(step, to, period, from.occasion()));
                return Optional.of(new Turn(
                        from.month(), from.occasion(), next.get(next.size() - 1).enterprise()));
            }
        }
        return Optional.empty();
    }

    /** What is to be reminded of today, the oldest month first. */
    private List<Turn> turns(Step step, String scheme) {
        var today = periods.today();
        var occasions = Occasions.of(step);
        return periods.all(scheme).stream()
                .filter(period -> !period.closed(today))
                .sorted(Comparator.comparing(Period::month))
                .flatMap(period ->
                        occasions.on(today, period).stream().mapToObj(offset -> Turn.begin(period.month(), offset)))
                .toList();
    }

    private void tell(Step step, Recipient to, Period period, int occasion) {
        var ways = Way.among(step.setting(FilingProcess.CHANNEL));
        if (ways.isEmpty()) {
            return;
        }
        var template = step.setting(FilingProcess.TEMPLATE);
        notifier.tell(
                to.account(),
                ways,
                occasion > 0 ? template + OVERDUE : template,
                "/" + period.task().address(),
                to.name(),
                names.of(period.task()),
                period.dueOn().toString());
    }

    private static int chunk(String setting) {
        try {
            return setting == null ? ORDINARY_CHUNK : Math.max(1, Math.min(LARGEST_CHUNK, Integer.parseInt(setting)));
        } catch (NumberFormatException noNumber) {
            return ORDINARY_CHUNK;
        }
    }
}
