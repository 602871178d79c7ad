package cn.baosong.registration;

import cn.baosong.check.NameScope;
import cn.baosong.engine.GuardFinding;
import cn.baosong.engine.ModelRules;
import cn.baosong.form.FormException;
import cn.baosong.form.FormParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the platform itself reads of a registration, so that an enterprise can come of it. */
@Component
class RegistrationDemands implements ModelRules {

    private static final Set<String> SCHEMES = Set.of(RegistrationProcess.KEY, TakeoverProcess.KEY);
    private static final List<String> SETTINGS =
            List.of(RegistrationProcess.FORM, RegistrationProcess.CHECK_TABLE, RegistrationProcess.SCALE_TABLE);

    /** Keys the platform reads, and {@code mobile}, into which it writes. */
    private static final List<String> FIELDS =
            List.of("name", "codeKind", "code", "region", "industry", "scale", "mobile");

    @Override
    public List<GuardFinding> ofScheme(OfferedScheme scheme) {
        if (!SCHEMES.contains(scheme.scheme())) {
            return List.of();
        }
        var findings = new ArrayList<GuardFinding>();
        SETTINGS.stream()
                .filter(setting -> scheme.settings().getOrDefault(setting, "").isBlank())
                .forEach(setting -> findings.add(scheme.finding("setting-missing", setting)));
        var form = scheme.settings().getOrDefault(RegistrationProcess.FORM, "");
        var file = scheme.forms().get(form);
        if (file != null) {
            try {
                var values = NameScope.of(List.of(FormParser.parse(file.content())));
                FIELDS.stream()
                        .filter(field -> !values.knows(field))
                        .forEach(field ->
                                findings.add(new GuardFinding(file.name(), "", "", "form-field", List.of(field))));
            } catch (FormException unusable) {
                // Said of the file itself.
                return findings;
            }
        }
        return findings;
    }
}
