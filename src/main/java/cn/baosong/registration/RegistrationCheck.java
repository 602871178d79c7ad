package cn.baosong.registration;

import cn.baosong.form.FieldProblem;
import java.util.List;
import java.util.Map;

/**
 * What the checks say about a registration.
 *
 * @param values what is left of the values after the form's rules
 * @param problems what must be corrected before it can be submitted
 * @param remarks findings that do not block: warnings and hints
 */
public record RegistrationCheck(Map<String, Object> values, List<FieldProblem> problems, List<FieldProblem> remarks) {

    public boolean passed() {
        return problems.isEmpty();
    }
}
