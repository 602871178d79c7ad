package cn.baosong.review.consistency;

import cn.baosong.engine.WaitingReviews;
import cn.baosong.engine.WaitingReviews.Waiting;
import cn.baosong.review.StatusSource;
import cn.baosong.review.consistency.Disagreement.What;
import cn.baosong.review.query.ConsistencyQueries;
import cn.baosong.review.query.ConsistencyQueries.Item;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares what the engine, the inbox and the features say of what waits for review. All is read as of one moment, a page
 * at a time, so that a million waiting reviews need no more memory than a thousand.
 */
@Service
@PreAuthorize("hasRole('OPERATOR')")
public class Consistency {

    /** Disagreements that are listed. */
    public static final int SHOWN = 200;

    private static final int PAGE = 2000;
    private static final UUID FIRST = new UUID(0, 0);

    private final WaitingReviews engine;
    private final ConsistencyQueries queries;
    private final Map<String, StatusSource> sources;
    private final Clock clock;

    Consistency(WaitingReviews engine, ConsistencyQueries queries, List<StatusSource> sources, Clock clock) {
        this.engine = engine;
        this.queries = queries;
        this.sources = sources.stream().collect(Collectors.toMap(StatusSource::kind, source -> source));
        this.clock = clock;
    }

    /** Changes nothing. Takes some seconds for each million waiting reviews. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ConsistencyReport check() {
        return check(SHOWN);
    }

    /** As {@link #check()}. @param shown how many disagreements to list */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ConsistencyReport check(int shown) {
        var found = new ArrayList<Disagreement>();
        var items = items(found);
        var tasks = tasks(found);
        var underReview = new TreeMap<String, Integer>();
        sources.values().forEach(source -> underReview.put(source.kind(), statuses(source, found)));
        return new ConsistencyReport(
                clock.instant(),
                tasks,
                items,
                underReview,
                List.copyOf(found.subList(0, Math.min(shown, found.size()))),
                found.size());
    }

    /** Every row of the inbox against the status of its subject. */
    private int items(List<Disagreement> found) {
        var count = 0;
        for (var page = queries.items(FIRST, PAGE); !page.isEmpty(); page = queries.items(last(page), PAGE)) {
            count += page.size();
            var byKind = page.stream().collect(Collectors.groupingBy(Item::kind));
            byKind.forEach((kind, items) -> {
                if (sources.containsKey(kind)) {
                    var waiting = sources.get(kind)
                            .underReview(items.stream().map(Item::subject).toList());
                    items.stream()
                            .filter(item -> !waiting.contains(item.subject()))
                            .forEach(item -> found.add(disagreement(What.OTHER_STATUS, item)));
                }
            });
            var known = engine.ids(page.stream().map(Item::task).toList());
            page.stream()
                    .filter(item -> !known.contains(item.task()))
                    .forEach(item -> found.add(disagreement(What.NO_TASK, item)));
        }
        return count;
    }

    private static UUID last(List<Item> page) {
        return page.get(page.size() - 1).subject();
    }

    /** Every review task of the engine against its row in the inbox. */
    private int tasks(List<Disagreement> found) {
        var count = 0;
        for (var page = engine.page("", PAGE); page.last() != null; page = engine.page(page.last(), PAGE)) {
            count += page.reviews().size();
            var items = new HashMap<String, Item>();
            queries.byTasks(page.reviews().stream().map(Waiting::taskId).toList())
                    .forEach(item -> items.put(item.task(), item));
            page.reviews().forEach(task -> compare(task, items.get(task.taskId()), found));
        }
        return count;
    }

    private static void compare(Waiting task, Item item, List<Disagreement> found) {
        if (item == null) {
            found.add(new Disagreement(What.NO_ITEM, task.subject(), null, task.taskId()));
        } else if (!item.subject().toString().equals(task.subject())) {
            found.add(disagreement(What.OTHER_SUBJECT, item));
        } else if (!item.desk().toString().equals(task.desk())) {
            found.add(disagreement(What.OTHER_DESK, item));
        }
    }

    /** Every subject that is under review by its own account against the inbox. */
    private int statuses(StatusSource source, List<Disagreement> found) {
        var count = 0;
        for (var page = source.underReview(FIRST, PAGE);
                !page.isEmpty();
                page = source.underReview(page.get(page.size() - 1), PAGE)) {
            count += page.size();
            var waiting = new HashSet<>(queries.waiting(source.kind(), page));
            page.stream()
                    .filter(subject -> !waiting.contains(subject))
                    .forEach(subject ->
                            found.add(new Disagreement(What.NOT_WAITING, subject.toString(), source.kind(), null)));
        }
        return count;
    }

    private static Disagreement disagreement(What what, Item item) {
        return new Disagreement(what, item.subject().toString(), item.kind(), item.task());
    }
}
