package cn.baosong.filing;

import cn.baosong.check.Severity;
import cn.baosong.form.FieldProblem;
import cn.baosong.review.Screening;
import java.util.List;
import java.util.Map;

/**
 * What the checks say about a report as it lies in its drafts.
 *
 * @param values by form, flat by path: what is left after the forms' rules, computed values included
 * @param problems by form: what the forms refuse
 * @param findings what the check table says
 * @param comparable whether last month's and last year's accepted reports were there to compare with
 */
public record FilingCheck(
        Map<String, Map<String, Object>> values,
        Map<String, List<FieldProblem>> problems,
        List<FilingFinding> findings,
        boolean comparable) {

    public boolean passed() {
        return problems.values().stream().allMatch(List::isEmpty)
                && findings.stream().noneMatch(FilingFinding::blocks);
    }

    public Screening screening() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.WARNING)
                ? Screening.NOT_PASSED
                : comparable ? Screening.PASSED : Screening.NOT_COMPARABLE;
    }

    /** @return problems of one form, none where it has none */
    public List<FieldProblem> problemsOf(String form) {
        return problems.getOrDefault(form, List.of());
    }

    /** @return findings whose first field stands in this form */
    public List<FilingFinding> findingsOf(String form) {
        return findings.stream().filter(finding -> form.equals(finding.form())).toList();
    }

    /** @return whether nothing of this form keeps the report from being submitted */
    public boolean passed(String form) {
        return problemsOf(form).isEmpty() && findingsOf(form).stream().noneMatch(FilingFinding::blocks);
    }
}
