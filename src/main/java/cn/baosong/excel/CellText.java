package cn.baosong.excel;

import cn.baosong.common.Problem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;

/** What a person sees in a cell, as text: numbers with all their digits, dates as year-month-day. */
final class CellText {

    /** A spreadsheet keeps no more; what follows in a longer number is not what was typed. */
    private static final MathContext DIGITS_KEPT = new MathContext(15);

    private static final int WHOLE_DIGITS = 15;
    private static final int SMALLEST = 30;
    private static final Pattern CARRIAGE_RETURN = Pattern.compile("_x000[dD]_");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]+");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final StylesTable styles;
    private final boolean since1904;

    CellText(StylesTable styles, boolean since1904) {
        this.styles = styles;
        this.since1904 = since1904;
    }

    static String clean(String text) {
        return UNSEEN.matcher(CARRIAGE_RETURN.matcher(text).replaceAll(""))
                .replaceAll("")
                .replace('\u00A0', ' ')
                .strip();
    }

    /**
     * @param style index as in the file, null for none
     * @throws Problem {@code excel.error.long-number} where digits were lost before the file came here
     */
    String number(String raw, String style, String cell) {
        BigDecimal exact;
        try {
            exact = new BigDecimal(raw.strip());
        } catch (NumberFormatException noNumber) {
            throw new Problem("excel.error.damaged");
        }
        if (exact.signum() == 0) {
            return "0";
        }
        // Exponents first: a number written out may be longer than the memory.
        var magnitude = (long) exact.precision() - exact.scale();
        if (magnitude > WHOLE_DIGITS) {
            throw new Problem("excel.error.long-number", cell);
        }
        if (magnitude < -SMALLEST) {
            return "0";
        }
        return isDate(style) ? date(exact.doubleValue()) : plain(exact.round(DIGITS_KEPT));
    }

    private static String plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private String date(double days) {
        if (!DateUtil.isValidExcelDate(days)) {
            return plain(BigDecimal.valueOf(days));
        }
        var at = DateUtil.getLocalDateTime(days, since1904, true);
        return at.toLocalTime().toSecondOfDay() == 0 ? at.toLocalDate().toString() : MINUTE.format(at);
    }

    private boolean isDate(String style) {
        if (style == null || styles == null) {
            return false;
        }
        try {
            var index = Integer.parseInt(style);
            if (index < 0 || index >= styles.getNumCellStyles()) {
                return false;
            }
            var format = styles.getStyleAt(index);
            return DateUtil.isADateFormat(format.getDataFormat(), format.getDataFormatString());
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }
}
