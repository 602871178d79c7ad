package cn.baosong.deployment.rules;

import cn.baosong.common.feel.Feel;
import cn.baosong.engine.GuardFinding;
import cn.baosong.engine.ModelFile;
import cn.baosong.engine.ModelRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Forms and tables of one deployment. Reading all their expressions may take so long together, not each file by itself. */
@Component
class OfferedFiles implements ModelRules {

    private final Feel feel;

    OfferedFiles(Feel feel) {
        this.feel = feel;
    }

    @Override
    public List<GuardFinding> ofFiles(List<ModelFile> files, Duration longest) {
        var strict = feel.strict(longest);
        var findings = new ArrayList<GuardFinding>();
        for (var file : files) {
            if (file.name().endsWith(".form")) {
                findings.addAll(FormFiles.look(file, strict));
            } else if (file.name().endsWith(".dmn")) {
                findings.addAll(TableFiles.look(file, strict));
            }
        }
        return findings;
    }
}
