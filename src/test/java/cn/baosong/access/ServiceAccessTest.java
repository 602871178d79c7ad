package cn.baosong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.ArchitectureTest;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.engine.Step;
import cn.baosong.testing.Actors;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;

/** Every service and every role: whoever is not named is turned away before anything is done. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ServiceAccessTest {

    /** Services that read for others and ask for no role, and why. None of them writes. */
    private static final Map<String, String> READERS = Map.ofEntries(
            Map.entry("filing.Periods", "the calendar of months, the same for everybody"),
            Map.entry("filing.seal.DailyRoots", "published for everybody"),
            Map.entry("filing.seal.Seals", "read by features that know whose the report is"),
            Map.entry("filing.seal.Verifications", "whoever is shown a receipt may check it"),
            Map.entry("messaging.DemoInbox", "in the demo alone, for those who log in"),
            Map.entry("organization.Desks", "finds desks for features; what changes one asks"),
            Map.entry("review.ReturnRequests", "says to features whether there is a request; asking asks"),
            Map.entry("review.ReviewRecord", "read by features that know whose the subject is"));

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Actors actors;

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    @TestFactory
    Stream<DynamicTest> everybodyElseIsTurnedAway() {
        var services = GuardedMethod.all(context).stream()
                .collect(Collectors.groupingBy(
                        method -> Product.name(method.service()), TreeMap::new, Collectors.toList()));
        assertThat(services).as("the scan finds services").hasSizeGreaterThan(30);
        return services.entrySet().stream()
                .map(service -> DynamicTest.dynamicTest(
                        service.getKey(), () -> service.getValue().forEach(this::turnsAway)));
    }

    private void turnsAway(GuardedMethod guarded) {
        var arguments = Arrays.stream(guarded.method().getParameterTypes())
                .map(ServiceAccessTest::anything)
                .toArray();
        SecurityContextHolder.clearContext();
        assertThatThrownBy(() -> guarded.call(arguments))
                .as("%s by nobody", guarded.name())
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        SecurityContextHolder.getContext().setAuthentication(stranger());
        assertThatThrownBy(() -> guarded.call(arguments))
                .as("%s by somebody who has not logged in", guarded.name())
                .isInstanceOf(AccessDeniedException.class);
        for (var role : Role.values()) {
            var person = new SignedIn(UUID.randomUUID(), "somebody", null, Set.of(role));
            actors.as(person, () -> {
                assertThat(isLetThrough(guarded))
                        .as("%s for %s", guarded.name(), role)
                        .isEqualTo(guarded.roles().contains(role));
                if (!guarded.roles().contains(role)) {
                    assertThatThrownBy(() -> guarded.call(arguments))
                            .as("%s by %s", guarded.name(), role)
                            .isInstanceOf(AccessDeniedException.class);
                }
            });
        }
    }

    /** Asks the expression without calling the method: those who may would change something. */
    private static boolean isLetThrough(GuardedMethod guarded) {
        var invocation = new SimpleMethodInvocation(guarded.bean(), guarded.method());
        return new PreAuthorizeAuthorizationManager()
                .authorize(() -> SecurityContextHolder.getContext().getAuthentication(), invocation)
                .isGranted();
    }

    private static Authentication stranger() {
        return new AnonymousAuthenticationToken(
                "key", "stranger", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    }

    private static Object anything(Class<?> type) {
        if (type == UUID.class) {
            return UUID.randomUUID();
        }
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    /** What takes a step of the engine or joins a transaction cannot be called by a page. */
    @Test
    void everyServiceAsksOrIsListed() {
        var open = new TreeSet<String>();
        var readers = new TreeSet<String>();
        for (var service : services()) {
            var name = Product.name(service);
            for (var method : GuardedMethod.offered(service).toList()) {
                if (GuardedMethod.guard(service, method) != null || takesStep(method) || joins(service, method)) {
                    continue;
                }
                if (READERS.containsKey(name) && !writes(service, method)) {
                    readers.add(name);
                } else if (!ArchitectureTest.OPEN_SERVICES.containsKey(name)) {
                    open.add(Product.signature(service, method));
                }
            }
        }
        assertThat(open).as("methods that ask for no role").isEmpty();
        assertThat(readers).as("the list holds no one else").isEqualTo(READERS.keySet());
    }

    private static List<Class<?>> services() {
        return Product.classes(new AnnotationTypeFilter(Service.class)).toList();
    }

    private static boolean takesStep(Method method) {
        return Arrays.asList(method.getParameterTypes()).contains(Step.class);
    }

    private static boolean joins(Class<?> service, Method method) {
        var transaction = GuardedMethod.transaction(service, method);
        return transaction != null && transaction.propagation() == Propagation.MANDATORY;
    }

    private static boolean writes(Class<?> service, Method method) {
        var transaction = GuardedMethod.transaction(service, method);
        return transaction != null && !transaction.readOnly();
    }
}
