package cn.baosong.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Changes a packed model the way a process owner does: by deploying it anew. What is opened meanwhile is pinned to it. */
@Component
public class ModelFixture {

    public static final String REGISTRATION_MODEL = "processes/enterprise-registration/enterprise-registration.bpmn";
    public static final String REGISTRATION_FORM = "forms/enterprise-registration/registration-form.form";

    private final RepositoryService repository;

    ModelFixture(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * Deploys the changed file, acts, and deploys the file as packed again.
     *
     * @param file path below the root of the class path
     */
    public <T> T changed(String file, UnaryOperator<String> change, Supplier<T> act) {
        var packed = read(file);
        var changed = change.apply(packed);
        if (changed.equals(packed)) {
            throw new AssertionError("nothing was changed in " + file);
        }
        var name = file.substring(file.lastIndexOf('/') + 1);
        deploy(name, changed);
        try {
            return act.get();
        } finally {
            deploy(name, packed);
        }
    }

    /** @return the file as packed */
    public static String read(String file) {
        try (InputStream in = ModelFixture.class.getClassLoader().getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void deploy(String name, String text) {
        repository
                .createDeployment()
                .name("test")
                .addString(name, Drawn.complete(text))
                .deploy();
    }
}
