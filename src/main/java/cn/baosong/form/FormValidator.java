package cn.baosong.form;

import cn.baosong.common.CodeLists;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormComponent.Entry;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.Growth;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Checks on the server what a browser or a file sends for a form. Whatever it is given, it answers with values and
 * problems and never throws: keys the form lacks are refused, hidden fields are cleared, computed fields are worked out
 * anew; growth in a matrix is no value to keep and left out.
 */
@Component
public class FormValidator {

    /** What the person asked for. */
    public enum Mode {
        /** 暂存: what is filled in must be right; what is missing may come later. */
        SAVE,
        SUBMIT
    }

    private final FieldRules rules;

    public FormValidator(CodeLists codeLists, Clock clock) {
        this.rules = new FieldRules(codeLists, clock);
    }

    /** @param raw JSON-like, flat by path or nested */
    public FormResult validate(FormDefinition form, Map<String, Object> raw, FormContext context, Mode mode) {
        RawReader reader = new RawReader();
        Map<String, Object> typed = reader.read(form.byPath(), raw, "");
        FormEvaluation evaluation = FormEvaluation.of(form, typed, context);
        Run run = new Run(reader, evaluation, context, mode, new ArrayList<>());
        Map<String, Object> values = run.row(form.components(), evaluation.values(), "");
        reader.unknown().forEach(key -> run.problems.add(new FieldProblem(null, "form.error.unknown", List.of(key))));
        return new FormResult(values, List.copyOf(run.problems));
    }

    /** One validation on its way through the components. */
    private final class Run {
        private final RawReader reader;
        private final FormEvaluation evaluation;
        private final FormContext context;
        private final Mode mode;
        private final List<FieldProblem> problems;

        Run(RawReader reader, FormEvaluation evaluation, FormContext context, Mode mode, List<FieldProblem> problems) {
            this.reader = reader;
            this.evaluation = evaluation;
            this.context = context;
            this.mode = mode;
            this.problems = problems;
        }

        /** @return the values of this row that have no problem */
        Map<String, Object> row(List<FormComponent> components, Map<String, Object> values, String prefix) {
            Map<String, Object> good = new LinkedHashMap<>();
            FormDefinition.sameRow(components)
                    .filter(component -> component.holdsValue()
                            && !(component instanceof Growth)
                            && evaluation.shown(component, prefix))
                    .forEach(component -> {
                        String path = component.head().path();
                        Object value = values.get(path);
                        if (component instanceof DynamicList list) {
                            value = rows(list, value, prefix + path);
                        } else if (component instanceof Field field && !fits(field, value, prefix)) {
                            value = null;
                        }
                        if (value != null) {
                            good.put(path, value);
                        }
                    });
            return good;
        }

        private List<Map<String, Object>> rows(DynamicList list, Object value, String path) {
            FieldProblem unread = reader.problems().get(path);
            if (unread != null) {
                problems.add(unread);
                return null;
            }
            List<Map<String, Object>> good = new ArrayList<>();
            for (Map<String, Object> row : FormEvaluation.rows(value)) {
                good.add(row(list.children(), row, path + "[" + good.size() + "]."));
            }
            return good.isEmpty() ? null : good;
        }

        private boolean fits(Field field, Object value, String prefix) {
            String path = prefix + field.head().path();
            FieldProblem problem = reader.problems().get(path);
            if (problem == null) {
                problem = value == null
                        ? missing(field, path, prefix)
                        : rules.check(field, value, path, context, evaluation.names(prefix))
                                .orElse(null);
            }
            if (problem != null) {
                problems.add(problem);
            }
            return problem == null;
        }

        private FieldProblem missing(Field field, String path, String prefix) {
            Entry entry = field.entry();
            boolean fixed =
                    entry.readOnly() || context.expressions().holds(entry.readOnlyWhen(), evaluation.names(prefix));
            // Nobody can fill in a field that may not be changed.
            return mode == Mode.SUBMIT && entry.required() && !fixed
                    ? FieldProblem.of(path, "form.error.required", field.name())
                    : null;
        }
    }
}
