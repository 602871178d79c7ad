package cn.baosong.excel;

import cn.baosong.common.CodeLists;
import cn.baosong.form.FieldProblem;
import cn.baosong.form.FormContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What was filled into one sheet.
 *
 * @param name of the sheet in the file
 * @param cells texts by path; of a list, none
 * @param rows of a list: texts by path inside the row
 * @param places where every value stands or would stand, by path in the form
 */
public record FilledSheet(
        SheetPlan plan,
        String name,
        Map<String, String> cells,
        List<Map<String, String>> rows,
        Map<String, Place> places) {

    /** @param row as a person sees it, @param letter of the column */
    public record Place(int row, String letter) {}

    /**
     * @param problems gets what names nothing in a code list
     * @return raw values by path, for the form's own rules; null for a cell left empty, and for a list without rows
     */
    public Map<String, Object> values(FormContext context, CodeLists codes, Consumer<FieldProblem> problems) {
        var reader = new FormCells(plan.fields(), context, codes);
        var values = new LinkedHashMap<String, Object>();
        if (plan.open()) {
            var list = new ArrayList<Map<String, Object>>();
            var path = plan.list().head().path();
            for (var row : rows) {
                var prefix = path + "[" + list.size() + "].";
                list.add(reader.values(
                        row,
                        problem -> problems.accept(
                                new FieldProblem(prefix + problem.path(), problem.key(), problem.args()))));
            }
            values.put(path, list.isEmpty() ? null : list);
        } else {
            places.keySet().forEach(path -> values.put(path, null));
            values.putAll(reader.values(cells, problems));
        }
        return values;
    }
}
