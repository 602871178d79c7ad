package cn.baosong.deployment.rules;

import cn.baosong.check.DecisionTable;
import cn.baosong.check.TableException;
import cn.baosong.common.feel.Feel;
import cn.baosong.engine.GuardFinding;
import cn.baosong.engine.ModelFile;
import cn.baosong.engine.ModelRules;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every decision of a file must be one the platform can evaluate, and each cell one that ends. */
@Component
class TableFiles implements ModelRules {

    private final Feel feel;

    TableFiles(Feel feel) {
        this.feel = feel;
    }

    @Override
    public List<GuardFinding> ofFile(ModelFile file) {
        return file.name().endsWith(".dmn")
                ? DecisionTable.problems(file.name(), file.content(), feel.strict()).stream()
                        .map(problem -> finding(file, problem))
                        .toList()
                : List.of();
    }

    static GuardFinding finding(ModelFile file, TableException problem) {
        return new GuardFinding(
                file.name(),
                problem.decision() == null ? "" : problem.decision(),
                "",
                problem.row() == null ? "table" : "table-cell",
                problem.row() == null
                        ? List.of(FormPlaces.shortened(problem.reason()))
                        : List.of(
                                String.valueOf(problem.row()),
                                problem.column() == null ? "" : problem.column(),
                                FormPlaces.shortened(problem.reason())));
    }
}
