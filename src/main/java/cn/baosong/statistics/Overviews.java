package cn.baosong.statistics;

import cn.baosong.common.Problem;
import cn.baosong.filing.Period;
import cn.baosong.filing.Periods;
import cn.baosong.filing.Scheme;
import cn.baosong.filing.Schemes;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import cn.baosong.statistics.Overview.Day;
import cn.baosong.statistics.Overview.Part;
import cn.baosong.statistics.query.Asked;
import cn.baosong.statistics.query.OverviewQueries;
import cn.baosong.statistics.query.OverviewQueries.Tally;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * The figures an administrator sees first (HOME-16, REV-09). Enterprises are those whose direct desk is mine or below; they
 * are told apart by the statistical regions, in which 宁波 lies in 浙江.
 */
@Service
@PreAuthorize("hasRole('REVIEWER')")
public class Overviews {

    private final OverviewQueries queries;
    private final Schemes schemes;
    private final Periods periods;
    private final Desks desks;

    Overviews(OverviewQueries queries, Schemes schemes, Periods periods, Desks desks) {
        this.queries = queries;
        this.schemes = schemes;
        this.periods = periods;
        this.desks = desks;
    }

    /**
     * @param scheme its current period is counted
     * @throws Problem {@code filing.error.no-scheme}
     */
    public Overview current(String scheme) {
        var found = schemes.get(scheme);
        return of(found, periods.current(found.kind()));
    }

    private Overview of(Scheme scheme, YearMonth month) {
        var asked = Asked.of(scheme, month);
        var mine = desks.mine();
        var root = mine.stream()
                .max(Comparator.comparing(Desk::level))
                .map(Desk::region)
                .orElse(null);
        var tallies =
                queries.tally(mine.stream().map(Desk::id).collect(Collectors.toSet()), periods.today(), asked, root);
        var due = periods.find(asked.task()).map(Period::dueOn).orElse(null);
        return new Overview(
                asked.task(),
                due,
                parts(tallies),
                days(tallies, asked.following(), scheme.kind().following(asked.following()), due));
    }

    private static List<Part> parts(List<Tally> tallies) {
        return tallies.stream()
                .map(Tally::part)
                .distinct()
                .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                .map(region -> {
                    var here = tallies.stream()
                            .filter(tally -> Objects.equals(tally.part(), region))
                            .toList();
                    return new Part(
                            region,
                            here.stream().mapToInt(Tally::enterprises).sum(),
                            here.stream()
                                    .filter(tally -> tally.day() != null)
                                    .mapToInt(Tally::enterprises)
                                    .sum());
                })
                .toList();
    }

    /**
     * What was filed before the first day counts on the first.
     *
     * @param next the month in which the next period takes its place as the current one
     */
    private List<Day> days(List<Tally> tallies, YearMonth following, YearMonth next, LocalDate due) {
        var first = following.atDay(1);
        var today = periods.today();
        var end = next.atDay(1).minusDays(1);
        var last = due == null || today.isAfter(due) ? (today.isAfter(end) ? end : today) : due;
        var filed = new TreeMap<LocalDate, Integer>();
        tallies.stream()
                .filter(tally -> tally.day() != null)
                .forEach(tally -> filed.merge(
                        tally.day().isBefore(first) ? first : tally.day(), tally.enterprises(), Integer::sum));
        var days = new ArrayList<Day>();
        var sum = 0;
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            sum += filed.getOrDefault(day, 0);
            days.add(new Day(day, day.isAfter(today) ? null : Integer.valueOf(sum)));
        }
        return days;
    }
}
