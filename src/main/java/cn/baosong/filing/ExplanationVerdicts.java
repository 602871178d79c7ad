package cn.baosong.filing;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.filing.repository.ExplanationRepository;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import cn.baosong.review.ReviewRecord;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What reviewers think of explanations: the desk a report waits at judges each (认可, 不认可). */
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
    public boolean mayJudge(UUID filing) {
        return holding(filing).isPresent();
    }

    /**
     * Judges the explanation of a rule: 认可 or 不认可. The one who holds the report judges, and may judge otherwise than
     * those before.
     *
     * @param text the explanation that was read; a verdict is about this text and no other
     * @param good whether it is taken as good
     * @param word what to say to it, at most {@link ExplanationVerdict#LIMIT} characters; null or blank for nothing
     * @throws Problem {@code review.error.not-yours} unless it waits at a desk of mine, {@code
     *     filing.error.explanation.none} where the report has no explanation for the rule, {@code
     *     filing.error.explanation.changed} where it has another, {@code filing.error.explanation.word} for too long a word
     */
    @Transactional
    public void judge(UUID filing, String rule, String text, boolean good, String word) {
        // Asked before the lock, so that a stranger's id makes nobody wait, and once more where the answer stays true.
        held(filing);
        repository.lock(filing).orElseThrow(() -> new Problem("review.error.not-yours"));
        var desk = held(filing);
        var standing = explanations.of(filing).get(rule);
        if (standing == null) {
            throw new Problem("filing.error.explanation.none");
        }
        if (!standing.text().equals(text)) {
            throw new Problem("filing.error.explanation.changed");
        }
        var said = word == null || word.isBlank() ? null : word.strip();
        if (said != null && said.codePointCount(0, said.length()) > ExplanationVerdict.LIMIT) {
            throw new Problem("filing.error.explanation.word", ExplanationVerdict.LIMIT);
        }
        explanations.judge(
                filing,
                rule,
                text,
                new ExplanationVerdict(good, said, desk.name(), clock.instant()),
                user.requireAccount());
    }

    private Desk held(UUID filing) {
        return holding(filing).orElseThrow(() -> new Problem("review.error.not-yours"));
    }

    private Optional<Desk> holding(UUID filing) {
        var mine = desks.mine();
        return reviews.waiting(filing)
                .filter(item -> FilingSubjects.KIND.equals(item.kind()))
                .flatMap(item -> mine.stream()
                        .filter(desk -> desk.id().equals(item.desk()))
                        .findFirst());
    }

    /**
     * @return what the checks found at the last submission, each explanation as it is judged now
     * @throws Problem {@code filing.error.not-found} where the report neither waits nor was decided at a desk of mine,
     *     as where there is none
     */
    public List<FilingFinding> findings(UUID filing) {
        return repository
                .find(filing)
                .filter(found -> holding(filing).isPresent() || decidedByMine(filing))
                .map(this::findings)
                .orElseThrow(() -> new Problem("filing.error.not-found"));
    }

    private boolean decidedByMine(UUID filing) {
        var mine = desks.mine().stream().map(Desk::id).collect(Collectors.toSet());
        return reviews.actions(filing).stream().anyMatch(action -> mine.contains(action.desk()));
    }

    /** @return the same of a report that is at hand, which the caller was let see */
    public List<FilingFinding> findings(Filing filing) {
        var given = explanations.of(filing.id());
        return filing.findings().stream()
                .map(finding -> finding.marked(given.get(finding.rule())))
                .toList();
    }
}
