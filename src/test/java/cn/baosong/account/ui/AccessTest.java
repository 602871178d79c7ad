package cn.baosong.account.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.testing.Pages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.SpringProxy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Annotations on views are what keeps people out. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AccessTest {

    @Route(value = "test/enterprise-only", autoLayout = false, registerAtStartup = false)
    @RolesAllowed("ENTERPRISE")
    static class EnterpriseOnly extends Div implements HasDynamicTitle {

        // A method of its own: that is what method security looks for.
        @Override
        public String getPageTitle() {
            return "Enterprise only";
        }
    }

    @Route(value = "test/nobody", autoLayout = false, registerAtStartup = false)
    @DenyAll
    static class Nobody extends Div {}

    @Route(value = "test/forgotten", autoLayout = false, registerAtStartup = false)
    static class Forgotten extends Div {}

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void openBrowser() {
        Pages.open(context);
        for (var view : Arrays.asList(EnterpriseOnly.class, Nobody.class, Forgotten.class)) {
            RouteConfiguration.forSessionScope().setAnnotatedRoute(view);
        }
    }

    @AfterEach
    void closeBrowser() {
        Pages.close();
    }

    @Test
    void anEnterpriseOpensItsPages() {
        as(Role.ENTERPRISE);
        UI.getCurrent().navigate("test/enterprise-only");
        assertThat(_find(EnterpriseOnly.class)).hasSize(1);
        assertThat(UI.getCurrent().getInternals().getActiveRouterTargetsChain().get(0))
                .as("method security leaves views alone")
                .isNotInstanceOf(SpringProxy.class);
    }

    @Test
    void anApplicantAndAReviewerDoNot() {
        for (var role : new Role[] {Role.APPLICANT, Role.REVIEWER, Role.OPERATOR}) {
            as(role);
            assertRefused("test/enterprise-only", EnterpriseOnly.class);
        }
    }

    @Test
    void nobodyOpensWhatIsDeniedOrForgotten() {
        as(Role.values());
        assertRefused("test/nobody", Nobody.class);
        assertRefused("test/forgotten", Forgotten.class);
    }

    private static void assertRefused(String path, Class<? extends Div> view) {
        try {
            UI.getCurrent().navigate(path);
        } catch (RuntimeException refusal) {
            assertThat(refusal).hasMessageContaining("denied");
        }
        assertThat(_find(view)).isEmpty();
    }

    private static void as(Role... roles) {
        Pages.signIn(new SignedIn(UUID.randomUUID(), "somebody", null, Set.of(roles)));
    }
}
