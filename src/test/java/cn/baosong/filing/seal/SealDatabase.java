package cn.baosong.filing.seal;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.baosong.common.Json;
import cn.baosong.engine.Step;
import cn.baosong.filing.seal.repository.DailyRootTable;
import cn.baosong.filing.seal.repository.SealTable;
import cn.baosong.testing.MovableClock;
import cn.baosong.testing.TestPostgres;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of seals in a database of their own, with a clock that goes when it is told to, and without the rest. */
final class SealDatabase implements AutoCloseable {

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Beans {}

    final MovableClock clock = new MovableClock(Instant.EPOCH);
    final JdbcClient owner;
    final JdbcClient app;
    final Seals seals;
    final DailyRoots roots;
    final Verifications verifications;
    final TransactionTemplate transaction;
    final HikariDataSource pool = new HikariDataSource();

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    SealDatabase(String name) throws LiquibaseException {
        var url = TestPostgres.newDatabase(name);
        var owning = new DriverManagerDataSource(url, "baosong_owner", "owner");
        owner = JdbcClient.create(owning);
        owner.sql("CREATE TABLE enterprise (id uuid PRIMARY KEY)").update();
        migrate(owning, "roles");
        migrate(owning, "seal");
        pool.setJdbcUrl(url);
        pool.setUsername("baosong_app");
        pool.setPassword("app");
        app = JdbcClient.create(pool);
        context.registerBean(DataSource.class, () -> pool);
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(pool));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(ObjectMapper.class, () -> new ObjectMapper());
        context.register(
                Beans.class,
                Json.class,
                SealTable.class,
                DailyRootTable.class,
                Seals.class,
                DailyRoots.class,
                Verifications.class);
        context.refresh();
        seals = context.getBean(Seals.class);
        roots = context.getBean(DailyRoots.class);
        verifications = context.getBean(Verifications.class);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    private static void migrate(DataSource owner, String file) throws LiquibaseException {
        var liquibase = new SpringLiquibase();
        liquibase.setDataSource(owner);
        liquibase.setChangeLog("classpath:db/changelog/" + file + ".sql");
        liquibase.setChangeLogParameters(Map.of("app-role", "baosong_app"));
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.afterPropertiesSet();
    }

    /** Begins anew, at {@code now}. */
    void empty(String now) {
        asOwner("TRUNCATE sealed_version, daily_root, seal_head");
        at(now);
    }

    void at(String now) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(now)));
    }

    /** Runs a statement the way somebody does who owns the tables and switches the triggers off. */
    void asOwner(String statement) {
        for (var table : new String[] {"sealed_version", "daily_root"}) {
            owner.sql("ALTER TABLE " + table + " DISABLE TRIGGER USER").update();
        }
        try {
            owner.sql(statement).update();
        } finally {
            for (var table : new String[] {"sealed_version", "daily_root"}) {
                owner.sql("ALTER TABLE " + table + " ENABLE TRIGGER USER").update();
            }
        }
    }

    UUID enterprise() {
        return enterprise(UUID.randomUUID());
    }

    UUID enterprise(UUID id) {
        owner.sql("INSERT INTO enterprise VALUES (:id) ON CONFLICT DO NOTHING")
                .param("id", id)
                .update();
        return id;
    }

    /** Seals in a transaction of its own. */
    Seal seal(UUID enterprise, UUID subject, Map<String, Object> content) {
        return inStep(step(subject), step -> seals.seal(step, new SealRequest(subject, enterprise, content, null)));
    }

    <T> T inStep(Step step, java.util.function.Function<Step, T> act) {
        return transaction.execute(status -> act.apply(step));
    }

    <T> T inTransaction(Supplier<T> act) {
        return transaction.execute(status -> act.get());
    }

    /** The engine alone makes a step; this one stands in for it. */
    static Step step(UUID subject) {
        var step = mock(Step.class);
        when(step.subject()).thenReturn(subject);
        return step;
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }
}
