package cn.baosong.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The model files packed on the class path. Folders vanish when files are deployed, so names are unique in the tree. */
final class PackedModels {

    enum Kind {
        PROCESS(".bpmn", "act_re_procdef"),
        DECISION(".dmn", "act_re_decision_def"),
        FORM(".form", "act_re_camformdef");

        private final String ending;
        private final String table;

        Kind(String ending, String table) {
            this.ending = ending;
            this.table = table;
        }

        /** @return the engine's table of such definitions */
        String table() {
            return table;
        }
    }

    /**
     * @param name base name of the file
     * @param key key of the first definition in the file
     */
    record PackedModel(String name, Kind kind, String key, byte[] content, String sha256) {

        InputStream stream() {
            return new ByteArrayInputStream(content);
        }
    }

    private final List<String> roots;

    /** @param roots folders such as {@code classpath*:processes/} */
    PackedModels(List<String> roots) {
        this.roots = List.copyOf(roots);
    }

    /** @throws IllegalStateException if two files of the tree have one name, or a file defines nothing */
    List<PackedModel> read() {
        Map<String, PackedModel> models = new TreeMap<>();
        try {
            for (String root : roots) {
                for (Kind kind : Kind.values()) {
                    String pattern = root + "**/*" + kind.ending;
                    for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                        PackedModel model = read(file, kind);
                        if (models.put(model.name(), model) != null) {
                            throw new IllegalStateException("two packed model files are called " + model.name()
                                    + ": give one of them another name");
                        }
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the packed models are not readable", unreadable);
        }
        return List.copyOf(models.values());
    }

    private static PackedModel read(Resource file, Kind kind) throws IOException {
        byte[] content = file.getContentAsByteArray();
        String name = String.valueOf(file.getFilename());
        return new PackedModel(name, kind, key(name, kind, content), content, sha256(content));
    }

    private static String key(String name, Kind kind, byte[] content) {
        try {
            String key =
                    switch (kind) {
                        case PROCESS -> idOfFirst("process", content);
                        case DECISION -> idOfFirst("decision", content);
                        case FORM ->
                            new ObjectMapper().readTree(content).path("id").asText("");
                    };
            if (!key.isBlank()) {
                return key;
            }
        } catch (IOException | SAXException unreadable) {
            throw new IllegalStateException("packed model file " + name + " is not readable", unreadable);
        }
        throw new IllegalStateException("packed model file " + name + " defines nothing");
    }

    private static String idOfFirst(String element, byte[] content) throws SAXException {
        List<Element> all = XmlModel.children(XmlModel.parse(content));
        return all.stream()
                .filter(child -> XmlModel.is(child, element))
                .map(child -> child.getAttribute("id"))
                .findFirst()
                .orElse("");
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
