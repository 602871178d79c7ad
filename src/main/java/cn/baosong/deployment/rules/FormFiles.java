package cn.baosong.deployment.rules;

import cn.baosong.common.feel.Feel;
import cn.baosong.common.feel.FeelException;
import cn.baosong.engine.GuardFinding;
import cn.baosong.engine.ModelFile;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormException;
import cn.baosong.form.FormParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A form must be one the platform can show, and each of its expressions one that ends. */
final class FormFiles {

    private FormFiles() {}

    /** @param strict reads the expressions, within what is left for all files of the deployment */
    static List<GuardFinding> look(ModelFile file, Feel strict) {
        FormDefinition form;
        try {
            form = FormParser.parse(file.content());
        } catch (FormException unusable) {
            return List.of(new GuardFinding(file.name(), "", "", unusable.key(), Arrays.asList(unusable.arguments())));
        }
        var places = new FormPlaces(file);
        var findings = new ArrayList<GuardFinding>();
        form.expressions().stream().distinct().forEach(expression -> {
            try {
                strict.compile(expression);
            } catch (FeelException unusable) {
                findings.add(places.finding(
                        expression, "feel", FormPlaces.shortened(expression), FormPlaces.shortened(unusable.reason())));
            }
        });
        return findings;
    }
}
