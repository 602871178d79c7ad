package cn.baosong.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The figures of one run: a line {@code BENCH <name> <figure> <unit>} as each is found, a table when all are. */
final class Benchmark implements ExtensionContext.Store.CloseableResource {

    private record Line(String name, Rounds rounds, String unit, String note) {}

    private final List<Line> lines = new ArrayList<>();

    /** @param note what the figure depends on, for the table */
    void report(String name, Rounds rounds, String unit, String note) {
        lines.add(new Line(name, rounds, unit, note));
        print("BENCH %s %s %s".formatted(name, figure(rounds.median()), unit));
    }

    @Override
    public void close() {
        if (lines.isEmpty()) {
            return;
        }
        String row = "%-26s %10s %-13s %10s %10s %6s  %s";
        print("");
        print(row.formatted("figure", "median", "unit", "lowest", "highest", "rounds", "note"));
        lines.forEach(line -> print(row.formatted(
                line.name(),
                figure(line.rounds().median()),
                line.unit(),
                figure(line.rounds().lowest()),
                figure(line.rounds().highest()),
                line.rounds().values().size(),
                line.note())));
        print("");
    }

    static String figure(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static void print(String line) {
        System.out.println(line);
    }

    /** Hands every measurement the one list of the run. */
    static final class Parameter implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Benchmark.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Benchmark.class))
                    .getOrComputeIfAbsent(Benchmark.class, key -> new Benchmark(), Benchmark.class);
        }
    }
}
