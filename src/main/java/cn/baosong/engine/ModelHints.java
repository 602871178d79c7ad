package cn.baosong.engine;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What could be better about files that are in force, and stops no deployment. */
@Component
public class ModelHints {

    private final ObjectProvider<ModelRules> rules;

    ModelHints(ObjectProvider<ModelRules> rules) {
        this.rules = rules;
    }

    /**
     * @param files the guard has accepted
     * @return in the order of the files; empty where there is nothing to improve
     */
    public List<GuardFinding> of(List<ModelFile> files) {
        List<GuardFinding> hints = new ArrayList<>();
        for (ModelFile file : files) {
            if (file.name().endsWith(".bpmn")) {
                hints.addAll(new TidyRules(file.name()).read(file.content()));
            } else if (file.name().endsWith(".dmn")) {
                hints.addAll(TidyTables.read(file.name(), file.content()));
            }
            rules.orderedStream().forEach(rule -> hints.addAll(rule.hintsOf(file)));
        }
        return List.copyOf(hints);
    }
}
