package cn.baosong.filing;

import cn.baosong.form.Bilingual;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * The figure lists of reports show, and what its growth is counted from: settings {@code headline}, {@code headlineBase}
 * and {@code headlineTitle} of the scheme.
 *
 * @param of path of the figure, null where the scheme names none
 * @param base path of what it is compared with, null for none
 * @param title what lists call it, with its unit
 */
public record Headline(String of, String base, Bilingual title) {

    private static final int DECIMALS = 2;

    /** @param values of a report, by form and path. @return null where the report does not say */
    BigDecimal figure(Map<String, Map<String, Object>> values) {
        return number(values, of);
    }

    /** @return (figure / base − 1) × 100, %, two places; null where a value is missing or the base is not above zero */
    BigDecimal growth(Map<String, Map<String, Object>> values) {
        var figure = figure(values);
        var compared = number(values, base);
        return figure == null || compared == null || compared.signum() <= 0
                ? null
                : figure.subtract(compared)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(compared, DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal number(Map<String, Map<String, Object>> values, String path) {
        return path == null
                ? null
                : values.values().stream()
                        .map(form -> form.get(path))
                        .filter(Number.class::isInstance)
                        .map(value -> new BigDecimal(value.toString()))
                        .findFirst()
                        .orElse(null);
    }
}
