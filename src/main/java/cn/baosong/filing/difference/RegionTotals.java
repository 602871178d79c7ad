package cn.baosong.filing.difference;

import cn.baosong.common.CodeLists;
import cn.baosong.filing.difference.query.TotalQueries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Totals of regions, added up when somebody asks and kept for a few minutes: a reviewer goes through the reports of one
 * region one after another, and a total that is minutes old orders deviations as well as a fresh one.
 */
@Component
class RegionTotals {

    /** How old a total may be. */
    static final Duration KEPT_FOR = Duration.ofMinutes(5);

    private static final int MOST = 2_000;

    private final TotalQueries queries;
    private final CodeLists codes;
    private final Clock clock;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    private record Key(String scheme, String region, YearMonth month) {}

    private record Kept(RegionTotal total, Instant at) {}

    RegionTotals(TotalQueries queries, CodeLists codes, Clock clock) {
        this.queries = queries;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * @param region code of a county, or of a city or province: everything that lies in it
     * @return for each of the months, one of which nothing was accepted included; with one statement at most
     */
    Map<YearMonth, RegionTotal> of(String scheme, String region, List<YearMonth> months) {
        var now = clock.instant();
        var fresh = now.minus(KEPT_FOR);
        var totals = new HashMap<YearMonth, RegionTotal>();
        for (var month : months) {
            var known = kept.get(new Key(scheme, region, month));
            if (known != null && known.at().isAfter(fresh)) {
                totals.put(month, known.total());
            }
        }
        var missing =
                months.stream().filter(month -> !totals.containsKey(month)).toList();
        if (!missing.isEmpty()) {
            var found = queries.totals(scheme, within(region).toList(), missing);
            if (kept.size() > MOST) {
                kept.clear();
            }
            for (var month : missing) {
                var total = found.getOrDefault(month, RegionTotal.NONE);
                kept.put(new Key(scheme, region, month), new Kept(total, now));
                totals.put(month, total);
            }
        }
        return totals;
    }

    /** A region and everything below it. */
    private Stream<String> within(String region) {
        return Stream.concat(
                Stream.of(region), codes.children("region", region).stream().flatMap(below -> within(below.code())));
    }
}
