package cn.baosong.engine;

import java.time.Instant;
import java.util.List;

/**
 * An accepted deployment.
 *
 * @param id of the engine
 * @param name given by who deployed; may be null
 * @param source where it came from, such as {@code Camunda Modeler}; may be null
 * @param definitions what it added; empty where nothing differed from what stood
 */
public record ModelDeployment(String id, String name, String source, Instant at, List<Definition> definitions) {

    /** What a file defines. Forms are no definitions to the engine's clients. */
    public enum Kind {
        PROCESS,
        DECISION,
        REQUIREMENTS,
        FORM
    }

    /**
     * One definition that came into being.
     *
     * @param id of the engine
     * @param key id in the file
     * @param name label in the file; null for none
     * @param file name of the file
     */
    public record Definition(Kind kind, String id, String key, String name, int version, String file) {}

    public ModelDeployment {
        definitions = List.copyOf(definitions);
    }
}
