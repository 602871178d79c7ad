package cn.baosong.account;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may open which address. Views say it themselves, by {@code @RolesAllowed} and its like; what is no view is listed
 * here. Services say it by {@code @PreAuthorize}. Method security must not read the annotations of views as well: it would
 * put a proxy around each view, whose fields are empty.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    /** Flow's client starts from an inline script and evaluates what the server sends it; nothing comes from elsewhere. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            SecurityContextRepository contexts,
            MetricsAccess metrics,
            Sessions sessions,
            Clock clock)
            throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                        "/css/**", "/webjars/**", "/images/**", "/js/**", "/actuator/health/**", "/error")
                .permitAll()
                .requestMatchers("/actuator/prometheus")
                .access(metrics)
                .requestMatchers("/actuator/**")
                .denyAll());
        http.headers(headers -> headers.frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY)));
        http.addFilterAfter(new SessionWatch(sessions, clock), SecurityContextHolderFilter.class);
        http.securityContext(context -> context.securityContextRepository(contexts));
        http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView("/login", "/login"));
        return http.build();
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    /** A password alone opens nothing: the one way in is {@link LoginService}. */
    @Bean
    AuthenticationManager noLoginByPasswordAlone() {
        return authentication -> {
            throw new ProviderNotFoundException("log in on the login page");
        };
    }
}
