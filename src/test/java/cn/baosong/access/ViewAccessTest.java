package cn.baosong.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Role;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.security.Principal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Every page and every role: who may open it is what the page itself says, and what Vaadin makes of that. */
class ViewAccessTest {

    private static final List<Class<? extends Annotation>> SAYINGS =
            List.of(AnonymousAllowed.class, PermitAll.class, RolesAllowed.class, DenyAll.class);

    /** Pages for everybody, and why nobody need have logged in. */
    private static final Map<String, String> OPEN = Map.ofEntries(
            Map.entry("account.ui.AgreementView", "is read before registering"),
            Map.entry("account.ui.BindPhoneView", "comes between the password and being logged in"),
            Map.entry("account.ui.ChangePhoneView", "who has lost the phone cannot log in by it"),
            Map.entry("account.ui.ForgotPasswordView", "who has forgotten the password cannot log in"),
            Map.entry("account.ui.LoginView", "is where one logs in"),
            Map.entry("account.ui.PrivacyView", "is read before registering"),
            Map.entry("account.ui.RegisterView", "is where an account is made"),
            Map.entry("account.ui.SetupView", "makes the first accounts, for whoever holds the one-time token"),
            Map.entry("enterprise.ui.FindAccountView", "who has forgotten the login name cannot log in"),
            Map.entry("filing.indicators.ui.IndicatorsView", "says what the indicators mean, which is public"),
            Map.entry("filing.seal.ui.VerifyView", "whoever is shown a receipt may check it"),
            Map.entry("help.ui.HelpView", "helps those too who cannot log in"),
            Map.entry("messaging.ui.DemoInboxView", "the codes one logs in with in the demo; is in no other profile"),
            Map.entry("registration.ui.PhoneView", "a phone is proved before there is an account"));

    private final AccessAnnotationChecker checker = new AccessAnnotationChecker();

    @TestFactory
    Stream<DynamicTest> everyPageOpensToThoseItNames() {
        return views().map(view -> DynamicTest.dynamicTest(Product.name(view), () -> {
            assertThat(saidBy(view)).as("one annotation that says who").hasSize(1);
            assertThat(opensTo(view, null))
                    .as("somebody who has not logged in")
                    .isEqualTo(view.isAnnotationPresent(AnonymousAllowed.class));
            for (var role : Role.values()) {
                assertThat(opensTo(view, role))
                        .as(role.name())
                        .isEqualTo(named(view).contains(role));
            }
        }));
    }

    @Test
    void thePagesForEverybodyAreThoseBeforeLogin() {
        assertThat(views().filter(view -> opensTo(view, null)).map(Product::name))
                .containsExactlyInAnyOrderElementsOf(OPEN.keySet());
    }

    /** A page inside a frame that is closed to its readers could not be opened. */
    @Test
    void framesSayWhoToo() {
        assertThat(Product.classes(new AnnotationTypeFilter(Layout.class)))
                .isNotEmpty()
                .allSatisfy(frame -> assertThat(saidBy(frame)).hasSize(1));
    }

    private static Stream<Class<?>> views() {
        return Product.classes(new AnnotationTypeFilter(Route.class)).sorted(Comparator.comparing(Class::getName));
    }

    private static List<Class<? extends Annotation>> saidBy(Class<?> view) {
        return SAYINGS.stream().filter(view::isAnnotationPresent).toList();
    }

    /** Read from the annotation alone. A name that is no role fails. */
    private static Set<Role> named(Class<?> view) {
        var roles = view.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            return Arrays.stream(roles.value()).map(Role::valueOf).collect(Collectors.toSet());
        }
        return view.isAnnotationPresent(DenyAll.class) ? Set.of() : EnumSet.allOf(Role.class);
    }

    /** @param role null for somebody who has not logged in */
    private boolean opensTo(Class<?> view, Role role) {
        Principal person = role == null ? null : role::name;
        return checker.hasAccess(
                view, person, asked -> role != null && role.name().equals(asked));
    }
}
