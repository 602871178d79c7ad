package cn.baosong.access;

import cn.baosong.BaosongApplication;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;

/** The classes of the product, those of the demo included; those of its tests lie in another place and are left out. */
final class Product {

    private static final String HOUSE = "cn.baosong";

    private Product() {}

    static Stream<Class<?>> classes(TypeFilter filter) {
        var demo = new StandardEnvironment();
        demo.setActiveProfiles("demo");
        var scan = new ClassPathScanningCandidateComponentProvider(false, demo);
        scan.addIncludeFilter(filter);
        return scan.findCandidateComponents(HOUSE).stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(found.getBeanClassName()), Product.class.getClassLoader()))
                .filter(Product::owns);
    }

    static boolean owns(Class<?> type) {
        return type.getName().startsWith(HOUSE + ".") && place(type).equals(place(BaosongApplication.class));
    }

    private static Object place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** @return the name without the part that all have, such as {@code review.Reviews} */
    static String name(Class<?> type) {
        return type.getName().substring(HOUSE.length() + 1);
    }

    /** @return such as {@code review.Reviews.sees(String, UUID)} */
    static String signature(Class<?> type, Method method) {
        return name(type) + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
