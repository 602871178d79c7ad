package cn.baosong.filing.tasks;

import cn.baosong.filing.FilingHistory;
import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.HistoryLine;
import cn.baosong.filing.Period;
import cn.baosong.filing.Periods;
import cn.baosong.filing.Scheme;
import cn.baosong.filing.Schemes;
import cn.baosong.filing.TaskApplications;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskLevel;
import cn.baosong.organization.Desks;
import cn.baosong.review.ReviewRecord;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an enterprise is asked for, over all schemes: its tasks of every period and how each stands (SUR-10, 19). */
@Service
@PreAuthorize("hasRole('ENTERPRISE')")
@Transactional(readOnly = true)
public class MyTasks {

    private static final Comparator<TaskLine> NEWEST_FIRST = Comparator.comparing(
                    (TaskLine task) -> task.line().kind().following(task.line().month()))
            .reversed()
            .thenComparing(task -> task.scheme().key());

    private final FilingHistory history;
    private final Schemes schemes;
    private final Periods periods;
    private final TaskApplications applications;
    private final ReviewRecord reviews;
    private final Desks desks;

    MyTasks(
            FilingHistory history,
            Schemes schemes,
            Periods periods,
            TaskApplications applications,
            ReviewRecord reviews,
            Desks desks) {
        this.history = history;
        this.schemes = schemes;
        this.periods = periods;
        this.applications = applications;
        this.reviews = reviews;
        this.desks = desks;
    }

    /** @return every task since the registration and every report begun, the newest period first */
    public List<TaskLine> all() {
        return schemes.all().stream().flatMap(this::of).sorted(NEWEST_FIRST).toList();
    }

    private Stream<TaskLine> of(Scheme scheme) {
        var opened = periods.all(scheme.key()).stream().collect(Collectors.toMap(Period::month, Period::dueOn));
        if (opened.isEmpty()) {
            return Stream.empty();
        }
        var asked = applications.asked(scheme);
        return history
                .lines(scheme.key(), history.firstMonth(scheme.key()), history.currentMonth(scheme.key()), false)
                .stream()
                .filter(line -> line.filing() != null || asked.test(line.month()))
                .map(line -> new TaskLine(scheme, line, waitsAt(line), opened.get(line.month())));
    }

    private DeskLevel waitsAt(HistoryLine line) {
        return line.status() == FilingStatus.UNDER_REVIEW
                ? reviews.waiting(line.filing().id())
                        .flatMap(item -> desks.find(item.desk()))
                        .map(Desk::level)
                        .orElse(null)
                : null;
    }
}
