package cn.baosong.filing;

import cn.baosong.check.NameScope;
import cn.baosong.check.SchemeContext;
import cn.baosong.form.FormDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What {@link FilingScene} puts around the values of a report, by name. */
@Component
class ReportVariables implements SchemeContext {

    @Override
    public Optional<NameScope> around(Map<String, String> settings, Map<String, FormDefinition> forms) {
        var ids = listed(settings.getOrDefault(FilingProcess.FORMS, ""));
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        var all = new ArrayList<FormDefinition>();
        ids.stream().map(forms::get).filter(form -> form != null).forEach(all::add);
        var values = NameScope.of(all);
        var enterprise = Optional.ofNullable(forms.get(ids.get(0)))
                .map(form -> NameScope.of(List.of(form)))
                .orElse(NameScope.of());
        return Optional.of(NameScope.of("period.year", "period.month")
                .with("enterprise", enterprise)
                .with("previous", values)
                .with("lastYear", values));
    }

    /** @return the parts of a setting that lists ids or paths */
    static List<String> listed(String setting) {
        return Stream.of(setting.split("[,\\s]+"))
                .filter(part -> !part.isBlank())
                .toList();
    }
}
