package cn.baosong.filing.trial;

import cn.baosong.check.CheckTable;
import cn.baosong.check.Finding;
import cn.baosong.check.Severity;
import cn.baosong.filing.FilingTrials.Judged;
import cn.baosong.filing.trial.TrialRule.Example;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A trial run on its way: which table over which period, how far it is, and what it has found. For one page at a time. */
public final class Trial {

    private final String scheme;
    private final YearMonth month;
    private final CheckTable table;
    private final int all;
    private final int examples;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private UUID after;
    private int looked;
    private int changed;
    private boolean finished;

    /**
     * @param all reports it will look at
     * @param examples most examples of a rule, each way
     */
    Trial(String scheme, YearMonth month, CheckTable table, int all, int examples) {
        this.scheme = scheme;
        this.month = month;
        this.table = table;
        this.all = all;
        this.examples = examples;
        this.finished = all == 0;
        table.rules().forEach(rule -> tallies.put(rule.id(), new Tally(rule.severity())));
    }

    private static final class Tally {
        private final Severity severity;
        private int before;
        private int now;
        private int appears;
        private int vanishes;
        private final List<Example> appearing = new ArrayList<>();
        private final List<Example> vanishing = new ArrayList<>();

        Tally(Severity severity) {
            this.severity = severity;
        }
    }

    public String scheme() {
        return scheme;
    }

    public YearMonth month() {
        return month;
    }

    /** @return reports it looks at */
    public int all() {
        return all;
    }

    /** @return reports it has looked at */
    public int looked() {
        return looked;
    }

    /** @return reports for which the new table says something else */
    public int changed() {
        return changed;
    }

    public boolean finished() {
        return finished;
    }

    CheckTable table() {
        return table;
    }

    UUID after() {
        return after;
    }

    int left() {
        return all - looked;
    }

    /** @param name of an enterprise, asked for examples alone */
    void add(Collection<Judged> portion, Function<UUID, String> name) {
        for (var judged : portion) {
            var before = byRule(judged.before());
            var now = byRule(judged.now());
            if (!before.keySet().equals(now.keySet())) {
                changed++;
            }
            before.forEach((rule, finding) -> {
                var tally = tally(finding);
                tally.before++;
                if (!now.containsKey(rule)) {
                    tally.vanishes++;
                    example(tally.vanishing, judged, finding, name);
                }
            });
            now.forEach((rule, finding) -> {
                var tally = tally(finding);
                tally.now++;
                if (!before.containsKey(rule)) {
                    tally.appears++;
                    example(tally.appearing, judged, finding, name);
                }
            });
            after = judged.enterprise();
            looked++;
        }
    }

    void finish() {
        finished = true;
    }

    private Tally tally(Finding finding) {
        return tallies.computeIfAbsent(finding.rule(), rule -> new Tally(finding.severity()));
    }

    private void example(List<Example> into, Judged judged, Finding finding, Function<UUID, String> name) {
        if (into.size() < examples) {
            into.add(new Example(name.apply(judged.enterprise()), finding));
        }
    }

    private static Map<String, Finding> byRule(List<Finding> findings) {
        return findings.stream()
                .collect(Collectors.toMap(
                        Finding::rule, Function.identity(), (first, again) -> first, LinkedHashMap::new));
    }

    /** @return what it says of every rule of either table, those that differ most first */
    public List<TrialRule> rules() {
        return tallies.entrySet().stream()
                .map(entry -> {
                    var tally = entry.getValue();
                    return new TrialRule(
                            entry.getKey(),
                            tally.severity,
                            tally.before,
                            tally.now,
                            tally.appears,
                            tally.vanishes,
                            tally.appearing,
                            tally.vanishing);
                })
                .sorted(Comparator.comparingInt((TrialRule rule) -> rule.appears() + rule.vanishes())
                        .reversed())
                .toList();
    }
}
