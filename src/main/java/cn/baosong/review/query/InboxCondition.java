package cn.baosong.review.query;

import cn.baosong.review.ReviewFilter;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The condition of a statement that asks the inbox for what a filter names. It holds no more than was asked for, so that
 * the database finds the index that fits. Column names stand in it without a table: whoever joins puts it where
 * {@code review_item} is the nearest.
 *
 * @param filter of the rows, without the desks they wait at
 * @param parameters by name, those of {@link #atDesks()} among them
 */
public record InboxCondition(String filter, Map<String, Object> parameters) {

    /** What came to its desk first; the words of the index review_item_direct. */
    static final String DIRECT = "(direct_desk IS NULL OR direct_desk = desk_id)";

    /** What a desk below accepted before; the words of the index review_item_accepted. */
    static final String ACCEPTED_BELOW = "direct_desk <> desk_id";

    /** The words of the index review_item_by_due. */
    static final String OVERDUE = "coalesce(due_at, 'infinity'::timestamptz) < :now";

    /** @param desks whose inbox it is; not empty */
    public static InboxCondition of(Set<UUID> desks, ReviewFilter wanted, Instant now) {
        var parts = new ArrayList<String>(List.of("subject_kind = :kind"));
        var parameters = new HashMap<String, Object>(Map.of("desks", desks, "kind", wanted.kind()));
        if (!wanted.text().isEmpty()) {
            parts.add("""
                    (strpos(lower(title), lower(:text)) > 0 OR strpos(lower(detail), lower(:text)) > 0
                     OR strpos(lower(user_id), lower(:text)) > 0)""");
            parameters.put("text", wanted.text());
        }
        if (!wanted.region().isEmpty()) {
            parts.add("strpos('/' || region_path || '/', '/' || :region || '/') > 0");
            parameters.put("region", wanted.region());
        }
        if (!wanted.industry().isEmpty()) {
            parts.add("strpos('/' || industry_path || '/', '/' || :industry || '/') > 0");
            parameters.put("industry", wanted.industry());
        }
        if (wanted.month() != null) {
            parts.add("period = :month");
            parameters.put("month", wanted.month().atDay(1));
        }
        if (wanted.screening() != null) {
            parts.add(InboxKeys.SCREENING + " = " + InboxKeys.rank(wanted.screening()));
        }
        if (wanted.overdue()) {
            parts.add(OVERDUE);
            parameters.put("now", Timestamp.from(now));
        }
        if (wanted.direct() != null) {
            parts.add(wanted.direct() ? DIRECT : ACCEPTED_BELOW);
        }
        return new InboxCondition(String.join(" AND ", parts), Map.copyOf(parameters));
    }

    /** @return the whole condition, with the desks; what follows WHERE */
    public String atDesks() {
        return "desk_id IN (:desks) AND " + filter;
    }
}
