package cn.baosong.filing.difference;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.common.CodeLists;
import cn.baosong.common.Problem;
import cn.baosong.filing.ExplanationVerdicts;
import cn.baosong.filing.Filing;
import cn.baosong.filing.FilingViews;
import cn.baosong.filing.difference.ReviewedReport.Holder;
import cn.baosong.filing.difference.ReviewedReport.Next;
import cn.baosong.filing.repository.FilingRepository;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import cn.baosong.review.ChainAhead;
import cn.baosong.review.Decision;
import cn.baosong.review.ReviewRecord;
import cn.baosong.review.ReviewVisit;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports for those who review them: read in few statements, however many indicators a report has. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('REVIEWER')")
public class ReviewedReports {

    /** As what reports are reviewed. */
    static final String KIND = "filing";

    private static final int PEOPLE_NAMED = 2;

    private final FilingRepository repository;
    private final FilingViews views;
    private final DifferenceReader differences;
    private final Happenings happenings;
    private final ExplanationVerdicts verdicts;
    private final ReviewRecord reviews;
    private final ChainAhead chain;
    private final Desks desks;
    private final Accounts accounts;
    private final CodeLists codes;

    ReviewedReports(
            FilingRepository repository,
            FilingViews views,
            DifferenceReader differences,
            Happenings happenings,
            ExplanationVerdicts verdicts,
            ReviewRecord reviews,
            ChainAhead chain,
            Desks desks,
            Accounts accounts,
            CodeLists codes) {
        this.repository = repository;
        this.views = views;
        this.differences = differences;
        this.happenings = happenings;
        this.verdicts = verdicts;
        this.reviews = reviews;
        this.chain = chain;
        this.desks = desks;
        this.accounts = accounts;
        this.codes = codes;
    }

    /** @param visit one that was found allowed */
    public ReviewedReport of(ReviewVisit visit) {
        var filing = find(visit.subject().id());
        var region = measure(visit);
        var mine = visit.holding();
        return new ReviewedReport(
                filing,
                views.kind(filing),
                codes.find("region", region)
                        .map(entry -> entry.name(visit.locale()))
                        .orElse(region),
                differences.of(filing, region, views.priors(filing), visit.locale()),
                verdicts.findings(filing),
                happenings.of(filing, KIND, visit.actions()),
                mine.isPresent(),
                visit.waiting(),
                mine.map(desk -> next(filing, desk)),
                mine.isPresent()
                        ? Optional.empty()
                        : visit.waiting()
                                .flatMap(item -> desks.find(item.desk()))
                                .map(desk -> holder(desk, passedOn(filing, visit))));
    }

    /**
     * The region by whose totals effects are measured: that of the reader's desk the report waits at, else of the desk of
     * theirs that decided last. Where that desk has no region, which is the nation's, the province or its like: the
     * largest region a total is added up for.
     */
    private String measure(ReviewVisit visit) {
        var path = codes.path("region", visit.subject().region()).stream()
                .map(CodeLists.Entry::code)
                .toList();
        var desk = visit.holding().or(() -> decided(visit));
        if (path.isEmpty() || desk.isEmpty()) {
            return visit.subject().region();
        }
        var own = desk.get().region();
        if (own == null) {
            return path.get(0);
        }
        return path.contains(own) ? own : visit.subject().region();
    }

    private static Optional<Desk> decided(ReviewVisit visit) {
        return visit.actions().stream()
                .filter(action -> KIND.equals(action.kind()))
                .flatMap(action ->
                        visit.desks().stream().filter(desk -> desk.id().equals(action.desk())))
                .reduce((first, second) -> second);
    }

    private Next next(Filing filing, Desk desk) {
        return new Next(
                chain.after(desk, views.chainEnd(filing)).map(Desk::name).orElse(null));
    }

    private static boolean passedOn(Filing filing, ReviewVisit visit) {
        var mine = visit.desks().stream().map(Desk::id).collect(Collectors.toSet());
        return visit.actions().stream()
                .anyMatch(action -> KIND.equals(action.kind())
                        && action.decision() == Decision.ACCEPTED
                        && mine.contains(action.desk())
                        && filing.submittedAt() != null
                        && !action.at().isBefore(filing.submittedAt()));
    }

    private Holder holder(Desk desk, boolean passedOn) {
        return new Holder(
                desk.name(),
                desks.heldToday(desk.id()).stream()
                        .limit(PEOPLE_NAMED)
                        .flatMap(person -> accounts.find(person).stream())
                        .map(ReviewedReports::called)
                        .toList(),
                passedOn);
    }

    private static String called(Account account) {
        var name = account.displayName() == null || account.displayName().isBlank()
                ? account.loginName()
                : account.displayName();
        return Stream.of(name, account.phone()).filter(part -> part != null).collect(Collectors.joining(" "));
    }

    /**
     * @param id of the report under review
     * @return the report to be shown (查看本月, 查看上月); empty where none was accepted for that month, and where the report
     *     neither waits nor was decided at a desk of mine
     */
    public Optional<Filing> report(UUID id, ShownReport shown) {
        if (!sees(id)) {
            return Optional.empty();
        }
        var filing = find(id);
        return switch (shown) {
            case THIS -> Optional.of(filing);
            case PREVIOUS -> Optional.ofNullable(views.priors(filing).previous());
            case LAST_YEAR -> Optional.ofNullable(views.priors(filing).lastYear());
        };
    }

    private boolean sees(UUID id) {
        var mine = desks.mine().stream().map(Desk::id).collect(Collectors.toSet());
        return reviews.waiting(id)
                        .filter(item -> KIND.equals(item.kind()) && mine.contains(item.desk()))
                        .isPresent()
                || reviews.actions(id).stream()
                        .anyMatch(action -> KIND.equals(action.kind()) && mine.contains(action.desk()));
    }

    private Filing find(UUID id) {
        return repository.find(id).orElseThrow(() -> new Problem("filing.error.not-found"));
    }
}
