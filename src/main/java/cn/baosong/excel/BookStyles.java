package cn.baosong.excel;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** What the cells of a workbook to fill in look like: grey is the platform's, white is for people. */
final class BookStyles {

    final CellStyle heading;
    final CellStyle words;
    final CellStyle closed;
    final CellStyle text;
    final CellStyle number;

    BookStyles(Workbook workbook) {
        var font = workbook.createFont();
        font.setBold(true);
        heading = grey(workbook);
        heading.setFont(font);
        heading.setAlignment(HorizontalAlignment.CENTER);
        words = framed(workbook);
        closed = grey(workbook);
        text = framed(workbook);
        text.setLocked(false);
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        number = framed(workbook);
        number.setLocked(false);
        number.setAlignment(HorizontalAlignment.RIGHT);
    }

    private static CellStyle grey(Workbook workbook) {
        var style = framed(workbook);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private static CellStyle framed(Workbook workbook) {
        var style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        return style;
    }
}
