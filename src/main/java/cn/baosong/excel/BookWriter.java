package cn.baosong.excel;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.NumberEntry;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormEvaluation;
import cn.baosong.form.NumberText;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;

/**
 * Writes a workbook to fill in, with what is known in its cells. Headings, words and closed cells are locked; keys stand
 * in the hidden first row and column. The lock has no password: it keeps from mistakes, not from people.
 */
@Component
public class BookWriter {

    private static final int LONGEST_NAME = 31;
    private static final int DIGITS_KEPT = 15;

    private final CodeLists codes;
    private final Texts texts;

    BookWriter(CodeLists codes, Texts texts) {
        this.codes = codes;
        this.texts = texts;
    }

    /**
     * What fills the sheets of one form.
     *
     * @param values flat by path
     */
    public record Filled(List<SheetPlan> sheets, FormContext context, Map<String, Object> values) {}

    /** @param stamp says which workbook this is; comes back when it is read */
    public void write(String stamp, List<Filled> forms, Locale locale, OutputStream out) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var styles = new BookStyles(workbook);
            for (var form : forms) {
                var words = new CellWords(form.context(), codes, locale);
                for (var plan : form.sheets()) {
                    var sheet = workbook.createSheet(free(workbook, plan.name()));
                    var page = new BookPage(sheet, plan, styles, words, texts, locale);
                    page.head(stamp);
                    if (plan.open()) {
                        page.rows(FormEvaluation.rows(
                                form.values().get(plan.list().head().path())));
                    } else {
                        page.lines(form.values());
                    }
                    page.protect();
                }
            }
            workbook.write(out);
        }
    }

    private static String free(XSSFWorkbook workbook, String wanted) {
        var name = WorkbookUtil.createSafeSheetName(wanted.isBlank() ? "-" : wanted);
        for (var number = 2; workbook.getSheet(name) != null; number++) {
            var ending = " " + number;
            var start = WorkbookUtil.createSafeSheetName(wanted);
            name = start.substring(0, Math.min(start.length(), LONGEST_NAME - ending.length())) + ending;
        }
        return name;
    }

    /** @return the number a cell can keep exactly, null for any other value */
    static BigDecimal exact(Field field, Object value) {
        if (!(field instanceof NumberEntry) || !(value instanceof Number given)) {
            return null;
        }
        try {
            var number = NumberText.parse(given);
            return number.precision() <= DIGITS_KEPT ? number : null;
        } catch (NumberText.Unreadable noNumber) {
            return null;
        }
    }
}
