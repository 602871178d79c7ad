package cn.baosong.engine;

import cn.baosong.common.PlatformTime;
import cn.baosong.common.Texts;
import cn.baosong.common.feel.Feel;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * One application for all tests of this package: the engine on the real database, without the features that stand on it
 * and their models, with delegates of its own on the list. It runs no jobs: other applications of the build share the
 * database, and theirs are not its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = EngineTest.Application.class,
        properties = {"camunda.bpm.job-execution.enabled=false", "baosong.engine.models="})
@interface EngineTest {

    @EnableAutoConfiguration
    @ComponentScan(
            basePackageClasses = {Flow.class, Feel.class},
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
    @Import({PlatformTime.class, Texts.class, EngineTestBeans.class})
    class Application {}
}
