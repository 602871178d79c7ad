package cn.baosong.engine;

import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitializationDetector;

/** Orders the engine behind Liquibase: with {@code schema-update: false} it expects its tables to stand (ENGINE-03057). */
final class EngineWaitsForMigration implements DependsOnDatabaseInitializationDetector {

    @Override
    public Set<String> detect(ConfigurableListableBeanFactory beanFactory) {
        return Set.of("processEngineFactoryBean");
    }
}
