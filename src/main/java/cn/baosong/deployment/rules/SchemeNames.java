package cn.baosong.deployment.rules;

import cn.baosong.check.CheckTable;
import cn.baosong.check.DecisionTable;
import cn.baosong.check.NameScope;
import cn.baosong.check.NameUse;
import cn.baosong.check.SchemeContext;
import cn.baosong.check.TableException;
import cn.baosong.common.Texts;
import cn.baosong.common.feel.Feel;
import cn.baosong.common.feel.FeelException;
import cn.baosong.engine.GuardFinding;
import cn.baosong.engine.ModelFile;
import cn.baosong.engine.ModelRules;
import cn.baosong.form.FormComponent.Computed;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormException;
import cn.baosong.form.FormParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Every name an expression of a scheme reads must be a value of its forms or stand around them: a misspelt one would be
 * null for ever, and its rule never hold. A check table shows its findings at fields that are there.
 */
@Component
class SchemeNames implements ModelRules {

    private static final String CHECK_TABLE = "checkTable";

    private final Feel feel;
    private final ObjectProvider<SchemeContext> contexts;
    private final ReadFiles read = new ReadFiles();

    SchemeNames(Feel feel, ObjectProvider<SchemeContext> contexts) {
        this.feel = feel;
        this.contexts = contexts;
    }

    @Override
    public List<GuardFinding> ofScheme(OfferedScheme scheme) {
        Map<String, FormDefinition> forms = new LinkedHashMap<>();
        scheme.forms().forEach((id, file) -> read(file).ifPresent(form -> forms.put(id, form)));
        var around = contexts.orderedStream()
                .flatMap(context -> context.around(scheme.settings(), forms).stream())
                .reduce(NameScope.ofDate("today"), NameScope::and);
        var values = NameScope.of(List.copyOf(forms.values()));
        var findings = new ArrayList<GuardFinding>();
        forms.forEach((id, form) -> ofForm(scheme, scheme.forms().get(id), form, around, findings));
        scheme.decisions().forEach((id, file) -> ofDecision(id, file, values.and(around), findings));
        Optional.ofNullable(scheme.settings().get(CHECK_TABLE))
                .map(table -> scheme.decisions().get(table.strip()))
                .ifPresent(file -> ofCheckTable(file, values, findings));
        return findings;
    }

    private static Optional<FormDefinition> read(ModelFile file) {
        try {
            return Optional.of(FormParser.parse(file.content()));
        } catch (FormException unusable) {
            // One deployed before there was a rule about it; a new one was refused by itself.
            return Optional.empty();
        }
    }

    private void ofForm(
            OfferedScheme scheme, ModelFile file, FormDefinition form, NameScope around, List<GuardFinding> findings) {
        var places = new FormPlaces(file);
        var scope = NameScope.of(List.of(form)).and(NameScope.ofRows(form)).and(around);
        read.of(file, "form", () -> names(form)).forEach((expression, names) -> names.stream()
                .filter(name -> !scope.knows(name))
                .forEach(name ->
                        findings.add(places.finding(expression, "form-name", name, FormPlaces.shortened(expression)))));
        form.all()
                .filter(Computed.class::isInstance)
                .map(Computed.class::cast)
                .filter(field -> field.decision() != null && !scheme.decisions().containsKey(field.decision()))
                .forEach(field -> findings.add(new GuardFinding(
                        file.name(),
                        field.head().id(),
                        field.name().in(Texts.CHINESE),
                        "form-decision",
                        List.of(field.decision()))));
    }

    private Map<String, Set<String>> names(FormDefinition form) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        form.expressions().forEach(expression -> names.computeIfAbsent(expression, this::names));
        return names;
    }

    private Set<String> names(String expression) {
        try {
            return feel.compile(expression).names();
        } catch (FeelException unusable) {
            return Set.of();
        }
    }

    private void ofDecision(String id, ModelFile file, NameScope scope, List<GuardFinding> findings) {
        try {
            read
                    .of(file, "decision " + id, () -> DecisionTable.parse(file.name(), file.content(), id, feel)
                            .uses())
                    .stream()
                    .filter(use -> !scope.knows(use.name()))
                    .forEach(use -> findings.add(finding(file, id, use)));
        } catch (TableException unusable) {
            findings.add(TableFiles.finding(file, unusable));
        }
    }

    private static GuardFinding finding(ModelFile file, String decision, NameUse use) {
        return use.row() == null
                ? new GuardFinding(file.name(), decision, "", "table-name", List.of(use.name()))
                : new GuardFinding(
                        file.name(),
                        decision,
                        "",
                        "table-cell-name",
                        List.of(String.valueOf(use.row()), use.column(), use.name()));
    }

    private void ofCheckTable(ModelFile file, NameScope values, List<GuardFinding> findings) {
        try {
            var rules = read.of(file, "rules", () -> CheckTable.parse(file.name(), file.content(), feel)
                    .rules());
            for (int i = 0; i < rules.size(); i++) {
                for (var field : rules.get(i).fields()) {
                    if (!values.knows(field)) {
                        findings.add(new GuardFinding(
                                file.name(),
                                rules.get(i).id(),
                                "",
                                "table-field",
                                List.of(String.valueOf(i + 1), field)));
                    }
                }
            }
        } catch (TableException unusable) {
            findings.add(TableFiles.finding(file, unusable));
        }
    }
}
