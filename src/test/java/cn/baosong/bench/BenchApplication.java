package cn.baosong.bench;

import cn.baosong.testing.StatementCounter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * One application for all measurements that need its beans, on the product's own embedded database in a folder made anew:
 * durable, unlike the database of the tests.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "spring.datasource.url=",
            "baosong.data-directory=" + FreshFolder.FOLDER,
            "logging.level.root=warn",
            "spring.main.banner-mode=off"
        })
@ContextConfiguration(initializers = FreshFolder.class)
@Import({StatementCounter.Beans.class, Applicants.class, PlannerStatistics.class, BulkAcceptance.class})
@interface BenchApplication {}
