package cn.baosong.deployment.rules;

import cn.baosong.common.Reason;
import cn.baosong.engine.GuardFinding;
import cn.baosong.engine.ModelFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds the component of a form in which an expression stands, so that a person finds it in the Modeler. */
final class FormPlaces {

    private static final int LONGEST = 200;

    private record Component(String id, String label, String texts) {}

    private final ModelFile file;
    private final List<Component> components = new ArrayList<>();

    /** @param file one that has been read as a form */
    FormPlaces(ModelFile file) {
        this.file = file;
        try {
            gather(new ObjectMapper().readTree(file.content()).path("components"));
        } catch (IOException unreadable) {
            throw new IllegalStateException("a form that was read cannot be read again", unreadable);
        }
    }

    /** @return the finding, at the first component with this text; at the file where there is none */
    GuardFinding finding(String text, String rule, Object... arguments) {
        return components.stream()
                .filter(component -> component.texts().contains(text))
                .findFirst()
                .map(component ->
                        new GuardFinding(file.name(), component.id(), component.label(), rule, List.of(arguments)))
                .orElseGet(() -> new GuardFinding(file.name(), "", "", rule, List.of(arguments)));
    }

    static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** @return the same with what it quotes shortened */
    static Reason shortened(Reason reason) {
        return new Reason(
                reason.key(), reason.arguments().stream().map(FormPlaces::part).toList());
    }

    private static Object part(Object argument) {
        if (argument instanceof Reason inside) {
            return shortened(inside);
        }
        return argument instanceof Number ? argument : shortened(String.valueOf(argument));
    }

    private void gather(JsonNode list) {
        for (JsonNode component : list) {
            var texts = new StringBuilder();
            component.fields().forEachRemaining(field -> {
                if (!field.getKey().equals("components")) {
                    texts(field.getValue(), texts);
                }
            });
            var key = component.path("key").asText(component.path("path").asText(""));
            components.add(new Component(
                    component.path("id").asText(key),
                    shortened(component.path("label").asText(key)),
                    texts.toString()));
            gather(component.path("components"));
        }
    }

    private static void texts(JsonNode node, StringBuilder texts) {
        if (node.isTextual()) {
            texts.append(node.textValue()).append('\n');
        } else {
            node.forEach(inside -> texts(inside, texts));
        }
    }
}
