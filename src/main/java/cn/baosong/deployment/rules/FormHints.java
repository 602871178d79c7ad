package cn.baosong.deployment.rules;

import cn.baosong.engine.GuardFinding;
import cn.baosong.engine.ModelFile;
import cn.baosong.engine.ModelRules;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Words of a form that a reader of English would meet in Chinese. */
@Component
class FormHints implements ModelRules {

    /** What a person reads, and what a property says; the English stands in the property of that name and {@code .en}. */
    private static final List<String> WORDS = List.of("label", "dateLabel", "description", "text", "content", "alt");

    private static final List<String> PROPERTIES = List.of("unit", "definition", "pattern.message", "growth.label");
    private static final String FORMULA = "=";
    private static final String ENGLISH = ".en";

    private final ObjectMapper mapper = new ObjectMapper();

    @Override
    public List<GuardFinding> hintsOf(ModelFile file) {
        if (!file.name().endsWith(".form")) {
            return List.of();
        }
        var hints = new ArrayList<GuardFinding>();
        try {
            inside(mapper.readTree(file.content()), file.name(), hints);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a form that was accepted is not readable", unreadable);
        }
        return hints;
    }

    private static void inside(JsonNode parent, String file, List<GuardFinding> hints) {
        parent.path("components").forEach(component -> {
            look(component, file, hints);
            inside(component, file, hints);
        });
    }

    private static void look(JsonNode component, String file, List<GuardFinding> hints) {
        var properties = component.path("properties");
        for (var word : WORDS) {
            // A date is called by its date label, whose English stands in the same place.
            want(component, component.path(word).asText(), word.equals("dateLabel") ? "label" : word, file, hints);
        }
        for (var word : PROPERTIES) {
            want(component, properties.path(word).asText(), word, file, hints);
        }
        properties.fieldNames().forEachRemaining(word -> {
            if (word.startsWith("column.") && !word.endsWith(ENGLISH)) {
                want(component, properties.path(word).asText(), word, file, hints);
            }
        });
        component
                .path("values")
                .forEach(choice -> want(
                        component,
                        choice.path("label").asText(),
                        "option." + choice.path("value").asText(),
                        file,
                        hints));
    }

    private static void want(JsonNode component, String text, String word, String file, List<GuardFinding> hints) {
        var english = component.path("properties").path(word + ENGLISH).asText();
        if (!text.isBlank() && !text.startsWith(FORMULA) && english.isBlank()) {
            var name = component.path("key").asText(component.path("id").asText());
            hints.add(new GuardFinding(
                    file, name, component.path("label").asText(), "tidy-english-word", List.of(word + ENGLISH)));
        }
    }
}
