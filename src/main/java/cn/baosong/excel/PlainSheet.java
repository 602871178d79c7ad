package cn.baosong.excel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sheet to be read, line by line.
 *
 * @param name what a workbook does not take in a name is replaced
 */
public record PlainSheet(String name, List<Line> lines) {

    /** @param cells a {@link java.math.BigDecimal} becomes a number, anything else its text; null an empty cell */
    public record Line(boolean heading, List<Object> cells) {

        public static Line of(Object... cells) {
            return new Line(false, new ArrayList<>(Arrays.asList(cells)));
        }

        public static Line heading(Object... cells) {
            return new Line(true, new ArrayList<>(Arrays.asList(cells)));
        }
    }
}
