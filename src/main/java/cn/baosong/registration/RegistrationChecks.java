package cn.baosong.registration;

import cn.baosong.check.Finding;
import cn.baosong.check.RememberedDecision;
import cn.baosong.check.Severity;
import cn.baosong.common.code.UnifiedSocialCreditCode;
import cn.baosong.enterprise.EnterpriseName;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.form.Expressions;
import cn.baosong.form.FieldProblem;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormResult;
import cn.baosong.form.FormValidator;
import cn.baosong.form.FormValidator.Mode;
import cn.baosong.form.FormValues;
import cn.baosong.registration.repository.RegistrationRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The rules of the form, of the check table, and of uniqueness (REG-29 to 31), one after the other. */
@Component
public class RegistrationChecks {

    /** No registration has it: nobody is left aside when asking what is taken. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final RegistrationModels models;
    private final FormValidator validator;
    private final Expressions expressions;
    private final Enterprises enterprises;
    private final RegistrationRepository repository;
    private final Clock clock;

    RegistrationChecks(
            RegistrationModels models,
            FormValidator validator,
            Expressions expressions,
            Enterprises enterprises,
            RegistrationRepository repository,
            Clock clock) {
        this.models = models;
        this.validator = validator;
        this.expressions = expressions;
        this.enterprises = enterprises;
        this.repository = repository;
        this.clock = clock;
    }

    /** @return what expressions of the form see beside its values */
    public FormContext context(UUID revision) {
        var decisions = new HashMap<String, Function<Map<String, Object>, Object>>();
        models.of(revision).decisions().forEach((name, table) -> {
            var decision = new RememberedDecision(table);
            decisions.put(name, values -> decision.evaluate(values).values().stream()
                    .findFirst()
                    .orElse(null));
        });
        return new FormContext(expressions, Map.of("today", LocalDate.now(clock)), decisions);
    }

    RegistrationCheck check(Registration registration, Map<String, Object> raw, Mode mode) {
        var model = models.of(registration.revision());
        var result = validator.validate(model.form(), raw, context(registration.revision()), mode);
        var problems = new ArrayList<>(result.problems());
        var remarks = new ArrayList<FieldProblem>();
        for (var finding : findings(model, result)) {
            (finding.severity() == Severity.MANDATORY ? problems : remarks).add(said(finding));
        }
        if (mode == Mode.SUBMIT) {
            hold(result.values());
        }
        addTaken(registration.id(), result.values(), problems);
        if (mode == Mode.SUBMIT && registration.account() == null && registration.loginName() == null) {
            problems.add(new FieldProblem(null, "registration.error.login-name-missing", List.of()));
        }
        return new RegistrationCheck(result.values(), List.copyOf(problems), List.copyOf(remarks));
    }

    /**
     * Checks what is known of an enterprise that has not filled in the form itself: what is there must be right, what is
     * missing may come later. So a finding about nothing but missing values does not count.
     */
    public RegistrationCheck checkKnown(UUID revision, Map<String, Object> raw) {
        var model = models.of(revision);
        var result = validator.validate(model.form(), raw, context(revision), Mode.SAVE);
        var problems = new ArrayList<>(result.problems());
        findings(model, result).stream()
                .filter(finding -> finding.severity() == Severity.MANDATORY)
                .filter(finding ->
                        finding.fields().isEmpty() || finding.fields().stream().anyMatch(result.values()::containsKey))
                .map(RegistrationChecks::said)
                .forEach(problems::add);
        addTaken(NOBODY, result.values(), problems);
        return new RegistrationCheck(result.values(), List.copyOf(problems), List.of());
    }

    private List<Finding> findings(RegistrationModel model, FormResult result) {
        var seen = new HashMap<>(FormValues.compared(model.form(), result.values()));
        seen.put("today", LocalDate.now(clock));
        return model.checks().evaluate(seen);
    }

    private static FieldProblem said(Finding finding) {
        var field = finding.fields().isEmpty() ? null : finding.fields().get(0);
        return FieldProblem.said(field, finding.message(), finding.messageEn());
    }

    /** Who submits the same name or code at this moment waits here, and then sees that it is taken. */
    private void hold(Map<String, Object> values) {
        repository.hold(nameKey(values), code(values));
    }

    private static String nameKey(Map<String, Object> values) {
        return values.get("name") instanceof String name ? EnterpriseName.key(name) : null;
    }

    private static String code(Map<String, Object> values) {
        return values.get("code") instanceof String code ? UnifiedSocialCreditCode.normalize(code) : null;
    }

    /** 企业名称已存在, 组织机构代码已存在 (REG-36). */
    private void addTaken(UUID registration, Map<String, Object> values, List<FieldProblem> problems) {
        var name = nameKey(values);
        var code = code(values);
        if (name == null && code == null) {
            return;
        }
        var taken = enterprises.taken(name, code).or(repository.taken(registration, name, code));
        if (taken.name()) {
            problems.add(new FieldProblem("name", "registration.error.name-taken", List.of()));
        }
        if (taken.code()) {
            problems.add(new FieldProblem("code", "registration.error.code-taken", List.of()));
        }
    }
}
