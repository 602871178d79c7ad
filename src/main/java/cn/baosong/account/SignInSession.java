package cn.baosong.account;

import cn.baosong.account.LoginService.Entered;
import cn.baosong.account.repository.AccountTable;
import cn.baosong.account.repository.AccountTable.Stored;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/** Puts somebody into the web session, and keeps what the session knows of them true. */
@Component
class SignInSession {

    private final SecurityContextRepository contexts;
    private final AuthenticationEventPublisher events;
    private final AccountTable accounts;
    private final CurrentUser currentUser;
    private final Sessions sessions;
    private final HttpSessionRequestCache requests = new HttpSessionRequestCache();

    SignInSession(
            SecurityContextRepository contexts,
            AuthenticationEventPublisher events,
            AccountTable accounts,
            CurrentUser currentUser,
            Sessions sessions) {
        this.contexts = contexts;
        this.events = events;
        this.accounts = accounts;
        this.currentUser = currentUser;
        this.sessions = sessions;
    }

    Entered open(Account account, HttpServletRequest request, HttpServletResponse response) {
        var user = user(account);
        enter(user, account.mustChangePassword(), request, response);
        sessions.open(account.id(), request);
        return new Entered(
                user, account.mustChangePassword(), Optional.of(account.locale()), returnPath(request, response));
    }

    Entered open(SignedIn applicant, HttpServletRequest request, HttpServletResponse response) {
        enter(applicant, false, request, response);
        return new Entered(applicant, false, Optional.empty(), returnPath(request, response));
    }

    /** Looks the account up again; who has none any more, or a disabled one, is out. */
    void refresh(HttpServletRequest request, HttpServletResponse response) {
        var signedIn = currentUser.find().filter(user -> user.accountId() != null);
        if (signedIn.isEmpty()) {
            return;
        }
        var account =
                accounts.find(signedIn.get().accountId()).map(Stored::account).filter(Account::enabled);
        if (account.isEmpty()) {
            SecurityContextHolder.clearContext();
            contexts.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
        } else if (!user(account.get()).equals(signedIn.get())
                || account.get().mustChangePassword() != currentUser.mustChangePassword()) {
            store(authentication(user(account.get()), account.get().mustChangePassword()), request, response);
        }
    }

    private void enter(
            SignedIn user, boolean mustChangePassword, HttpServletRequest request, HttpServletResponse response) {
        // An id somebody planted before the login is worth nothing after it.
        if (request.getSession(false) != null) {
            sessions.leave(request.getSession(false));
            request.changeSessionId();
        }
        var authentication = authentication(user, mustChangePassword);
        store(authentication, request, response);
        events.publishAuthenticationSuccess(authentication);
    }

    private void store(
            UsernamePasswordAuthenticationToken authentication,
            HttpServletRequest request,
            HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static SignedIn user(Account account) {
        return new SignedIn(
                account.id(),
                account.loginName(),
                account.phone(),
                account.mustChangePassword() ? Set.of() : account.roles());
    }

    private static UsernamePasswordAuthenticationToken authentication(SignedIn user, boolean mustChangePassword) {
        List<GrantedAuthority> authorities = mustChangePassword
                ? List.of(new SimpleGrantedAuthority(CurrentUser.PASSWORD_CHANGE))
                : user.roles().stream()
                        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList();
        return UsernamePasswordAuthenticationToken.authenticated(user, null, authorities);
    }

    /** The page that was asked for before the login; of a saved address only path and query, so it stays here. */
    private String returnPath(HttpServletRequest request, HttpServletResponse response) {
        var saved = requests.getRequest(request, response);
        requests.removeRequest(request, response);
        var session = request.getSession(false);
        var navigated = session == null ? null : take(session, NavigationAccessControl.SESSION_STORED_REDIRECT);
        if (session != null) {
            session.removeAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT_ABSOLUTE);
        }
        var wanted = navigated != null ? "/" + navigated : saved == null ? "/" : pathOf(saved.getRedirectUrl());
        return local(wanted) && !wanted.startsWith("/login") ? wanted : "/";
    }

    private static String take(HttpSession session, String attribute) {
        var value = session.getAttribute(attribute);
        session.removeAttribute(attribute);
        return value instanceof String text ? text : null;
    }

    private static String pathOf(String address) {
        try {
            var uri = URI.create(address);
            var query = Optional.ofNullable(uri.getRawQuery())
                    .map(text -> text.replaceAll("(^|&)continue(=[^&]*)?(?=&|$)", ""))
                    .filter(text -> !text.isEmpty());
            return uri.getRawPath() + query.map(text -> "?" + text).orElse("");
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }

    private static boolean local(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(letter -> letter == '\\' || Character.isISOControl(letter));
    }
}
