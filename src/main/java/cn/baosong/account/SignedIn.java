package cn.baosong.account;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who uses this session.
 *
 * @param accountId null for an applicant without an account, who has only proved a phone
 * @param loginName null for an applicant without an account
 * @param phone 11 digits, null where an account has none
 * @param roles empty while the password must be changed first
 */
public record SignedIn(UUID accountId, String loginName, String phone, Set<Role> roles)
        implements AuthenticatedPrincipal, Serializable {

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** @return the login name, or {@code applicant} */
    @Override
    public String getName() {
        return loginName == null ? "applicant" : loginName;
    }

    /** Leaves out what identifies a person. */
    @Override
    public String toString() {
        return "SignedIn[" + accountId + ", " + roles + "]";
    }
}
