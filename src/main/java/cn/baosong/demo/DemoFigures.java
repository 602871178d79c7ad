package cn.baosong.demo;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a demo enterprise reports of a month: figures that follow from the enterprise and the month alone, so that months
 * add up to years and years can be compared. Amounts in 千元, electricity in 度.
 */
final class DemoFigures {

    /** Percent of a twelfth of the year, by month: a quiet spring festival, a busy end of the year. */
    private static final int[] SEASON = {88, 72, 101, 100, 103, 108, 98, 97, 106, 104, 110, 113};

    private static final int FIRST_YEAR = 2020;
    private static final int GROWTH = 5;
    private static final int NORMAL = 100;
    private static final int WOBBLE = 7;

    private final DemoEnterprise enterprise;
    private final YearMonth month;

    DemoFigures(DemoEnterprise enterprise, YearMonth month) {
        this.enterprise = enterprise;
        this.month = month;
    }

    /** Sections B to D of GB/T 4754: mining, manufacturing, energy and water. */
    private boolean industrial() {
        var division = Integer.parseInt(enterprise.industry().substring(0, 2));
        return division >= 6 && division <= 46;
    }

    /** @return values of the form {@code economic-indicators}, flat by path */
    Map<String, Object> indicators() {
        var revenue = Long.parseLong(enterprise.revenue());
        var assets = Long.parseLong(enterprise.assets());
        var values = new LinkedHashMap<String, Object>();
        if (industrial()) {
            monthly(values, "grossOutput", revenue * 103 / 100);
            monthly(values, "exportDelivery", revenue * 18 / 100);
            monthly(values, "electricity", revenue * 9);
            standing(values, "capacityUtilization", 71);
            standing(values, "finishedGoods", assets * 7 / 100);
        }
        flowing(values, "revenue", revenue);
        flowing(values, "operatingCost", revenue * 79 / 100);
        standing(values, "loanBalance", assets * 21 / 100);
        flowing(values, "financialExpense", assets * 9 / 1000);
        standing(values, "receivables", assets * 16 / 100);
        flowing(values, "totalProfit", revenue * 7 / 100);
        standing(values, "taxesPayable", revenue * 11 / 1000);
        standing(values, "employees", Long.parseLong(enterprise.employees()));
        if (List.of(2, 5, 8, 11, 12).contains(month.getMonthValue())) {
            standing(values, "overdueReceivables", assets * 13 / 1000);
            flowing(values, "payroll", Long.parseLong(enterprise.employees()) * 96);
            standing(values, "totalAssets", assets);
            standing(values, "totalLiabilities", assets * 46 / 100);
            flowing(values, "fixedAssetInvestment", assets * 4 / 100);
        }
        return values;
    }

    /** @return values of the form {@code products}; none of an enterprise that makes nothing */
    Map<String, Object> products() {
        if (!industrial()) {
            return Map.of();
        }
        var yearly = Long.parseLong(enterprise.revenue()) / 8;
        var product = new LinkedHashMap<String, Object>();
        product.put("name", enterprise.business().split("[的、与]")[0]);
        product.put("unit", "件");
        monthly(product, "production", yearly);
        monthly(product, "sales", yearly * 97 / 100);
        for (var column : List.of("cumulative", "lastYearCumulative")) {
            product.put(
                    "stock." + column,
                    number(product, "production." + column).subtract(number(product, "sales." + column)));
        }
        return Map.of("products", List.of(product));
    }

    private static BigDecimal number(Map<String, Object> values, String path) {
        return (BigDecimal) values.get(path);
    }

    /** An amount of a year, reported by month and since January. */
    private void monthly(Map<String, Object> values, String indicator, long yearly) {
        values.put(indicator + ".month", BigDecimal.valueOf(during(yearly, month)));
        values.put(indicator + ".lastYearMonth", BigDecimal.valueOf(during(yearly, month.minusYears(1))));
        flowing(values, indicator, yearly);
    }

    /** An amount of a year, reported since January. */
    private void flowing(Map<String, Object> values, String indicator, long yearly) {
        values.put(indicator + ".cumulative", BigDecimal.valueOf(since(yearly, month)));
        values.put(indicator + ".lastYearCumulative", BigDecimal.valueOf(since(yearly, month.minusYears(1))));
    }

    /** What stands at the end of the month. */
    private void standing(Map<String, Object> values, String indicator, long usual) {
        values.put(indicator + ".cumulative", BigDecimal.valueOf(at(usual, month)));
        values.put(indicator + ".lastYearCumulative", BigDecimal.valueOf(at(usual, month.minusYears(1))));
    }

    private long since(long yearly, YearMonth last) {
        long sum = 0;
        for (var each = last.withMonth(1); !each.isAfter(last); each = each.plusMonths(1)) {
            sum += during(yearly, each);
        }
        return sum;
    }

    private long during(long yearly, YearMonth when) {
        return at(yearly * SEASON[when.getMonthValue() - 1] / NORMAL / SEASON.length, when);
    }

    private long at(long usual, YearMonth when) {
        var grown = NORMAL + GROWTH * (when.getYear() - FIRST_YEAR) / 2;
        var wobble =
                NORMAL + (enterprise.number() * 5 + when.getYear() * 3 + when.getMonthValue()) % WOBBLE - WOBBLE / 2;
        return usual * grown * wobble / NORMAL / NORMAL;
    }
}
