package cn.baosong.excel;

import cn.baosong.form.Bilingual;
import cn.baosong.form.FieldProblem;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was filled into a workbook.
 *
 * @param stamps which workbooks the sheets were taken from; one, where nobody put sheets together
 * @param problems what could not be read, by place
 * @param more whether there were more problems than are listed
 */
public record FilledBook(Set<String> stamps, List<FilledSheet> sheets, List<BookProblem> problems, boolean more) {

    /** @return the problem at its place; empty where the workbook does not ask for that value */
    public Optional<BookProblem> place(FormDefinition form, FieldProblem problem) {
        var path = problem.path() == null ? "" : problem.path();
        for (var sheet : sheets) {
            if (!sheet.plan().form().equals(form.id())) {
                continue;
            }
            var place = sheet.places().containsKey(path) ? sheet.places().get(path) : firstCell(sheet, path + ".");
            if (place != null) {
                return Optional.of(
                        new BookProblem(sheet.name(), place.row(), place.letter(), label(form, path), problem));
            }
            if (sheet.plan().open() && sheet.plan().list().head().path().equals(path)) {
                return Optional.of(new BookProblem(sheet.name(), 0, "", label(form, path), problem));
            }
        }
        return Optional.empty();
    }

    /** A check may be about an indicator as a whole. */
    private static FilledSheet.Place firstCell(FilledSheet sheet, String stem) {
        return sheet.places().entrySet().stream()
                .filter(place -> place.getKey().startsWith(stem))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Bilingual label(FormDefinition form, String path) {
        return form.find(path).map(FormComponent::name).orElse(null);
    }
}
