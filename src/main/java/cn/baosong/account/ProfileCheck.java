package cn.baosong.account;

import cn.baosong.common.Problem;
import cn.baosong.form.FieldProblem;
import java.util.List;
import java.util.Optional;

/**
 * What became of a change of the profile: stored if nothing is wrong, nothing of it otherwise.
 *
 * @param displayName what is wrong with the nickname
 * @param problems of the form
 */
public record ProfileCheck(Optional<Problem> displayName, List<FieldProblem> problems) {

    public boolean passed() {
        return displayName.isEmpty() && problems.isEmpty();
    }

    /** @return how many places must be changed */
    public int count() {
        return problems.size() + (displayName.isPresent() ? 1 : 0);
    }
}
