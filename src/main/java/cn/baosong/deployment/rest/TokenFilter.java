package cn.baosong.deployment.rest;

import cn.baosong.common.Problem;
import cn.baosong.deployment.TokenDoor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns the access token of a request into a process owner, for this request alone; refuses bodies that are too large. */
final class TokenFilter extends OncePerRequestFilter {

    private final TokenDoor door;
    private final RestAnswers answers;
    private final DataSize largest;

    TokenFilter(TokenDoor door, RestAnswers answers, DataSize largest) {
        this.door = door;
        this.answers = answers;
        this.largest = largest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            door.enter(request.getHeader(HttpHeaders.AUTHORIZATION), request.getRemoteAddr())
                    .ifPresent(owner -> {
                        var context = SecurityContextHolder.createEmptyContext();
                        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                                owner, null, AuthorityUtils.createAuthorityList("ROLE_PROCESS_OWNER")));
                        SecurityContextHolder.setContext(context);
                    });
        } catch (Problem tooOften) {
            answers.send(request, response, HttpStatus.TOO_MANY_REQUESTS.value(), "TooManyRequestsException", tooOften);
            return;
        }
        if (request.getContentLengthLong() > largest.toBytes()) {
            answers.send(
                    request,
                    response,
                    HttpStatus.PAYLOAD_TOO_LARGE.value(),
                    "InvalidRequestException",
                    new Problem("deployment.error.too-large", largest.toMegabytes()));
            return;
        }
        chain.doFilter(request, response);
    }
}
