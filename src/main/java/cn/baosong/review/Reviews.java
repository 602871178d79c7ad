package cn.baosong.review;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.Problem;
import cn.baosong.common.ui.When;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import cn.baosong.review.query.HandoverQueries;
import cn.baosong.review.query.InboxQueries;
import cn.baosong.review.query.ReviewQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The review desk: what waits for the signed-in reviewer, and the two things to do with it. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('REVIEWER')")
public class Reviews {

    /** Characters a reason for a return may have (REG-41). */
    public static final int REASON_LIMIT = Reason.LIMIT;

    private static final int REASONS_OFFERED = 5;

    private final ReviewQueries queries;
    private final HandoverQueries handovers;
    private final InboxQueries inbox;
    private final SubjectSources sources;
    private final Desks desks;
    private final CurrentUser user;
    private final Decisions decisions;

    Reviews(
            ReviewQueries queries,
            HandoverQueries handovers,
            InboxQueries inbox,
            SubjectSources sources,
            Desks desks,
            CurrentUser user,
            Decisions decisions) {
        this.queries = queries;
        this.handovers = handovers;
        this.inbox = inbox;
        this.sources = sources;
        this.desks = desks;
        this.user = user;
        this.decisions = decisions;
    }

    /** @return what waits at my desks, the longest waiting first */
    public List<ReviewItem> waiting(ReviewFilter filter, int offset, int limit) {
        return inbox.waiting(myDesks(), filter, InboxOrder.LONGEST_WAITING, offset, limit);
    }

    /** @return at most {@link Inbox#MOST_COUNTED} and one */
    public int countWaiting(ReviewFilter filter) {
        return inbox.count(myDesks(), filter, Inbox.MOST_COUNTED + 1);
    }

    /** @return what my desks decided, newest first */
    public List<ReviewAction> decided(ReviewFilter filter, int offset, int limit) {
        return queries.decidedBy(myDesks(), filter, offset, limit);
    }

    /** @return at most {@link Inbox#MOST_COUNTED} and one */
    public int countDecided(ReviewFilter filter) {
        return queries.countDecidedBy(myDesks(), filter, Inbox.MOST_COUNTED + 1);
    }

    /** @return the review of a subject that waits at one of my desks */
    public Optional<ReviewItem> waitingFor(UUID subject) {
        var mine = myDesks();
        return queries.waitingFor(subject).filter(item -> mine.contains(item.desk()));
    }

    /** @return the subject's page, where it waits or was decided at one of my desks; empty for every other */
    public Optional<ReviewPage> page(String kind, UUID subject, Locale locale) {
        var held = desks.mine();
        var mine = held.stream().map(Desk::id).collect(Collectors.toSet());
        var item = queries.waitingFor(subject).filter(waiting -> waiting.kind().equals(kind));
        var all = queries.decided(subject);
        var actions = all.stream().filter(action -> action.kind().equals(kind)).toList();
        var waiting = item.filter(found -> mine.contains(found.desk()));
        if (waiting.isEmpty() && actions.stream().noneMatch(action -> mine.contains(action.desk()))) {
            return Optional.empty();
        }
        var source = sources.of(kind);
        var found = source.find(subject);
        var content = source.content(new ReviewVisit(found, item, held, all, locale));
        return Optional.of(new ReviewPage(found, content.main(), waiting, actions, content.aside()));
    }

    /** @return whether the subject waits or was decided at one of my desks */
    public boolean sees(String kind, UUID subject) {
        return waitingFor(subject).filter(item -> item.kind().equals(kind)).isPresent()
                || queries.decidedByAny(myDesks(), kind, subject);
    }

    /** @return reasons my desks gave before, the most frequent first */
    public List<String> reasonsUsed(String kind) {
        return queries.reasons(myDesks(), kind, REASONS_OFFERED);
    }

    /** @return how many objections (不认可) stand against what waits at a desk of mine; none against anything else */
    public int objections(ReviewItem seen) {
        return waitingFor(seen.subject())
                .filter(item -> item.kind().equals(seen.kind()))
                .map(item ->
                        sources.objections(item.kind(), Set.of(item.subject())).getOrDefault(item.subject(), 0))
                .orElse(0);
    }

    /** Accepts (接收, 通过): on to the next desk, or through where this one stands at the chain's end. */
    @Transactional
    public void accept(String kind, UUID subject) {
        decide(kind, subject, null, Decision.ACCEPTED, null);
    }

    /** Accepts what was seen on a page, and nothing that was returned and submitted anew since. */
    @Transactional
    public void accept(ReviewItem seen) {
        decide(seen.kind(), seen.subject(), seen, Decision.ACCEPTED, null);
    }

    /** Sends back to the enterprise (退回). {@code reason}: 1 to 150 characters, REG-41. */
    @Transactional
    public void sendBack(String kind, UUID subject, String reason) {
        decide(kind, subject, null, Decision.RETURNED, Reason.of(reason, "review.error.reason"));
    }

    /** Sends back what was seen on a page, and nothing that was submitted anew since. */
    @Transactional
    public void sendBack(ReviewItem seen, String reason) {
        decide(seen.kind(), seen.subject(), seen, Decision.RETURNED, Reason.of(reason, "review.error.reason"));
    }

    /** @return what an acceptance of a kind is called */
    public Wording wording(String kind) {
        return sources.wording(kind);
    }

    /**
     * Whose it is, is asked before the subject is locked, so that a stranger's id makes nobody wait, and once more under the
     * lock, where the answer stays true.
     *
     * @param seen the waiting review the decision is about, null for whichever waits now
     */
    private void decide(String kind, UUID id, ReviewItem seen, Decision decision, String reason) {
        var me = user.require();
        var mine = desks.mine();
        waiting(kind, id, seen, mine).orElseThrow(() -> refusal(kind, id, seen, mine));
        sources.lock(kind, id);
        // What waited at a desk of mine a moment ago may be known to me to wait no more.
        var item = waiting(kind, id, seen, mine)
                .orElseThrow(() -> refusal(kind, id, mine).orElseGet(() -> new Problem("review.error.not-waiting")));
        var desk = mine.stream()
                .filter(held -> held.id().equals(item.desk()))
                .findFirst()
                .orElseThrow();
        decisions.carryOut(new Ruling(me.accountId(), me.loginName(), decision, reason, null), item, desk);
    }

    private Optional<ReviewItem> waiting(String kind, UUID id, ReviewItem seen, List<Desk> mine) {
        return queries.waitingFor(id)
                .filter(waiting -> waiting.kind().equals(kind))
                .filter(waiting -> seen == null || waiting.id().equals(seen.id()))
                .filter(waiting -> holds(mine, waiting.desk()));
    }

    /** One answer for what is foreign and for what there is not, unless it was shown at a desk of mine. */
    private Problem refusal(String kind, UUID subject, ReviewItem seen, List<Desk> mine) {
        return refusal(kind, subject, mine)
                .orElseGet(() -> new Problem(
                        seen != null && holds(mine, seen.desk())
                                ? "review.error.not-waiting"
                                : "review.error.not-yours"));
    }

    /** Who was quicker and when, as far as it happened at a desk of mine: it was decided there, or handed over from it. */
    private Optional<Problem> refusal(String kind, UUID subject, List<Desk> mine) {
        var handed = handovers.of(subject).stream()
                .filter(found -> found.kind().equals(kind))
                .filter(found -> holds(mine, found.from()) && !found.from().equals(found.to()))
                .reduce((first, second) -> second);
        var decided = queries.decided(subject, kind).stream()
                .filter(action -> holds(mine, action.desk()))
                .reduce((first, second) -> second);
        if (handed.isPresent()
                && decided.filter(action -> action.at().isAfter(handed.get().at()))
                        .isEmpty()) {
            return handed.map(found -> new Problem(
                    "review.error.handed-over",
                    desks.find(found.to()).map(Desk::name).orElse(""),
                    When.exact(found.at())));
        }
        return decided.map(last ->
                new Problem(sources.wording(kind).decidedBy(last.decision()), last.actor(), When.exact(last.at())));
    }

    private static boolean holds(List<Desk> mine, UUID desk) {
        return mine.stream().anyMatch(held -> held.id().equals(desk));
    }

    private Set<UUID> myDesks() {
        return desks.mine().stream().map(Desk::id).collect(Collectors.toSet());
    }
}
