package cn.baosong.review;

import java.util.Arrays;
import java.util.Locale;

/**
 * In which order the inbox lists. What has no value in the column comes last either way; what has the same comes in the
 * order of its id, so that a list never repeats or leaves out a row.
 */
public record InboxOrder(Column column, boolean descending) {

    /** The longest waiting first. */
    public static final InboxOrder LONGEST_WAITING = new InboxOrder(Column.SINCE, false);

    public InboxOrder {
        descending = descending && column != Column.DUE;
    }

    /** What the inbox can be sorted by. */
    public enum Column {
        SINCE,
        NAME,
        REGION,
        /** What is due first comes first; there is no other way. */
        DUE,
        /** What did not pass first, then what could not be compared; within these the longest waiting. */
        SCREENING,
        FIGURE,
        GROWTH
    }

    /**
     * @param text such as {@code growth}, or {@code -growth} for the greatest first
     * @return the longest waiting first for anything that is no order
     */
    public static InboxOrder parse(String text) {
        var descending = text.startsWith("-");
        var name = descending ? text.substring(1) : text;
        return Arrays.stream(Column.values())
                .filter(column -> column.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .map(column -> new InboxOrder(column, descending))
                .orElse(LONGEST_WAITING);
    }

    /** @return what {@link #parse} reads */
    public String text() {
        return (descending ? "-" : "") + column.name().toLowerCase(Locale.ROOT);
    }
}
