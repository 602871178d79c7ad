package cn.baosong.storage;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Starts the embedded database before any bean exists, unless the settings name an external one, and tells Spring how to
 * reach it. The folder is {@code baosong.data-directory}, by default {@code data}.
 */
final class EmbeddedDatabaseInitializer implements ApplicationContextInitializer<GenericApplicationContext> {

    static final String DIRECTORY = "baosong.data-directory";

    @Override
    public void initialize(GenericApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (hasExternalDatabase(environment)) {
            return;
        }
        Path folder = folder(environment.getProperty(DIRECTORY, "data"));
        OpenDatabases.Use use = OpenDatabases.ofThisProcess().open(folder);
        releaseLast(context.getDefaultListableBeanFactory(), use);
        environment.getPropertySources().addFirst(settings(use.database()));
    }

    private static boolean hasExternalDatabase(ConfigurableEnvironment environment) {
        return StringUtils.hasText(environment.getProperty("spring.datasource.url"))
                || StringUtils.hasText(environment.getProperty("spring.datasource.jndi-name"));
    }

    private static Path folder(String setting) {
        try {
            return Path.of(setting).toAbsolutePath().normalize();
        } catch (InvalidPathException malformed) {
            throw new StorageFailure("storage.error.path", setting, malformed.getReason());
        }
    }

    /** Spring destroys in reverse order of registration: this comes first of all, so the server outlives the pool. */
    private static void releaseLast(DefaultListableBeanFactory beans, OpenDatabases.Use use) {
        beans.registerDisposableBean("embeddedDatabase", use::release);
    }

    private static MapPropertySource settings(EmbeddedDatabase database) {
        return new MapPropertySource(
                "embeddedDatabase",
                Map.of(
                        "spring.datasource.url", database.url(),
                        "spring.datasource.username", EmbeddedDatabase.APPLICATION,
                        "spring.datasource.password", database.passwords().application(),
                        "spring.liquibase.user", EmbeddedDatabase.OWNER,
                        "spring.liquibase.password", database.passwords().owner()));
    }
}
