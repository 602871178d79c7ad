package cn.baosong.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Reads a {@code .form} file of the Camunda Modeler (form-js JSON, schema version about 16). */
public final class FormParser {

    static final int LARGEST_FILE = 2_000_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private FormParser() {}

    /** @throws FormException if the file is no form; the message says where and what to change */
    public static FormDefinition parse(byte[] file) {
        JsonNode root = read(file);
        if (!root.isObject() || !root.path("components").isArray()) {
            throw new FormException("form.file.noForm");
        }
        String id = root.path("id").asText("");
        if (id.isBlank()) {
            throw new FormException("form.file.noId");
        }
        ComponentReader reader = new ComponentReader();
        return new FormDefinition(
                id,
                root.path("schemaVersion").asInt(1),
                reader.components(root.path("components"), "", 0),
                reader.expressions());
    }

    private static JsonNode read(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw new FormException("form.file.tooLarge", LARGEST_FILE / 1_000_000);
        }
        try {
            return JSON.readTree(file);
        } catch (JsonProcessingException malformed) {
            int line = malformed.getLocation() == null
                    ? 1
                    : malformed.getLocation().getLineNr();
            throw new FormException("form.file.malformed", Math.max(line, 1));
        } catch (IOException unreadable) {
            throw new FormException("form.file.malformed", 1);
        }
    }
}
