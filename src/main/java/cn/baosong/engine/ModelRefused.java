package cn.baosong.engine;

import cn.baosong.common.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A deployment the guard turned away, with everything it found. Nothing of the deployment was stored. */
public class ModelRefused extends Problem {

    private final transient List<GuardFinding> findings;

    ModelRefused(List<GuardFinding> findings) {
        super("engine.error.model-refused", findings.size());
        this.findings = List.copyOf(findings);
    }

    /** @return at least one finding, in the order of the files */
    public List<GuardFinding> findings() {
        return findings;
    }

    /** For logs; people read the texts of the findings in their language. */
    @Override
    public String getMessage() {
        return findings.stream()
                .map(finding ->
                        finding.file() + "#" + finding.elementId() + " " + finding.rule() + " " + finding.arguments())
                .collect(Collectors.joining("; ", "refused: ", ""));
    }
}
