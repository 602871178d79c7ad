package cn.baosong.registration.takeover;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.form.FieldProblem;
import cn.baosong.upload.RowProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what is wrong with one row, one problem a cell, in the words of both languages. */
final class RowProblems {

    private final Texts texts;
    private final Map<String, String> letters;
    private final int row;
    private final List<RowProblem> found = new ArrayList<>();
    private final Set<String> named = new HashSet<>();

    RowProblems(Texts texts, Map<String, String> letters, int row) {
        this.texts = texts;
        this.letters = letters;
        this.row = row;
    }

    /** @param column key of the column; null where the row as a whole is meant */
    void add(String column, Problem problem) {
        add(column, texts.get(Texts.CHINESE, problem), texts.get(Texts.ENGLISH, problem));
    }

    void add(FieldProblem problem) {
        add(problem.path(), problem.message(texts, Texts.CHINESE), problem.message(texts, Texts.ENGLISH));
    }

    void addAll(List<RowProblem> earlier) {
        found.addAll(earlier);
        earlier.forEach(problem -> named.add(problem.place()));
    }

    private void add(String column, String chinese, String english) {
        var letter = column == null ? null : letters.get(column);
        var cell = letter == null ? "" : letter + row;
        if (column == null || named.add(cell.isEmpty() ? column : cell)) {
            found.add(new RowProblem(cell, chinese, english));
        }
    }

    boolean any() {
        return !found.isEmpty();
    }

    List<RowProblem> all() {
        return List.copyOf(found);
    }
}
