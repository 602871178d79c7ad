package cn.baosong.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who can log in. The password is not in here.
 *
 * @param loginName 6–16 letters, digits and @, unique whatever the case, never changed
 * @param phone 11 digits, unique; null where none is bound
 * @param email null where none is known
 * @param emailBound whether the owner proved to read it: only then it opens logins and takes codes
 * @param verification real-name verification (实名认证), for modules to ask for
 * @param creditCode unified social credit code of a verified legal person, a login name too; null for all others
 * @param locale language of pages and messages
 * @param mustChangePassword nothing but the password page is open until it is changed
 */
public record Account(
        UUID id,
        String loginName,
        String phone,
        String email,
        boolean emailBound,
        Verification verification,
        String creditCode,
        String displayName,
        Set<Role> roles,
        boolean mustChangePassword,
        Locale locale,
        boolean enabled,
        Instant createdAt) {

    public Account {
        roles = Set.copyOf(roles);
    }

    /** @return the e-mail if it is bound, null otherwise */
    public String boundEmail() {
        return emailBound ? email : null;
    }

    /** Leaves out what identifies a person. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
