package cn.baosong.filing.difference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A figure beside the same figure of an earlier accepted report.
 *
 * @param before the earlier figure; null where there is none, or the two must not be compared
 * @param difference now less before; null with {@code before}, or where there is no figure now
 * @param percent (now / before − 1) × 100, two places; null where the base is missing, zero or negative
 * @param effect {@code difference} in % of the region's total of the earlier month, two places; null where there is no total
 * @param changed whether the two differ, a figure that came or went included
 */
public record Comparison(
        BigDecimal before, BigDecimal difference, BigDecimal percent, BigDecimal effect, boolean changed) {

    /** There is nothing to compare with. */
    public static final Comparison NONE = new Comparison(null, null, null, null, false);

    private static final int PLACES = 2;

    /** @param total the region's, null where it means nothing */
    static Comparison of(BigDecimal now, BigDecimal before, BigDecimal total) {
        if (now == null || before == null) {
            return new Comparison(before, null, null, null, now != before);
        }
        var difference = now.subtract(before);
        return new Comparison(
                before,
                difference,
                before.signum() > 0 ? percent(difference, before) : null,
                total == null || total.signum() == 0 ? null : percent(difference, total.abs()),
                difference.signum() != 0);
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.multiply(BigDecimal.valueOf(100))
                .divide(whole, MathContext.DECIMAL128)
                .setScale(PLACES, RoundingMode.HALF_UP);
    }
}
