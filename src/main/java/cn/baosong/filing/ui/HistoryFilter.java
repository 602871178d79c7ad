package cn.baosong.filing.ui;

import cn.baosong.filing.FilingStatus;
import cn.baosong.filing.HistoryLine;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a list of reports shows (HIS-06): {@code ?year=2025}, {@code ?from=2024&to=2026}, {@code &status=RETURNED},
 * {@code &earlier=1}. What an address says wrong counts as not said.
 *
 * @param status name of a status or {@link #NOT_FILED}, null for all
 * @param earlier whether months before the registration are listed too
 */
record HistoryFilter(int from, int to, String status, boolean earlier) {

    static final String NOT_FILED = "NOT_FILED";

    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    /** @param first,current years of the first and of the current report month; what lies outside is moved inside */
    static HistoryFilter of(QueryParameters query, int first, int current) {
        var year = year(query, "year", first, current);
        var from = year(query, "from", first, current).or(() -> year).orElse(current);
        var to = year(query, "to", first, current).or(() -> year).orElse(Math.max(from, current));
        return new HistoryFilter(
                Math.min(from, to),
                Math.max(from, to),
                query.getSingleParameter("status").filter(HistoryFilter::known).orElse(null),
                query.getSingleParameter("earlier").filter("1"::equals).isPresent());
    }

    private static Optional<Integer> year(QueryParameters query, String name, int first, int current) {
        return query.getSingleParameter(name)
                .filter(text -> YEAR.matcher(text).matches())
                .map(Integer::valueOf)
                .map(year -> Math.max(first, Math.min(year, current)));
    }

    private static boolean known(String name) {
        return NOT_FILED.equals(name)
                || Arrays.stream(FilingStatus.values())
                        .anyMatch(status -> status.name().equals(name));
    }

    boolean shows(HistoryLine line) {
        return status == null
                || status.equals(
                        line.status() == null ? NOT_FILED : line.status().name());
    }

    HistoryFilter years(int first, int last) {
        return new HistoryFilter(Math.min(first, last), Math.max(first, last), status, earlier);
    }

    HistoryFilter only(String one) {
        return new HistoryFilter(from, to, one, earlier);
    }

    HistoryFilter withEarlier() {
        return new HistoryFilter(from, to, status, true);
    }

    QueryParameters query() {
        var said = new HashMap<String, String>();
        if (from == to) {
            said.put("year", Integer.toString(from));
        } else {
            said.put("from", Integer.toString(from));
            said.put("to", Integer.toString(to));
        }
        if (status != null) {
            said.put("status", status);
        }
        if (earlier) {
            said.put("earlier", "1");
        }
        return QueryParameters.simple(Map.copyOf(said));
    }
}
