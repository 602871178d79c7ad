package cn.baosong.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One of the element templates that Camunda Modeler offers, and what it writes when it is applied. */
record ElementTemplate(String file, JsonNode json) {

    private static final Path FOLDER = Path.of(".camunda/element-templates");

    static List<ElementTemplate> all() {
        var mapper = new ObjectMapper();
        try (var files = Files.list(FOLDER)) {
            return files.sorted()
                    .flatMap(file -> {
                        try {
                            return stream(mapper.readTree(file.toFile()))
                                    .map(json -> new ElementTemplate(
                                            file.getFileName().toString(), json));
                        } catch (IOException broken) {
                            throw new UncheckedIOException(broken);
                        }
                    })
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    String id() {
        return json.path("id").asText();
    }

    List<JsonNode> properties() {
        return stream(json.path("properties")).toList();
    }

    boolean hasExamples() {
        return properties().stream().anyMatch(property -> property.has("placeholder"));
    }

    /** @return names of the settings it has a field for */
    Set<String> fields() {
        return properties().stream()
                .filter(property -> type(property).equals("camunda:property"))
                .map(ElementTemplate::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return what it writes into the attribute or setting {@code name}; null for nothing */
    String value(String name) {
        return properties().stream()
                .filter(property -> name(property).equals(name) && property.has("value"))
                .map(property -> property.path("value").asText())
                .findFirst()
                .orElse(null);
    }

    /** @return element of BPMN that it makes, such as {@code serviceTask} */
    String element() {
        var type = json.path("elementType").path("value").asText();
        var name = (type.isEmpty() ? json.path("appliesTo").path(0).asText() : type).substring("bpmn:".length());
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** @return attributes as the Modeler writes them: the value, else the example of a field that must not be empty */
    String attributes() {
        var attributes = new LinkedHashMap<String, String>();
        properties().stream()
                .filter(property -> type(property).equals("property"))
                .filter(property -> property.has("value"))
                .forEach(property ->
                        attributes.put(name(property), property.path("value").asText()));
        return attributes.entrySet().stream()
                .map(attribute -> attribute.getKey() + "=\"" + escaped(attribute.getValue()) + "\"")
                .collect(Collectors.joining(" "));
    }

    /** @param examples whether fields that may stay empty are filled in with what they show as an example */
    String extensions(boolean examples) {
        var mappings = new StringBuilder();
        var settings = new StringBuilder();
        for (var property : properties()) {
            var value = escaped(written(property, examples));
            switch (type(property)) {
                case "camunda:property" ->
                    settings.append("<camunda:property name=\"%s\" value=\"%s\" />".formatted(name(property), value));
                case "camunda:in" ->
                    mappings.append("<camunda:in sourceExpression=\"%s\" target=\"%s\" />"
                            .formatted(
                                    value,
                                    property.path("binding").path("target").asText()));
                case "camunda:in:businessKey" -> mappings.append("<camunda:in businessKey=\"%s\" />".formatted(value));
                case "camunda:out" ->
                    mappings.append("<camunda:out source=\"%s\" target=\"%s\" />"
                            .formatted(property.path("binding").path("source").asText(), value));
                default -> {}
            }
        }
        return "<bpmn:extensionElements>" + mappings + "<camunda:properties>" + settings
                + "</camunda:properties></bpmn:extensionElements>";
    }

    private static String written(JsonNode property, boolean examples) {
        var needed = property.path("constraints").path("notEmpty").asBoolean();
        var value = property.path("value").asText();
        return value.isEmpty() && (needed || examples)
                ? property.path("placeholder").asText()
                : value;
    }

    static String type(JsonNode property) {
        return property.path("binding").path("type").asText();
    }

    static String name(JsonNode property) {
        return property.path("binding").path("name").asText();
    }

    static Map<String, String> choices(JsonNode property) {
        return stream(property.path("choices"))
                .collect(Collectors.toMap(
                        choice -> choice.path("value").asText(),
                        choice -> choice.path("name").asText(),
                        (one, other) -> {
                            throw new IllegalStateException("offered twice: " + one);
                        },
                        LinkedHashMap::new));
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return file + ": " + id();
    }
}
