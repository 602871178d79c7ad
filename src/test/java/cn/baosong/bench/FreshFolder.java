package cn.baosong.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.FileSystemUtils;

/** Empties the data folder before the database starts in it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FreshFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String FOLDER = "target/bench/data";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            FileSystemUtils.deleteRecursively(Path.of(FOLDER));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
