package cn.baosong.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseInitializerTest {

    @TempDir
    Path parent;

    @Test
    void startsNothingWhereAnExternalDatabaseIsNamed() {
        Path folder = parent.resolve("data");
        for (String setting : List.of("spring.datasource.url", "spring.datasource.jndi-name")) {
            GenericApplicationContext context =
                    context(Map.of(setting, "somewhere", EmbeddedDatabaseInitializer.DIRECTORY, folder.toString()));

            new EmbeddedDatabaseInitializer().initialize(context);

            assertThat(folder).doesNotExist();
            assertThat(context.getEnvironment().getProperty("spring.datasource.password"))
                    .isNull();
        }
    }

    @Test
    void stopsTheServerOnlyAfterEveryBeanThatUsesIt() throws IOException {
        Path folder = parent.resolve("data");
        UnpackedPrograms.into(folder);
        GenericApplicationContext context = context(
                Map.of("spring.datasource.url", "  ", EmbeddedDatabaseInitializer.DIRECTORY, folder.toString()));
        new EmbeddedDatabaseInitializer().initialize(context);
        List<String> lastWords = new ArrayList<>();
        context.registerBean("pool", HikariDataSource.class, () -> pool(context));
        context.registerBean(
                "worker",
                DisposableBean.class,
                () -> () -> lastWords.add(JdbcClient.create(context.getBean(HikariDataSource.class))
                        .sql("SELECT current_user")
                        .query(String.class)
                        .single()));
        context.refresh();
        HikariDataSource pool = context.getBean(HikariDataSource.class);
        String url = pool.getJdbcUrl();

        context.close();

        assertThat(lastWords).containsExactly(EmbeddedDatabase.APPLICATION);
        assertThat(pool.isClosed()).isTrue();
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(folder.resolve("postgres.log")).content().contains("database system is shut down");
        assertThat(url).startsWith("jdbc:postgresql://127.0.0.1:");
    }

    @Test
    void refusesANameThatIsNoFolder() {
        GenericApplicationContext context = context(Map.of(EmbeddedDatabaseInitializer.DIRECTORY, "da\0ta"));

        assertThatThrownBy(() -> new EmbeddedDatabaseInitializer().initialize(context))
                .isInstanceOf(StorageFailure.class)
                .hasMessageContaining("baosong.data-directory");
    }

    private static HikariDataSource pool(GenericApplicationContext context) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(context.getEnvironment().getProperty("spring.datasource.url"));
        pool.setUsername(context.getEnvironment().getProperty("spring.datasource.username"));
        pool.setPassword(context.getEnvironment().getProperty("spring.datasource.password"));
        pool.setMaximumPoolSize(1);
        return pool;
    }

    /** Without the system's properties: those of the test run name a database. */
    private static GenericApplicationContext context(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment);
        return context;
    }
}
