package cn.baosong.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Who may read the metrics: an operator in the browser, or a collector that sends the token of setting
 * {@code baosong.metrics.token} as {@code Authorization: Bearer …}. Without that setting no token is right.
 */
@Component
class MetricsAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private final byte[] expected;

    MetricsAccess(@Value("${baosong.metrics.token:}") String token) {
        this.expected = token.isBlank() ? null : ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        return new AuthorizationDecision(isOperator(authentication.get()) || hasToken(context));
    }

    private static boolean isOperator(Authentication user) {
        return user != null
                && user.getAuthorities().stream()
                        .anyMatch(authority -> authority.getAuthority().equals("ROLE_" + Role.OPERATOR));
    }

    private boolean hasToken(RequestAuthorizationContext context) {
        var sent = context.getRequest().getHeader(HttpHeaders.AUTHORIZATION);
        return expected != null
                && sent != null
                && MessageDigest.isEqual(expected, sent.getBytes(StandardCharsets.UTF_8));
    }
}
