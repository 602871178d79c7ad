package cn.baosong.review;

import cn.baosong.engine.Flow;
import cn.baosong.engine.Step;
import cn.baosong.organization.Desk;
import cn.baosong.review.query.ReviewQueries;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The one way a review is decided, by a person on a page or as part of a bulk operation: the action is recorded and the
 * process moves, under the subject's lock. Who may decide is for the caller to hold.
 */
@Component
public class Decisions {

    private final ReviewQueries queries;
    private final SubjectSources sources;
    private final InboxProjection inbox;
    private final Flow flow;
    private final Clock clock;

    Decisions(ReviewQueries queries, SubjectSources sources, InboxProjection inbox, Flow flow, Clock clock) {
        this.queries = queries;
        this.sources = sources;
        this.inbox = inbox;
        this.flow = flow;
        this.clock = clock;
    }

    /** A review that {@link #lock} gave, and the desk that decides it. */
    public record Case(ReviewItem item, Desk desk) {}

    /**
     * Locks subjects for the rest of the transaction, for a bulk operation.
     *
     * @return the reviews of them that wait and will wait until then, by subject
     */
    public Map<UUID, ReviewItem> lock(Step step, String kind, List<UUID> subjects) {
        sources.lock(kind, subjects);
        return queries.waitingFor(subjects).stream()
                .filter(item -> item.kind().equals(kind))
                .collect(Collectors.toMap(ReviewItem::subject, Function.identity()));
    }

    /** Decides reviews that {@link #lock} gave, each in the name of the desk it waits at. */
    public void carryOut(Step step, Ruling ruling, List<Case> cases) {
        together(
                ruling,
                cases,
                () -> flow.completeTasks(
                        cases.stream().map(Case::item).map(ReviewItem::taskId).toList(), flags(ruling)));
    }

    /**
     * Accepts reviews that {@link #lock} gave past every desk between (越级接收, REV-06).
     *
     * @param cases with the province's desk, which accepts
     */
    public void skipLevels(Step step, Ruling ruling, List<Case> cases) {
        together(
                ruling,
                cases,
                () -> cases.forEach(
                        each -> flow.send(ReviewProcess.SKIP_LEVEL, each.item().subject())));
    }

    private void together(Ruling ruling, List<Case> cases, Runnable moves) {
        if (!cases.isEmpty()) {
            queries.record(cases.stream().map(each -> action(ruling, each)).toList(), ruling.operation());
            inbox.together(moves);
        }
    }

    /** Decides a review whose subject the caller has locked. */
    void carryOut(Ruling ruling, ReviewItem item, Desk desk) {
        queries.record(List.of(action(ruling, new Case(item, desk))), ruling.operation());
        flow.completeTask(item.taskId(), flags(ruling));
    }

    private static Map<String, Object> flags(Ruling ruling) {
        return Map.of(ReviewProcess.DECISION, ruling.decision().flag());
    }

    private ReviewAction action(Ruling ruling, Case decided) {
        var subject = sources.lock(decided.item().kind(), decided.item().subject());
        return new ReviewAction(
                decided.item().kind(),
                subject.id(),
                subject.title(),
                subject.detail(),
                decided.desk().id(),
                decided.desk().name(),
                ruling.account(),
                ruling.actor(),
                ruling.decision(),
                ruling.reason(),
                clock.instant());
    }
}
