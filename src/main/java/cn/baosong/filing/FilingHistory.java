package cn.baosong.filing;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.PlatformTime;
import cn.baosong.common.Problem;
import cn.baosong.enterprise.Enterprise;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.repository.ExplanationRepository;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.filing.repository.FilingRepository.StepTaken;
import cn.baosong.filing.repository.KeyFieldChangeRepository;
import cn.baosong.review.ReturnRequest;
import cn.baosong.review.ReturnRequests;
import cn.baosong.review.ReviewAction;
import cn.baosong.review.ReviewRecord;
import cn.baosong.review.Verdict;
import cn.baosong.review.Wording;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An enterprise's reports of all periods, and what it can do with each (HIS-01 to 12, CHG-03 to 05). */
@Service
@PreAuthorize("hasRole('ENTERPRISE')")
@Transactional(readOnly = true)
public class FilingHistory {

    private final Filings filings;
    private final FilingRepository repository;
    private final FilingDrafts drafts;
    private final KeyFieldChangeRepository changes;
    private final ExplanationRepository explanations;
    private final Periods periods;
    private final Schemes schemes;
    private final ReportNames names;
    private final TaskApplications applications;
    private final Enterprises enterprises;
    private final ReviewRecord reviews;
    private final ReturnRequests requests;
    private final CurrentUser user;

    FilingHistory(
            Filings filings,
            FilingRepository repository,
            FilingDrafts drafts,
            KeyFieldChangeRepository changes,
            ExplanationRepository explanations,
            Periods periods,
            Schemes schemes,
            ReportNames names,
            TaskApplications applications,
            Enterprises enterprises,
            ReviewRecord reviews,
            ReturnRequests requests,
            CurrentUser user) {
        this.filings = filings;
        this.repository = repository;
        this.drafts = drafts;
        this.changes = changes;
        this.explanations = explanations;
        this.periods = periods;
        this.schemes = schemes;
        this.names = names;
        this.applications = applications;
        this.enterprises = enterprises;
        this.reviews = reviews;
        this.requests = requests;
        this.user = user;
    }

    /**
     * Opened periods of a scheme from {@code first} to {@code last}, both included, the newest first.
     *
     * @param earlier whether months that were over before the enterprise was registered are listed too, where no report
     *     stands in them
     */
    public List<HistoryLine> lines(String scheme, YearMonth first, YearMonth last, boolean earlier) {
        var enterprise = enterprise();
        var asked = schemes.get(scheme);
        var mayFile = mayFile(asked, enterprise);
        var begins = begins(asked.kind(), enterprise);
        var mine = filings.mine(scheme, first, last).stream()
                .collect(Collectors.toMap(Filing::month, Function.identity()));
        return periods.all(scheme).stream()
                .filter(period ->
                        !period.month().isBefore(first) && !period.month().isAfter(last))
                .filter(period -> earlier
                        || mine.containsKey(period.month())
                        || !period.month().isBefore(begins))
                .map(period -> line(period, asked.kind(), mine.get(period.month()), mayFile))
                .toList();
    }

    /** @return of which periods a report may be begun, as far as the enterprise goes */
    private Predicate<YearMonth> mayFile(Scheme scheme, Enterprise enterprise) {
        return enterprise.active() ? applications.asked(scheme) : month -> false;
    }

    /** @return whether the months from {@code first} on include some that {@link #lines} shows on demand only */
    public boolean hasEarlier(String scheme, YearMonth first, YearMonth last) {
        return lines(scheme, first, last, true).size()
                > lines(scheme, first, last, false).size();
    }

    /** @return one period of a scheme, empty where it is no report period */
    public Optional<HistoryLine> line(ReportTask task) {
        return periods.find(task).map(period -> {
            var scheme = schemes.get(task.scheme());
            return line(period, scheme.kind(), filings.mine(task).orElse(null), mayFile(scheme, enterprise()));
        });
    }

    /** @return the first report period of a scheme there is; the current one where none is open */
    public YearMonth firstMonth(String scheme) {
        return periods.all(scheme).stream()
                .map(Period::month)
                .min(YearMonth::compareTo)
                .orElseGet(() -> currentMonth(scheme));
    }

    /** @return first month of the current period of a scheme */
    public YearMonth currentMonth(String scheme) {
        return periods.current(scheme);
    }

    /** @return by form, flat by path: what was submitted last, or the drafts where nothing was submitted yet */
    public Map<String, Map<String, Object>> values(UUID id) {
        var filing = filings.get(id);
        return filing.versions() > 0 ? filing.values() : drafts.all(filing);
    }

    /** @return what was decided of the report and of its key fields, by desks and by the time of the model, oldest first */
    public List<Verdict> verdicts(UUID id) {
        var filing = filings.get(id).id();
        return Stream.concat(
                        reviews.actions(filing).stream().map(action -> Verdict.ofDesk(action, wordingOf(action))),
                        changes.decidedByTime(filing).stream().map(KeyFieldChange::verdict))
                .sorted(Comparator.comparing(Verdict::at))
                .toList();
    }

    private static Wording wordingOf(ReviewAction action) {
        return KeyFieldChangeSubjects.KIND.equals(action.kind()) ? Wording.APPROVE : Wording.ACCEPT;
    }

    /** @return what the checks found at the last submission, with what reviewers think of each explanation */
    public List<FilingFinding> findings(UUID id) {
        var filing = filings.get(id);
        var given = explanations.of(filing.id());
        return filing.findings().stream()
                .map(finding -> finding.marked(given.get(finding.rule())))
                .toList();
    }

    /** @return every status the report took after it was opened, oldest first */
    public List<StepTaken> steps(UUID id) {
        return repository.steps(filings.get(id).id());
    }

    /**
     * 请求退回: asks whoever holds the report to return it, once it cannot be withdrawn any more.
     *
     * @param reason 1 to 150 characters
     * @throws Problem {@code filing.error.not-waiting}; {@code instead}, as the scheme words it, while nobody has acted
     */
    @Transactional
    public void requestReturn(UUID id, String reason) {
        var filing = filings.get(id);
        if (filing.status() != FilingStatus.UNDER_REVIEW) {
            throw new Problem("filing.error.not-waiting-return");
        }
        if (filings.withdrawable(filing)) {
            throw new Problem(names.withdrawal(filing).key("instead"));
        }
        requests.ask(id, reason);
    }

    private HistoryLine line(Period period, PeriodKind kind, Filing filing, Predicate<YearMonth> mayFile) {
        if (filing == null) {
            return new HistoryLine(
                    period.task(),
                    kind,
                    null,
                    null,
                    null,
                    mayFile.test(period.month()) ? fill(period, kind) : Set.of());
        }
        var change = change(filing);
        var request = filing.status() == FilingStatus.UNDER_REVIEW
                ? requests.open(filing.id()).orElse(null)
                : null;
        return new HistoryLine(
                period.task(), kind, filing, change, request, actions(fill(period, kind), filing, change, request));
    }

    private Set<FilingAction> actions(
            Set<FilingAction> fill, Filing filing, KeyFieldChange change, ReturnRequest request) {
        var actions = EnumSet.of(FilingAction.VIEW);
        switch (filing.status()) {
            case EDITING -> {
                if (change != null && !fill.isEmpty()) {
                    actions.add(FilingAction.CHANGE_REASON);
                }
            }
            case RETURNED -> actions.add(FilingAction.RETURN_REASON);
            case UNFROZEN -> {
                if (!fill.isEmpty()) {
                    actions.add(FilingAction.CONTINUE);
                }
            }
            case UNDER_REVIEW -> {
                if (filings.withdrawable(filing)) {
                    actions.add(FilingAction.WITHDRAW);
                } else if (request == null) {
                    actions.add(FilingAction.REQUEST_RETURN);
                }
            }
            case FROZEN, ACCEPTED -> {
                // read-only (HIS-02)
            }
        }
        if (filing.status().editable()) {
            actions.addAll(fill);
        }
        return actions;
    }

    private Set<FilingAction> fill(Period period, PeriodKind kind) {
        if (period.closed(periods.today())) {
            return Set.of();
        }
        return Set.of(period.month().isBefore(periods.current(kind)) ? FilingAction.FILL_LATE : FilingAction.EDIT);
    }

    /** While frozen the change that waits; while filled in, the one that was returned since the last submission. */
    private KeyFieldChange change(Filing filing) {
        return switch (filing.status()) {
            case FROZEN, UNFROZEN -> changes.newest(filing.id()).orElse(null);
            case EDITING ->
                changes.newest(filing.id())
                        .filter(change -> change.state() == KeyFieldChange.State.RETURNED)
                        .filter(change -> filing.submittedAt() == null
                                || change.decidedAt().isAfter(filing.submittedAt()))
                        .orElse(null);
            default -> null;
        };
    }

    /** The report period that was the current one when the enterprise was registered. */
    private static YearMonth begins(PeriodKind kind, Enterprise enterprise) {
        return kind.current(YearMonth.from(enterprise.createdAt().atZone(PlatformTime.ZONE)));
    }

    private Enterprise enterprise() {
        return enterprises
                .ofAccount(user.requireAccount())
                .orElseThrow(() -> new Problem("filing.error.no-enterprise"));
    }
}
