package cn.baosong.testing;

import cn.baosong.BaosongApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** The application with the fixtures of the tests, in a process of its own, doing what {@link BulkUnderWay} does. */
public final class BulkUnderWayApplication {

    /** How many reports wait at the desk; an argument of the first start. */
    public static final String REPORTS = "bulk.killed.reports";

    private BulkUnderWayApplication() {}

    public static void main(String[] args) {
        start(args);
    }

    /** @return the application, up and at work, in this process */
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(BaosongApplication.class)
                .profiles(BulkUnderWay.PROFILE)
                .initializers(context -> context.getBeanFactory()
                        .registerSingleton("withoutTestConfigurations", new WithoutTestConfigurations()))
                .run(args);
    }

    /** Beans of single tests are asked for by those tests alone. */
    private static final class WithoutTestConfigurations extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader found, MetadataReaderFactory readers) {
            return found.getAnnotationMetadata().hasAnnotation(TestConfiguration.class.getName());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof WithoutTestConfigurations;
        }

        @Override
        public int hashCode() {
            return WithoutTestConfigurations.class.hashCode();
        }
    }
}
