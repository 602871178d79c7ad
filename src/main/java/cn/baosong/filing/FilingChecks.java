package cn.baosong.filing;

import cn.baosong.check.Finding;
import cn.baosong.check.Severity;
import cn.baosong.common.code.UnifiedSocialCreditCode;
import cn.baosong.enterprise.EnterpriseName;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.filing.repository.ExplanationRepository;
import cn.baosong.form.FieldProblem;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormValidator;
import cn.baosong.form.FormValidator.Mode;
import cn.baosong.form.FormValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The rules of a report's forms, of its check table, and of uniqueness (MON-32, 44 to 46), one after the other; the same
 * while typing, at submission and for an import.
 */
@Component
class FilingChecks {

    private final FilingScenes scenes;
    private final FormValidator validator;
    private final Enterprises enterprises;
    private final ExplanationRepository explanations;

    FilingChecks(
            FilingScenes scenes, FormValidator validator, Enterprises enterprises, ExplanationRepository explanations) {
        this.scenes = scenes;
        this.validator = validator;
        this.enterprises = enterprises;
        this.explanations = explanations;
    }

    /**
     * What the rules alone say, before anybody else is asked.
     *
     * @param values,problems as {@link FilingCheck}
     */
    record Judgement(
            Map<String, Map<String, Object>> values,
            Map<String, List<FieldProblem>> problems,
            List<Finding> findings) {}

    /** @param raw by form, as typed; in mode SAVE a finding about nothing but missing values does not count (MON-30) */
    FilingCheck check(Filing filing, Map<String, Map<String, Object>> raw, Mode mode) {
        var scene = scenes.of(filing);
        var judged = judge(scene, raw, mode);
        var enterpriseForm = scene.model().enterpriseForm().id();
        addTaken(filing, judged.values().get(enterpriseForm), judged.problems().get(enterpriseForm));
        return new FilingCheck(
                judged.values(),
                judged.problems(),
                explained(filing, scene.model(), judged.findings()),
                scene.comparable());
    }

    /** The rules of the forms and of the check table over a scene that is set; asks the database nothing. */
    Judgement judge(FilingScene scene, Map<String, Map<String, Object>> raw, Mode mode) {
        var values = new LinkedHashMap<String, Map<String, Object>>();
        var problems = new LinkedHashMap<String, List<FieldProblem>>();
        var enterpriseForm = scene.model().enterpriseForm();
        for (var form : scene.model().forms()) {
            var context =
                    form == enterpriseForm ? scene.enterpriseContext() : scene.context(values.get(enterpriseForm.id()));
            var result = validator.validate(form, raw.getOrDefault(form.id(), Map.of()), context, mode);
            values.put(form.id(), result.values());
            problems.put(form.id(), new ArrayList<>(result.problems()));
        }
        var seen = new HashMap<>(scene.inputs(values.get(enterpriseForm.id())));
        scene.model().forms().forEach(form -> seen.putAll(FormValues.compared(form, values.get(form.id()))));
        var findings = scene.model().checks().evaluate(seen).stream()
                .filter(finding -> mode == Mode.SUBMIT || !aboutMissing(finding, values))
                .toList();
        return new Judgement(values, problems, findings);
    }

    private List<FilingFinding> explained(Filing filing, FilingModel model, List<Finding> findings) {
        if (findings.isEmpty()) {
            return List.of();
        }
        var given = explanations.of(filing.id());
        return findings.stream()
                .map(finding -> FilingFinding.of(finding, formOf(model, finding), given.get(finding.rule())))
                .toList();
    }

    private static String formOf(FilingModel model, Finding finding) {
        return finding.fields().isEmpty()
                ? null
                : model.formOf(finding.fields().get(0)).map(FormDefinition::id).orElse(null);
    }

    private static boolean aboutMissing(Finding finding, Map<String, Map<String, Object>> values) {
        return finding.severity() == Severity.MANDATORY
                && !finding.fields().isEmpty()
                && finding.fields().stream()
                        .noneMatch(field -> values.values().stream().anyMatch(form -> form.containsKey(field)));
    }

    /** 企业名称, 机构代码在库中唯一存在 (MON-32). */
    private void addTaken(Filing filing, Map<String, Object> values, List<FieldProblem> problems) {
        var taken = taken(filing, values);
        if (taken.name()) {
            problems.add(new FieldProblem("name", "filing.error.name-taken", List.of()));
        }
        if (taken.code()) {
            problems.add(new FieldProblem("code", "filing.error.code-taken", List.of()));
        }
    }

    /** @return which of name and code among these values another enterprise, or a registration under review, has */
    Enterprises.Taken taken(Filing filing, Map<String, Object> values) {
        return enterprises.takenByOther(filing.enterprise(), nameKey(values), code(values));
    }

    /** As {@link #taken}; what is free stays free until the transaction ends. */
    Enterprises.Taken takenForGood(Filing filing, Map<String, Object> values) {
        enterprises.hold(nameKey(values), code(values));
        return taken(filing, values);
    }

    private static String nameKey(Map<String, Object> values) {
        return values.get("name") instanceof String name ? EnterpriseName.key(name) : null;
    }

    private static String code(Map<String, Object> values) {
        return values.get("code") instanceof String code ? UnifiedSocialCreditCode.normalize(code) : null;
    }
}
