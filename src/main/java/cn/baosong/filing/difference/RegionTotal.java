package cn.baosong.filing.difference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What the accepted reports of one region and one month add up to.
 *
 * @param figures the columns of each indicator, in the order of its matrix; null for a column nobody filled in
 */
public record RegionTotal(Map<Key, List<BigDecimal>> figures) {

    /** Nobody's report was accepted. */
    public static final RegionTotal NONE = new RegionTotal(Map.of());

    /** Where a figure stands: the id of its form, and the path of its indicator. */
    public record Key(String form, String field) {}

    /** @return null where nobody reported the figure */
    BigDecimal of(String form, String field, int column) {
        var columns = figures.get(new Key(form, field));
        return columns == null ? null : columns.get(column);
    }
}
