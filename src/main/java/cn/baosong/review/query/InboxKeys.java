package cn.baosong.review.query;

import cn.baosong.review.InboxOrder;
import cn.baosong.review.Screening;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The expressions an order sorts by, none of which is ever null: lists are cut and neighbours found by comparing whole
 * rows of them. The indexes of {@code review_item} are in the same words.
 */
final class InboxKeys {

    /** Place of a screening among all: what needs eyes first. */
    static final String SCREENING =
            "(CASE screening WHEN 'NOT_PASSED' THEN 0 WHEN 'NOT_COMPARABLE' THEN 1 WHEN 'PASSED' THEN 2 ELSE 3 END)";

    private final List<String> expressions;
    private final boolean descending;

    private InboxKeys(List<String> expressions, boolean descending) {
        this.expressions = expressions;
        this.descending = descending;
    }

    static int rank(Screening screening) {
        return switch (screening) {
            case NOT_PASSED -> 0;
            case NOT_COMPARABLE -> 1;
            case PASSED -> 2;
        };
    }

    static InboxKeys of(InboxOrder order) {
        var last = order.descending() ? "'-infinity'" : "'infinity'";
        return new InboxKeys(
                switch (order.column()) {
                    case SINCE -> List.of("since", "id");
                    case NAME -> List.of("title", "id");
                    case REGION -> List.of("region", "id");
                    case DUE -> List.of("coalesce(due_at, " + last + "::timestamptz)", "id");
                    case SCREENING -> List.of(SCREENING, "since", "id");
                    case FIGURE -> List.of("coalesce(figure, " + last + "::numeric)", "id");
                    case GROWTH -> List.of("coalesce(growth, " + last + "::numeric)", "id");
                },
                order.descending());
    }

    InboxKeys reversed() {
        return new InboxKeys(expressions, !descending);
    }

    /** @return what follows ORDER BY, of the nearest table */
    String order() {
        return expressions.stream()
                .map(key -> key + (descending ? " DESC" : ""))
                .collect(Collectors.joining(", "));
    }

    /** @return the keys as columns {@code key0}, {@code key1} … */
    String columns() {
        return named(expressions.size(), index -> expressions.get(index) + " AS key" + index);
    }

    /** @return what follows ORDER BY where the keys are columns already */
    String orderOfColumns() {
        return named(expressions.size(), index -> "key" + index + (descending ? " DESC" : ""));
    }

    /** @return the condition that the nearest table's row stands behind that of {@code here}, which has the keys as columns */
    String behind(String here) {
        return "(" + String.join(", ", expressions) + ")" + (descending ? " < (" : " > (")
                + named(expressions.size(), index -> here + ".key" + index) + ")";
    }

    private static String named(int count, IntFunction<String> name) {
        return IntStream.range(0, count).mapToObj(name).collect(Collectors.joining(", "));
    }
}
