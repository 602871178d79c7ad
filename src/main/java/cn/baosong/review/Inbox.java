package cn.baosong.review;

import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import cn.baosong.review.query.InboxQueries;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The inbox 企业上报数据审核 (REV-01): what waits at my desks, whoever of those who hold them looks. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('REVIEWER')")
public class Inbox {

    /** How far anything is counted; the cost of a count does not grow with the inbox beyond it. */
    public static final int MOST_COUNTED = 10_000;

    /** How far the parts of what waits are counted, each a figure in the header; a list says how long it is itself. */
    public static final int MOST_IN_FIGURES = 1_000;

    /** How far the navigation counts. */
    private static final int MOST_IN_NAVIGATION = 1_000;

    private final InboxQueries queries;
    private final Desks desks;

    Inbox(InboxQueries queries, Desks desks) {
        this.queries = queries;
        this.desks = desks;
    }

    public List<ReviewItem> waiting(ReviewFilter filter, InboxOrder order, int offset, int limit) {
        return queries.waiting(mine(), filter, order, offset, limit);
    }

    /** @return at most {@link #MOST_COUNTED} and one */
    public int count(ReviewFilter filter) {
        return queries.count(mine(), filter, MOST_COUNTED + 1);
    }

    /** @return how much of a kind waits, at most 1,000 */
    public int countForNavigation(String kind) {
        return queries.count(mine(), ReviewFilter.all(kind), MOST_IN_NAVIGATION);
    }

    public InboxFigures figures(String kind) {
        return queries.figures(mine(), kind, MOST_IN_FIGURES + 1);
    }

    /** @return empty where the subject does not wait at one of my desks, or is not in this list */
    public Optional<InboxPlace> place(UUID subject, InboxAddress list) {
        var mine = mine();
        return queries.find(mine, list.filter(), subject).map(item -> {
            var before = queries.countBefore(mine, list.filter(), list.order(), item, MOST_COUNTED);
            return new InboxPlace(
                    before + 1,
                    queries.count(mine, list.filter(), MOST_COUNTED + 1),
                    queries.beside(mine, list.filter(), list.order(), item, false)
                            .orElse(null),
                    queries.beside(mine, list.filter(), list.order(), item, true)
                            .orElse(null));
        });
    }

    private Set<UUID> mine() {
        return desks.mine().stream().map(Desk::id).collect(Collectors.toSet());
    }
}
