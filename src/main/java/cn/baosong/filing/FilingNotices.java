package cn.baosong.filing;

import cn.baosong.common.Texts;
import cn.baosong.account.Notifier;
import cn.baosong.account.Way;
import cn.baosong.engine.Step;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.repository.KeyFieldChangeRepository;
import org.springframework.stereotype.Component;

/** Tells the enterprise what became of its report: properties {@code channel} and {@code template} of the step. */
@Component
class FilingNotices {

    private final Enterprises enterprises;
    private final KeyFieldChangeRepository changes;
    private final ReportNames names;
    private final Notifier notifier;

    FilingNotices(
            Enterprises enterprises, KeyFieldChangeRepository changes, ReportNames names, Notifier notifier) {
        this.enterprises = enterprises;
        this.changes = changes;
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
                reason(filing));
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
