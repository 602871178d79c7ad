package cn.baosong.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/** What a form file must be for the engine to store it: a JSON object with an id. Its fields are the form kernel's matter. */
final class FormRules {

    /** Components of a form; the largest of the product has about a hundred. */
    private static final int MOST_COMPONENTS = 3_000;

    private final String file;

    FormRules(String file) {
        this.file = file;
    }

    List<GuardFinding> read(byte[] content) {
        try {
            JsonNode form = new ObjectMapper().readTree(content);
            if (!form.isObject() || !form.path("components").isArray()) {
                return List.of(new GuardFinding(file, "", "", "not-a-form", List.of()));
            }
            int components = count(form.path("components"));
            if (components > MOST_COMPONENTS) {
                return List.of(new GuardFinding(
                        file,
                        "",
                        "",
                        "too-many-elements",
                        List.of(String.valueOf(components), String.valueOf(MOST_COMPONENTS))));
            }
            String id = form.path("id").asText("");
            return id.isBlank() ? List.of(new GuardFinding(file, "", "", "form-id", List.of())) : List.of();
        } catch (IOException broken) {
            return List.of(new GuardFinding(file, "", "", "not-a-form", List.of()));
        }
    }

    private static int count(JsonNode components) {
        int count = 0;
        for (JsonNode component : components) {
            count += 1 + count(component.path("components"));
        }
        return count;
    }
}
