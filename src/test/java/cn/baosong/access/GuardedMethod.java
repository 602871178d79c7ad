package cn.baosong.access;

import cn.baosong.account.Role;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.ClassUtils;

/**
 * A public method that asks for a role before it does anything.
 *
 * @param bean what callers have of the service, guard included
 * @param roles whom the expression lets through
 */
record GuardedMethod(Object bean, Class<?> service, Method method, Set<Role> roles) {

    private static final Pattern ROLES = Pattern.compile("has(?:Any)?Role\\(('[A-Z_]+'(?:, '[A-Z_]+')*)\\)");

    /** @return all of the application, those of one service next to each other */
    static List<GuardedMethod> all(ApplicationContext context) {
        return Arrays.stream(context.getBeanDefinitionNames())
                .filter(name -> isGuarded(context.getType(name, false)))
                .map(name -> context.getBean(name))
                .flatMap(bean -> of(bean, AopUtils.getTargetClass(bean)))
                .sorted(Comparator.comparing(GuardedMethod::name))
                .toList();
    }

    private static boolean isGuarded(Class<?> type) {
        if (type == null) {
            return false;
        }
        var service = ClassUtils.getUserClass(type);
        return Product.owns(service) && offered(service).anyMatch(method -> guard(service, method) != null);
    }

    private static Stream<GuardedMethod> of(Object bean, Class<?> service) {
        return offered(service)
                .filter(method -> guard(service, method) != null)
                .map(method -> new GuardedMethod(
                        bean,
                        service,
                        method,
                        read(Objects.requireNonNull(guard(service, method)).value())));
    }

    /** @return what the service itself offers to callers */
    static Stream<Method> offered(Class<?> service) {
        return Arrays.stream(service.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic());
    }

    /** @return the method's own guard before that of its service; null where there is neither */
    static PreAuthorize guard(Class<?> service, Method method) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method, PreAuthorize.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(service, PreAuthorize.class);
    }

    /** @return the method's own transaction before that of its service; null where it opens none */
    static Transactional transaction(Class<?> service, Method method) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method, Transactional.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(service, Transactional.class);
    }

    boolean onlyReads() {
        var transaction = transaction(service, method);
        return transaction != null && transaction.readOnly();
    }

    /** Reads the kinds of expression there are; another one fails until it is said here whom it lets through. */
    private static Set<Role> read(String expression) {
        if (expression.equals("isAuthenticated()")) {
            return EnumSet.allOf(Role.class);
        }
        var match = ROLES.matcher(expression);
        if (!match.matches()) {
            throw new IllegalStateException("whom does this let through: " + expression);
        }
        var roles = EnumSet.noneOf(Role.class);
        for (var role : match.group(1).split(", ")) {
            roles.add(Role.valueOf(role.replace("'", "")));
        }
        return roles;
    }

    String name() {
        return Product.signature(service, method);
    }

    /** @throws Throwable what the method throws */
    Object call(Object... arguments) throws Throwable {
        try {
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
