package cn.baosong.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a browser in as somebody, with the very session and language a login ends with, and without the login page. */
@TestComponent
@Order(Ordered.HIGHEST_PRECEDENCE)
public class BackDoor extends OncePerRequestFilter {

    /** Followed by a login name. */
    public static final String PATH = "/test/enter/";

    private final ObjectProvider<Accounts> accounts;
    private final ObjectProvider<SignInSession> sessions;

    /** @param accounts,sessions when they are needed: the web server wants its filters before there is a database */
    BackDoor(ObjectProvider<Accounts> accounts, ObjectProvider<SignInSession> sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        var name = request.getRequestURI().substring(PATH.length());
        var account = accounts.getObject().findByLoginName(name).orElseThrow();
        try {
            sessions.getObject().open(account, request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
        var language = new Cookie("baosong-language", account.locale().toLanguageTag());
        language.setPath("/");
        response.addCookie(language);
    }
}
