package cn.baosong.form.ui;

import cn.baosong.form.Bilingual;
import java.util.Objects;

/**
 * What a check found, as a form shows it (MON-13, MON-15).
 *
 * @param rule that found it, the same at every run; explanations come back under this name
 * @param path of the field, of a cell ({@code revenue.cumulative}) or of an indicator ({@code revenue}), of a field in a
 *     row ({@code members[0].name}); null if it concerns no single one
 * @param explanation given so far, null for none; shown for a warning only
 * @param explanationAccepted whether nothing more is needed for this warning
 * @param suggestion the explanation given last time, offered by one click; null for none
 */
public record FindingLine(
        String rule,
        String path,
        Severity severity,
        Bilingual message,
        String explanation,
        boolean explanationAccepted,
        String suggestion) {

    /** How a finding is meant: 强制, 需说明, 提示. */
    public enum Severity {
        MANDATORY,
        WARNING,
        HINT
    }

    public FindingLine {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(message);
    }

    /** Whether the person still has to do something about it. */
    boolean open() {
        return severity == Severity.MANDATORY || severity == Severity.WARNING && !explanationAccepted;
    }
}
