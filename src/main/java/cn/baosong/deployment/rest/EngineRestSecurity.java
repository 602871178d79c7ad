package cn.baosong.deployment.rest;

import cn.baosong.common.Problem;
import cn.baosong.deployment.DeploymentSettings;
import cn.baosong.deployment.TokenDoor;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * The chain of {@code /engine-rest}: each request brings its access token, and no session, cookie or CSRF token is made
 * or read. What is listed is open to process owners; everything else of the engine's interface is closed to everybody.
 */
@Configuration(proxyBeanMethods = false)
class EngineRestSecurity {

    static final String ROOT = "/engine-rest";
    private static final String CHALLENGE = "Basic realm=\"baosong\", charset=\"UTF-8\"";

    @Bean
    @Order(10)
    SecurityFilterChain engineRestChain(
            HttpSecurity http, TokenDoor door, RestAnswers answers, DeploymentSettings settings) throws Exception {
        http.securityMatcher(ROOT, ROOT + "/**");
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.csrf(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.requestCache(AbstractHttpConfigurer::disable);
        http.addFilterBefore(
                new TokenFilter(door, answers, settings.maxRequestSize()), AnonymousAuthenticationFilter.class);
        http.authorizeHttpRequests(
                requests -> requests.requestMatchers(HttpMethod.GET, ROOT + "/version", ROOT + "/deployment")
                        .hasRole("PROCESS_OWNER")
                        .requestMatchers(HttpMethod.POST, ROOT + "/deployment/create")
                        .hasRole("PROCESS_OWNER")
                        .anyRequest()
                        .denyAll());
        http.exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, refused) -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
                    answers.send(
                            request,
                            response,
                            HttpServletResponse.SC_UNAUTHORIZED,
                            "AuthenticationException",
                            new Problem("deployment.error.token"));
                })
                .accessDeniedHandler((request, response, refused) -> answers.send(
                        request,
                        response,
                        HttpServletResponse.SC_FORBIDDEN,
                        "AuthorizationException",
                        new Problem("deployment.error.closed"))));
        return http.build();
    }
}
