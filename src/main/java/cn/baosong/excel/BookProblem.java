package cn.baosong.excel;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.form.Bilingual;
import cn.baosong.form.FieldProblem;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong at one place of a workbook, and what to do.
 *
 * @param sheet as it is called in the file, or in the template where the file lacks it; empty for the whole file
 * @param row as a person sees it; 0 for no single row
 * @param letter of the column; empty for none
 * @param label what is filled in there, null for nothing in particular
 * @param problem said in the reader's language; its path is of no meaning here
 */
public record BookProblem(String sheet, int row, String letter, Bilingual label, FieldProblem problem) {

    static BookProblem of(String sheet, int row, String letter, String key, Object... arguments) {
        return new BookProblem(sheet, row, letter, null, new FieldProblem(null, key, List.of(arguments)));
    }

    static BookProblem of(String sheet, int row, String letter, Problem problem) {
        return of(sheet, row, letter, problem.key(), problem.arguments());
    }

    /** @return what is wrong and what to do, without the place */
    public String message(Texts texts, Locale locale) {
        return problem.message(texts, locale);
    }

    /** @return what is filled in there, empty where that is said by the place */
    public String label(Locale locale) {
        return label == null ? "" : label.in(locale);
    }
}
