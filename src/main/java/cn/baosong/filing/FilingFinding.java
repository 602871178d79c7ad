package cn.baosong.filing;

import cn.baosong.check.Finding;
import cn.baosong.check.Severity;
import java.util.List;

/**
 * What a rule found, and what the enterprise says to it.
 *
 * @param rule id of the rule in the check table
 * @param form id of the form that holds the first field; null where it is about the whole
 * @param fields dotted paths; the first is where it is shown
 * @param message Chinese, {@code messageEn} English or null
 * @param explanation 情况说明; null where none was given
 * @param verdict what a reviewer thinks of the explanation, null while nobody has judged it
 */
public record FilingFinding(
        String rule,
        Severity severity,
        String form,
        List<String> fields,
        String message,
        String messageEn,
        String explanation,
        ExplanationVerdict verdict) {

    static FilingFinding of(Finding finding, String form, Explanation explanation) {
        return new FilingFinding(
                finding.rule(),
                finding.severity(),
                form,
                finding.fields(),
                finding.message(),
                finding.messageEn(),
                explanation == null ? null : explanation.text(),
                explanation == null ? null : explanation.verdict());
    }

    /** @return the same, with what was judged of the explanation that was submitted, if that stands */
    FilingFinding marked(Explanation standing) {
        var judged = standing != null && standing.text().equals(explanation) ? standing.verdict() : null;
        return new FilingFinding(rule, severity, form, fields, message, messageEn, explanation, judged);
    }

    /** @return whether a reviewer took the explanation as good */
    public boolean accepted() {
        return verdict != null && verdict.good();
    }

    /** @return whether a reviewer did not take the explanation as good */
    public boolean refused() {
        return verdict != null && !verdict.good();
    }

    /** @return whether it keeps the report from being submitted */
    public boolean blocks() {
        return switch (severity) {
            case MANDATORY -> true;
            case WARNING -> explanation == null;
            case HINT -> false;
        };
    }
}
