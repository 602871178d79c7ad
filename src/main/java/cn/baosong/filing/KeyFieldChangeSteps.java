package cn.baosong.filing;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.engine.Step;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.filing.repository.KeyFieldChangeRepository;
import cn.baosong.form.FormEvaluation;
import cn.baosong.review.Decision;
import cn.baosong.review.ReviewAction;
import cn.baosong.review.ReviewRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the steps of the model {@code key-field-change} do (CHG-01 to 06, CON-03). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class KeyFieldChangeSteps {

    private final FilingRepository filings;
    private final KeyFieldChangeRepository changes;
    private final KeyFields keyFields;
    private final FilingDrafts drafts;
    private final FilingScenes scenes;
    private final FilingChecks checks;
    private final Enterprises enterprises;
    private final ReviewRecord reviews;
    private final Texts texts;
    private final Clock clock;

    KeyFieldChangeSteps(
            FilingRepository filings,
            KeyFieldChangeRepository changes,
            KeyFields keyFields,
            FilingDrafts drafts,
            FilingScenes scenes,
            FilingChecks checks,
            Enterprises enterprises,
            ReviewRecord reviews,
            Texts texts,
            Clock clock) {
        this.filings = filings;
        this.changes = changes;
        this.keyFields = keyFields;
        this.drafts = drafts;
        this.scenes = scenes;
        this.checks = checks;
        this.enterprises = enterprises;
        this.reviews = reviews;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * 冻结. One change of an enterprise waits at a time, whichever month it belongs to.
     *
     * @throws Problem {@code filing.error.change-waiting}
     */
    public void freeze(Step step) {
        var filing = locked(step);
        enterprises.lock(filing.enterprise());
        changes.waiting(filing.enterprise()).ifPresent(standing -> {
            throw new Problem("filing.error.change-waiting", standing.month().toString());
        });
        var difference = keyFields.difference(filing);
        if (!difference.any()) {
            throw new IllegalStateException("no key field was changed, so there is nothing to freeze for");
        }
        changes.insert(
                step,
                new KeyFieldChange(
                        UUID.randomUUID(),
                        filing.id(),
                        filing.enterprise(),
                        filing.month(),
                        KeyFieldChange.State.WAITING,
                        difference.before(),
                        difference.proposed(),
                        null,
                        clock.instant(),
                        Optional.ofNullable(step.setting(FilingProcess.APPROVED_AFTER))
                                .map(Duration::parse)
                                .map(clock.instant()::plus)
                                .orElse(null),
                        null,
                        null));
        filings.freeze(step, filing.id(), clock.instant());
    }

    /**
     * Puts the proposed values in force, unless another enterprise has the name or the code by now.
     *
     * @return whether they hold now
     */
    public boolean apply(Step step) {
        var filing = locked(step);
        var change = waiting(filing);
        var verdict = verdict(filing, change);
        if (verdict.filter(action -> action.decision() != Decision.ACCEPTED).isPresent()) {
            throw new IllegalStateException("the change was returned, so it cannot be applied");
        }
        enterprises.lock(filing.enterprise());
        var taken = checks.takenForGood(filing, change.proposed());
        if (taken.name() || taken.code()) {
            return false;
        }
        enterprises.change(step, filing.enterprise(), followed(filing, change));
        changes.decide(
                step,
                filing.id(),
                KeyFieldChange.State.APPROVED,
                null,
                verdict.map(ReviewAction::actor).orElse(null),
                clock.instant());
        filings.unfreeze(step, filing.id(), clock.instant());
        return true;
    }

    /** The proposed values stay in the draft, the profile keeps the old ones; filling in goes on (CHG-04). */
    public void sendBack(Step step) {
        var filing = locked(step);
        var verdict = verdict(filing, waiting(filing));
        var reason = verdict.map(ReviewAction::reason).orElse(null);
        changes.decide(
                step,
                filing.id(),
                KeyFieldChange.State.RETURNED,
                reason == null ? texts.get(Texts.CHINESE, "filing.change.taken") : reason,
                verdict.map(ReviewAction::actor).orElse(null),
                clock.instant());
        filings.thaw(step, filing.id(), clock.instant());
    }

    /** The change and what the form says follows from it: the kind of a new code, the scale in a new industry. */
    private Map<String, Object> followed(Filing filing, KeyFieldChange change) {
        var scene = scenes.of(filing);
        var form = scene.model().enterpriseForm();
        var draft = drafts.of(filing, form);
        var typed = new HashMap<>(enterprises.profile(filing.enterprise()));
        typed.putAll(change.proposed());
        var following = KeyFields.following(form, change.proposed().keySet());
        following.stream().filter(path -> draft.get(path) != null).forEach(path -> typed.put(path, draft.get(path)));
        var worked = FormEvaluation.of(form, typed, scene.enterpriseContext()).values();
        var followed = new LinkedHashMap<>(change.proposed());
        following.stream()
                .filter(path -> worked.get(path) != null)
                .forEach(path -> followed.put(path, worked.get(path)));
        return followed;
    }

    private KeyFieldChange waiting(Filing filing) {
        return changes.newest(filing.id())
                .filter(change -> change.state() == KeyFieldChange.State.WAITING)
                .orElseThrow(() -> new IllegalStateException("no change of key fields waits"));
    }

    /** What a senior administrator decided since the change was asked for; empty where the time of the model ran out. */
    private Optional<ReviewAction> verdict(Filing filing, KeyFieldChange change) {
        return reviews.decidedSince(filing.id(), KeyFieldChangeSubjects.KIND, change.requestedAt());
    }

    private Filing locked(Step step) {
        var filing = filings.lock(step.subject())
                .orElseThrow(() -> new IllegalStateException("no report has the business key of the process"));
        if (!filing.processInstance().equals(step.rootInstance())) {
            throw new IllegalStateException("the process instance does not belong to the report");
        }
        return filing;
    }
}
