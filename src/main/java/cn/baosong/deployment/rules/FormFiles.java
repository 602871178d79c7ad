package cn.baosong.deployment.rules;

import cn.baosong.common.feel.Feel;
import cn.baosong.common.feel.FeelException;
import cn.baosong.engine.GuardFinding;
import cn.baosong.engine.ModelFile;
import cn.baosong.engine.ModelRules;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormException;
import cn.baosong.form.FormParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** A form must be one the platform can show, and each of its expressions one that ends. */
@Component
class FormFiles implements ModelRules {

    private final Feel feel;

    FormFiles(Feel feel) {
        this.feel = feel;
    }

    @Override
    public List<GuardFinding> ofFile(ModelFile file) {
        if (!file.name().endsWith(".form")) {
            return List.of();
        }
        FormDefinition form;
        try {
            form = FormParser.parse(file.content());
        } catch (FormException unusable) {
            var arguments =
                    Arrays.stream(unusable.arguments()).map(String::valueOf).toList();
            return List.of(new GuardFinding(file.name(), "", "", unusable.key(), arguments));
        }
        var places = new FormPlaces(file);
        var strict = feel.strict();
        var findings = new ArrayList<GuardFinding>();
        form.expressions().stream().distinct().forEach(expression -> {
            try {
                strict.compile(expression);
            } catch (FeelException unusable) {
                findings.add(places.finding(
                        expression,
                        "feel",
                        FormPlaces.shortened(expression),
                        FormPlaces.shortened(String.valueOf(unusable.getMessage()))));
            }
        });
        return findings;
    }
}
