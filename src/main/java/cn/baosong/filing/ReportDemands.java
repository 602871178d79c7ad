package cn.baosong.filing;

import cn.baosong.check.NameScope;
import cn.baosong.engine.GuardFinding;
import cn.baosong.engine.ModelRules;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormException;
import cn.baosong.form.FormParser;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a scheme of reports must have so that one can be opened, filled in and listed. */
@Component
class ReportDemands implements ModelRules {

    private static final int LATEST_DAY = 31;
    private static final int MOST_MONTHS = 120;

    @Override
    public List<GuardFinding> ofScheme(OfferedScheme scheme) {
        var settings = scheme.settings();
        var ids = ReportVariables.listed(settings.getOrDefault(FilingProcess.FORMS, ""));
        if (ids.isEmpty()) {
            return List.of();
        }
        var findings = new ArrayList<GuardFinding>();
        if (settings.getOrDefault(FilingProcess.CHECK_TABLE, "").isBlank()) {
            findings.add(scheme.finding("setting-missing", FilingProcess.CHECK_TABLE));
        }
        var forms = ids.stream()
                .map(id -> form(scheme, id))
                .flatMap(Optional::stream)
                .toList();
        if (forms.size() == ids.size()) {
            var first = NameScope.of(forms.subList(0, 1));
            ReportVariables.listed(settings.getOrDefault(FilingProcess.KEY_FIELDS, "")).stream()
                    .filter(field -> !first.knows(field))
                    .forEach(field ->
                            findings.add(scheme.finding("setting-field", FilingProcess.KEY_FIELDS, field, ids.get(0))));
            var all = NameScope.of(forms);
            for (var setting : List.of(FilingProcess.HEADLINE, FilingProcess.HEADLINE_BASE)) {
                var path = settings.getOrDefault(setting, "").strip();
                if (!path.isEmpty() && !all.knows(path)) {
                    findings.add(scheme.finding("setting-field", setting, path, String.join(", ", ids)));
                }
            }
        }
        numbers(scheme, settings, findings);
        return findings;
    }

    private static void numbers(OfferedScheme scheme, Map<String, String> settings, List<GuardFinding> findings) {
        var due = settings.get(FilingProcess.DUE_DAY);
        if (due != null && !within(due, LATEST_DAY)) {
            findings.add(scheme.finding("setting-number", FilingProcess.DUE_DAY, due, String.valueOf(LATEST_DAY)));
        }
        var closes = settings.get(FilingProcess.CLOSES_AFTER_MONTHS);
        if (closes != null && !within(closes, MOST_MONTHS)) {
            findings.add(scheme.finding(
                    "setting-number", FilingProcess.CLOSES_AFTER_MONTHS, closes, String.valueOf(MOST_MONTHS)));
        }
        var first = settings.get(FilingProcess.FIRST_PERIOD);
        try {
            if (first != null) {
                YearMonth.parse(first);
            }
        } catch (DateTimeException noMonth) {
            findings.add(scheme.finding("setting-month", FilingProcess.FIRST_PERIOD, first));
        }
    }

    private static boolean within(String number, int most) {
        return number.matches("[0-9]{1,4}") && Integer.parseInt(number) >= 1 && Integer.parseInt(number) <= most;
    }

    private static Optional<FormDefinition> form(OfferedScheme scheme, String id) {
        try {
            return Optional.ofNullable(scheme.forms().get(id)).map(file -> FormParser.parse(file.content()));
        } catch (FormException unusable) {
            return Optional.empty();
        }
    }
}
