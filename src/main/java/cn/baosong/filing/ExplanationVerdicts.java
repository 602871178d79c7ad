package cn.baosong.filing;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.filing.repository.ExplanationRepository;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.organization.Desks;
import cn.baosong.review.ReviewRecord;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What reviewers think of explanations: the desk a report waits at may mark one as good (认可说明). */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('REVIEWER')")
public class ExplanationVerdicts {

    private final FilingRepository repository;
    private final ExplanationRepository explanations;
    private final ReviewRecord reviews;
    private final Desks desks;
    private final CurrentUser user;
    private final Clock clock;

    ExplanationVerdicts(
            FilingRepository repository,
            ExplanationRepository explanations,
            ReviewRecord reviews,
            Desks desks,
            CurrentUser user,
            Clock clock) {
        this.repository = repository;
        this.explanations = explanations;
        this.reviews = reviews;
        this.desks = desks;
        this.user = user;
        this.clock = clock;
    }

    /** @return whether the report waits at a desk of mine */
    public boolean mayAccept(UUID filing) {
        var mine = desks.mine();
        return reviews.waiting(filing)
                .filter(item -> FilingSubjects.KIND.equals(item.kind()))
                .filter(item -> mine.stream().anyMatch(desk -> desk.id().equals(item.desk())))
                .isPresent();
    }

    /**
     * Marks the explanation of a rule as good. A second time changes nothing; who was first stands.
     *
     * @throws Problem {@code review.error.not-yours} unless it waits at a desk of mine, {@code
     *     filing.error.explanation.none} where the report has no explanation for the rule
     */
    @Transactional
    public void accept(UUID filing, String rule) {
        repository.lock(filing).orElseThrow(() -> new Problem("filing.error.not-found"));
        if (!mayAccept(filing)) {
            throw new Problem("review.error.not-yours");
        }
        if (!explanations.of(filing).containsKey(rule)) {
            throw new Problem("filing.error.explanation.none");
        }
        explanations.accept(filing, rule, user.requireAccount(), clock.instant());
    }

    /** @return what the checks found at the last submission, each explanation marked as it is now */
    public List<FilingFinding> findings(UUID filing) {
        var given = explanations.of(filing);
        return repository.find(filing).orElseThrow(() -> new Problem("filing.error.not-found")).findings().stream()
                .map(finding -> finding.marked(given.get(finding.rule())))
                .toList();
    }
}
