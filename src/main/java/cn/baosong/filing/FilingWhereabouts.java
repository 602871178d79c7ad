package cn.baosong.filing;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.engine.FlowPosition;
import cn.baosong.engine.SchemeRevisions;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.filing.repository.FilingRepository.StepTaken;
import cn.baosong.filing.repository.KeyFieldChangeRepository;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import cn.baosong.review.Decision;
import cn.baosong.review.ReviewRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says an enterprise where its report is: with whom, since when, until when, and where on the way. */
@Service
@PreAuthorize("hasRole('ENTERPRISE')")
@Transactional(readOnly = true)
public class FilingWhereabouts {

    /**
     * A process on the way of a report.
     *
     * @param name as its model says it
     * @param bpmn its file
     * @param current,walked ids of activities
     */
    public record Way(String name, String bpmn, Set<String> current, Set<String> walked) {}

    private final Filings filings;
    private final FilingRepository repository;
    private final KeyFieldChangeRepository changes;
    private final Periods periods;
    private final Enterprises enterprises;
    private final ReviewRecord reviews;
    private final Desks desks;
    private final FlowPosition positions;
    private final SchemeRevisions revisions;
    private final CurrentUser user;

    FilingWhereabouts(
            Filings filings,
            FilingRepository repository,
            KeyFieldChangeRepository changes,
            Periods periods,
            Enterprises enterprises,
            ReviewRecord reviews,
            Desks desks,
            FlowPosition positions,
            SchemeRevisions revisions,
            CurrentUser user) {
        this.filings = filings;
        this.repository = repository;
        this.changes = changes;
        this.periods = periods;
        this.enterprises = enterprises;
        this.reviews = reviews;
        this.desks = desks;
        this.positions = positions;
        this.revisions = revisions;
        this.user = user;
    }

    /**
     * @return where my report is, one that was not begun included
     * @throws Problem {@code filing.error.no-period}
     */
    public Whereabouts of(ReportTask task) {
        var period = periods.get(task);
        return filings.mine(task).map(filing -> of(filing, period)).orElseGet(() -> mine(null, null, period));
    }

    private Whereabouts of(Filing filing, Period period) {
        if (filing.status().editable()) {
            return mine(filing.status(), since(filing), period);
        }
        var item = reviews.waiting(filing.id());
        var desk = item.flatMap(waiting -> desks.find(waiting.desk()));
        var decides = filing.status() == FilingStatus.FROZEN
                ? changes.newest(filing.id()).map(KeyFieldChange::dueAt).orElse(null)
                : null;
        return new Whereabouts(
                filing.status(),
                desk.map(Desk::name).orElse(null),
                desk.map(Desk::level).orElse(null),
                accepted(filing),
                desk.filter(held -> desks.superior(held.id()).isEmpty()).isPresent(),
                item.map(waiting -> waiting.since()).orElseGet(() -> since(filing)),
                period.dueOn(),
                days(period),
                decides,
                null);
    }

    /** Who has accepted what was submitted last. */
    private List<Whereabouts.Accepted> accepted(Filing filing) {
        if (filing.submittedAt() == null) {
            return List.of();
        }
        return reviews.actions(filing.id()).stream()
                .filter(action -> FilingSubjects.KIND.equals(action.kind()))
                .filter(action -> action.decision() == Decision.ACCEPTED)
                .filter(action -> !action.at().isBefore(filing.submittedAt()))
                .map(action -> new Whereabouts.Accepted(action.deskName(), action.at()))
                .toList();
    }

    private Whereabouts mine(FilingStatus status, Instant since, Period period) {
        var next = enterprises
                .ofAccount(user.requireAccount())
                .map(enterprises::directDesk)
                .map(Desk::name)
                .orElse(null);
        return new Whereabouts(status, null, null, List.of(), false, since, period.dueOn(), days(period), null, next);
    }

    /** @return the ways the report goes, its own process first; my own reports alone */
    public List<Way> ways(UUID id) {
        return positions.of(filings.get(id).processInstance()).stream()
                .map(place -> new Way(
                        place.name(),
                        new String(revisions.process(place.definition()), StandardCharsets.UTF_8),
                        place.current(),
                        place.walked()))
                .toList();
    }

    private Instant since(Filing filing) {
        return repository.steps(filing.id()).stream()
                .reduce((first, second) -> second)
                .map(StepTaken::at)
                .orElse(filing.openedAt());
    }

    private long days(Period period) {
        return ChronoUnit.DAYS.between(periods.today(), period.dueOn());
    }
}
