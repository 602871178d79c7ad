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
 * @param accepted whether a reviewer took the explanation as good
 */
public record FilingFinding(
        String rule,
        Severity severity,
        String form,
        List<String> fields,
        String message,
        String messageEn,
        String explanation,
        boolean accepted) {

    static FilingFinding of(Finding finding, String form, Explanation explanation) {
        return new FilingFinding(
                finding.rule(),
                finding.severity(),
                form,
                finding.fields(),
                finding.message(),
                finding.messageEn(),
                explanation == null ? null : explanation.text(),
                explanation != null && explanation.accepted());
    }

    /** @return the same, accepted if the explanation that was submitted stands and a reviewer took it as good */
    FilingFinding marked(Explanation standing) {
        var good = standing != null && standing.accepted() && standing.text().equals(explanation);
        return new FilingFinding(rule, severity, form, fields, message, messageEn, explanation, good);
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
