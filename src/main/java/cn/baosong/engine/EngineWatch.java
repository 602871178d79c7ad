package cn.baosong.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator sees of the engine: a few counts at each scrape, and whether the packed models were accepted. */
@Configuration(proxyBeanMethods = false)
class EngineWatch {

    @Bean
    MeterBinder engineGauges(JdbcClient jdbc) {
        return registry -> {
            gauge(
                    registry,
                    jdbc,
                    "baosong.engine.jobs.due",
                    "Jobs that could run now",
                    "SELECT count(*) FROM act_ru_job WHERE retries_ > 0 AND suspension_state_ = 1"
                            + " AND (duedate_ IS NULL OR duedate_ <= now())");
            gauge(
                    registry,
                    jdbc,
                    "baosong.engine.jobs.failed",
                    "Jobs given up after their last retry",
                    "SELECT count(*) FROM act_ru_job WHERE retries_ = 0");
            gauge(
                    registry,
                    jdbc,
                    "baosong.engine.incidents",
                    "Incidents an operator has to look at",
                    "SELECT count(*) FROM act_ru_incident");
        };
    }

    private static void gauge(MeterRegistry registry, JdbcClient jdbc, String name, String description, String count) {
        Gauge.builder(name, () -> jdbc.sql(count).query(Long.class).single())
                .description(description)
                .register(registry);
    }

    @Bean
    HealthIndicator packedModels(StartupDeployer deployer) {
        return () -> deployer.refused().isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("refused", deployer.refused().size()).build();
    }
}
