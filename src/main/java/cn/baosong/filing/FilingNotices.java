package cn.baosong.filing;

import cn.baosong.account.Notifier;
import cn.baosong.account.Way;
import cn.baosong.common.Texts;
import cn.baosong.engine.Step;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.repository.KeyFieldChangeRepository;
import cn.baosong.form.Bilingual;
import cn.baosong.organization.DeskTitles;
import cn.baosong.review.ReviewAction;
import cn.baosong.review.ReviewRecord;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells the enterprise what became of its report: properties {@code channel} and {@code template} of the step. The text is
 * given the enterprise, the month, the reason where it was returned, and the desk that decided.
 */
@Component
class FilingNotices {

    private final Enterprises enterprises;
    private final KeyFieldChangeRepository changes;
    private final ReviewRecord reviews;
    private final DeskTitles titles;
    private final ReportNames names;
    private final Notifier notifier;

    FilingNotices(
            Enterprises enterprises,
            KeyFieldChangeRepository changes,
            ReviewRecord reviews,
            DeskTitles titles,
            ReportNames names,
            Notifier notifier) {
        this.enterprises = enterprises;
        this.changes = changes;
        this.reviews = reviews;
        this.titles = titles;
        this.names = names;
        this.notifier = notifier;
    }

    void tell(Step step, Filing filing) {
        var ways = Way.among(step.setting(FilingProcess.CHANNEL));
        var enterprise = enterprises.find(filing.enterprise()).orElseThrow();
        if (ways.isEmpty() || enterprise.account() == null) {
            return;
        }
        notifier.tell(
                enterprise.account(),
                ways,
                step.setting(FilingProcess.TEMPLATE),
                "/" + filing.task().address(),
                enterprise.name(),
                names.of(filing, Texts.CHINESE),
                reason(filing),
                decidedBy(filing));
    }

    /** The desk that decided the report, or the change of key fields; the platform where the time of the model ran out. */
    private Bilingual decidedBy(Filing filing) {
        var decided = filing.status() == FilingStatus.RETURNED || filing.status() == FilingStatus.ACCEPTED
                ? reviews.decidedSince(filing.id(), FilingSubjects.KIND, filing.submittedAt())
                : changeDecided(filing);
        return titles.of(decided.map(ReviewAction::desk).orElse(null));
    }

    private Optional<ReviewAction> changeDecided(Filing filing) {
        return changes.newest(filing.id())
                .flatMap(
                        change -> reviews.decidedSince(filing.id(), KeyFieldChangeSubjects.KIND, change.requestedAt()));
    }

    /** Why it came back: the reviewer's reason for the report, or the senior administrator's for the change. */
    private String reason(Filing filing) {
        if (filing.status() == FilingStatus.RETURNED && filing.returnReason() != null) {
            return filing.returnReason();
        }
        return changes.newest(filing.id())
                .filter(change -> change.state() == KeyFieldChange.State.RETURNED)
                .map(KeyFieldChange::reason)
                .orElse("");
    }
}
