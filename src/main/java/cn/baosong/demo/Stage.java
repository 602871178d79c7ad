package cn.baosong.demo;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.SignedIn;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Lets people of the demo world act: every rule of the services holds for them as for anybody. */
@Component
@Profile("demo")
class Stage {

    private final Accounts accounts;

    Stage(Accounts accounts) {
        this.accounts = accounts;
    }

    <T> T as(String loginName, Supplier<T> act) {
        var account = accounts.findByLoginName(loginName).orElseThrow();
        var before = SecurityContextHolder.getContext();
        try {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(authentication(account));
            SecurityContextHolder.setContext(context);
            return act.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    void as(String loginName, Runnable act) {
        as(loginName, () -> {
            act.run();
            return null;
        });
    }

    private static UsernamePasswordAuthenticationToken authentication(Account account) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(account.id(), account.loginName(), account.phone(), account.roles()),
                null,
                account.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList());
    }
}
