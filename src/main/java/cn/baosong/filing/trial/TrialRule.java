package cn.baosong.filing.trial;

import cn.baosong.check.Finding;
import cn.baosong.check.Severity;
import java.util.List;

/**
 * What a trial run says of one rule.
 *
 * @param severity as the new table has it, as the old one where the rule is gone
 * @param before,now reports in which the rule found something, by the old and by the new table
 * @param appears reports in which it finds something only now
 * @param vanishes reports in which it finds nothing any more
 * @param appearing,vanishing a few of them
 */
public record TrialRule(
        String rule,
        Severity severity,
        int before,
        int now,
        int appears,
        int vanishes,
        List<Example> appearing,
        List<Example> vanishing) {

    /** A report as an example, and what the rule says of it. */
    public record Example(String enterprise, Finding finding) {}

    public TrialRule {
        appearing = List.copyOf(appearing);
        vanishing = List.copyOf(vanishing);
    }

    /** @return whether it finds the same in the same reports */
    public boolean same() {
        return appears == 0 && vanishes == 0;
    }
}
