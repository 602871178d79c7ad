package cn.baosong.filing.difference;

import java.math.BigDecimal;

/**
 * One figure of a report beside last month's and last year's.
 *
 * @param name what it is called
 * @param detail its column and its unit, empty for neither
 * @param now null where it was left empty, or where what it belongs to is not reported any more
 */
public record FigureLine(String name, String detail, BigDecimal now, Comparison previous, Comparison lastYear) {

    /**
     * @return whether it differs from either. A figure that one of the earlier reports was not asked for, such as that of a
     *     quarter, is judged by the other one
     */
    public boolean changed() {
        return previous.difference() == null && lastYear.difference() == null
                ? previous.changed() || lastYear.changed()
                : differs(previous) || differs(lastYear);
    }

    private static boolean differs(Comparison comparison) {
        return comparison.difference() != null && comparison.changed();
    }

    /** @return in % of the region's total: against last year, against last month where that says nothing; null for none */
    public BigDecimal effect() {
        return lastYear.effect() == null ? previous.effect() : lastYear.effect();
    }
}
