package cn.baosong.deployment.rules;

import cn.baosong.check.DecisionTable;
import cn.baosong.check.TableException;
import cn.baosong.common.feel.Feel;
import cn.baosong.engine.GuardFinding;
import cn.baosong.engine.ModelFile;
import java.util.List;

/** Every decision of a file must be one the platform can evaluate, and each cell one that ends. */
final class TableFiles {

    private TableFiles() {}

    /** @param strict reads the cells, within what is left for all files of the deployment */
    static List<GuardFinding> look(ModelFile file, Feel strict) {
        return DecisionTable.problems(file.name(), file.content(), strict).stream()
                .map(problem -> finding(file, problem))
                .toList();
    }

    static GuardFinding finding(ModelFile file, TableException problem) {
        var decision = problem.decision() == null ? "" : problem.decision();
        var reason = FormPlaces.shortened(problem.reason());
        if (problem.row() == null) {
            return new GuardFinding(file.name(), decision, "", "table", List.of(reason));
        }
        var row = String.valueOf(problem.row());
        return problem.column() == null
                ? new GuardFinding(file.name(), decision, "", "table-row", List.of(row, reason))
                : new GuardFinding(file.name(), decision, "", "table-cell", List.of(row, problem.column(), reason));
    }
}
