package cn.baosong.testing;

import cn.baosong.account.Account;
import cn.baosong.account.Accounts;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.Texts;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** People for tests: makes accounts, and lets somebody act so that every rule of the services holds. */
@Component
public class Actors {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Accounts accounts;

    Actors(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @return 11 digits of no network that no test has used */
    public static String freshPhone() {
        return "100%08d".formatted(NEXT.incrementAndGet());
    }

    /** @return a new account with these roles and a phone of its own */
    public Account account(Role... roles) {
        var number = NEXT.incrementAndGet();
        return accounts.create(
                "actor%06d".formatted(number),
                "Baosong#%06d".formatted(number),
                freshPhone(),
                null,
                Set.of(roles),
                Texts.CHINESE);
    }

    /** @return somebody who has an account and no enterprise yet */
    public Account applicant() {
        return account(Role.APPLICANT);
    }

    /** @return somebody who has proved a phone and has no account (CON-09) */
    public static SignedIn withoutAccount(String phone) {
        return new SignedIn(null, null, phone, Set.of(Role.APPLICANT));
    }

    /** Acts with the roles the account has now. */
    public <T> T as(Account account, Supplier<T> act) {
        var now = accounts.find(account.id()).orElseThrow();
        return as(new SignedIn(now.id(), now.loginName(), now.phone(), now.roles()), act);
    }

    public void as(Account account, Runnable act) {
        as(account, () -> {
            act.run();
            return null;
        });
    }

    public <T> T as(SignedIn person, Supplier<T> act) {
        var before = SecurityContextHolder.getContext();
        try {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    person,
                    null,
                    person.roles().stream()
                            .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                            .toList()));
            SecurityContextHolder.setContext(context);
            return act.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public void as(SignedIn person, Runnable act) {
        as(person, () -> {
            act.run();
            return null;
        });
    }
}
