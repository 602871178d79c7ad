package cn.baosong.filing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * An indicator as the requirements have it (MON-20, 21, 34 to 39), beside the files and not made from them.
 *
 * @param industrial asked of industrial enterprises only (MON-37)
 * @param quarterly asked in February, May, August, November and December only (MON-35)
 * @param columns those that take a value (MON-21)
 * @param notNull columns that must be filled in (MON-38)
 * @param notNegative whether no column may be below zero (MON-39)
 * @param lowest,highest growth in percent that needs no explanation (MON-18, MON-19)
 */
record Indicator(
        String key,
        String rule,
        boolean industrial,
        boolean quarterly,
        List<String> columns,
        List<String> notNull,
        boolean notNegative,
        int lowest,
        int highest) {

    private static final String TABLE = """
            grossOutput          | gross-output           | industrial |           | every | yes | >= 0 | -200 | 200
            exportDelivery       | export-delivery        | industrial |           | every |     | >= 0 | -100 | 300
            electricity          | electricity            | industrial |           | every | yes | >= 0 | -200 | 200
            capacityUtilization  | capacity-utilization   | industrial |           |       |     | >= 0 | -200 | 200
            revenue              | revenue                |            |           |       | yes | >= 0 | -200 | 200
            operatingCost        | operating-cost         |            |           |       | yes | >= 0 | -200 | 200
            loanBalance          | loan-balance           |            |           |       |     | >= 0 | -200 | 200
            financialExpense     | financial-expense      |            |           |       |     |      | -200 | 200
            receivables          | receivables            |            |           |       | yes | >= 0 | -200 | 200
            finishedGoods        | finished-goods         | industrial |           |       |     |      | -200 | 200
            totalProfit          | total-profit           |            |           |       | yes |      | -200 | 200
            taxesPayable         | taxes-payable          |            |           |       |     |      | -200 | 200
            employees            | employees              |            |           |       | yes | >= 0 | -200 | 200
            overdueReceivables   | overdue-receivables    |            | quarterly |       | yes | >= 0 | -200 | 200
            payroll              | payroll                |            | quarterly |       | yes |      | -200 | 200
            totalAssets          | total-assets           |            | quarterly |       | yes | >= 0 | -200 | 200
            totalLiabilities     | total-liabilities      |            | quarterly |       | yes | >= 0 | -200 | 200
            fixedAssetInvestment | fixed-asset-investment |            | quarterly |       |     | >= 0 | -200 | 200
            """;

    static final List<Indicator> ALL = TABLE.lines().map(Indicator::read).toList();

    private static Indicator read(String line) {
        String[] cells = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
        boolean every = cells[4].equals("every");
        List<String> columns = every ? SampleReport.COLUMNS : List.of("cumulative", "lastYearCumulative");
        List<String> notNull =
                !cells[5].equals("yes") ? List.of() : every ? List.of("month", "cumulative") : List.of("cumulative");
        return new Indicator(
                cells[0],
                cells[1],
                cells[2].equals("industrial"),
                cells[3].equals("quarterly"),
                columns,
                notNull,
                cells[6].equals(">= 0"),
                Integer.parseInt(cells[7]),
                Integer.parseInt(cells[8]));
    }

    static Indicator of(String key) {
        return ALL.stream()
                .filter(indicator -> indicator.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    Stream<String> paths() {
        return columns.stream().map(column -> key + "." + column);
    }

    /** A sound report in which it is asked: July, or August for a quarterly one. */
    SampleReport report() {
        return SampleReport.sound(industrial, 2021, quarterly ? 8 : 7);
    }
}
