package cn.baosong.account;

import cn.baosong.common.Problem;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is asking, on the thread of a request. */
@Component
public class CurrentUser {

    /** Stands in for every role while a password must be changed first. */
    static final String PASSWORD_CHANGE = "PASSWORD_CHANGE";

    /** @throws Problem when nobody is signed in, or the password must be changed first */
    public SignedIn require() {
        if (mustChangePassword()) {
            throw new Problem("account.error.password.change-first");
        }
        return find().orElseThrow(() -> new Problem("account.error.sign-in-first"));
    }

    /**
     * @return id of the signed-in account
     * @throws Problem as {@link #require()}, and when who is signed in has no account yet
     */
    public UUID requireAccount() {
        return Optional.ofNullable(require().accountId()).orElseThrow(() -> new Problem("account.error.no-account"));
    }

    public Optional<SignedIn> find() {
        return authentication().map(Authentication::getPrincipal).map(SignedIn.class::cast);
    }

    /** @return whether the user may do nothing but change the password */
    public boolean mustChangePassword() {
        return authentication()
                .filter(authentication -> authentication.getAuthorities().stream()
                        .anyMatch(authority -> PASSWORD_CHANGE.equals(authority.getAuthority())))
                .isPresent();
    }

    private static Optional<Authentication> authentication() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(authentication ->
                        authentication.isAuthenticated() && authentication.getPrincipal() instanceof SignedIn);
    }
}
