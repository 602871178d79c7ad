package cn.baosong.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.account.Way;
import cn.baosong.engine.StepDelegate;
import cn.baosong.testing.Drawn;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * The element templates know every delegate and every setting, and what they write is accepted. Whether the files keep
 * the published JSON schema, {@code .ci/lint-models.mjs} says; here are the rules of it that a mistake would break first.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ElementTemplatesTest {

    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern SCHEME = Pattern.compile("name=\"scheme\" value=\"([^\"]+)\"");
    private static final Set<String> BINDINGS =
            Set.of("property", "camunda:property", "camunda:in", "camunda:in:businessKey", "camunda:out");
    private static final Set<String> APPLIES_TO = Set.of("bpmn:Task", "bpmn:CallActivity", "bpmn:Process");

    /** Types of fields the schema knows for settings and mappings. */
    private static final Set<String> TYPES = Set.of("String", "Hidden", "Dropdown");

    /** Settings that no packed model needs. */
    private static final Set<String> SPARE = Set.of("holdsFrom");

    @Autowired
    private Trial trial;

    @Autowired
    private ListableBeanFactory beans;

    static List<ElementTemplate> templates() {
        return ElementTemplate.all();
    }

    @Test
    void everyDelegateHasOneTemplate() {
        var delegates = beans.getBeansOfType(StepDelegate.class).entrySet().stream()
                .filter(bean -> bean.getValue().getClass().getPackageName().endsWith(".process"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(delegates).hasSizeGreaterThan(30);
        assertThat(byDelegate().keySet()).containsExactlyInAnyOrderElementsOf(delegates);
    }

    private static Map<String, ElementTemplate> byDelegate() {
        return templates().stream()
                .filter(template -> template.value("camunda:delegateExpression") != null)
                .collect(Collectors.toMap(
                        template -> BEAN.matcher(template.value("camunda:delegateExpression"))
                                .replaceAll("$1"),
                        template -> template));
    }

    @Test
    void aTemplateHasWhatTheSchemaAsksFor() {
        assertThat(templates()).extracting(ElementTemplate::id).doesNotHaveDuplicates();
        assertThat(templates())
                .extracting(template -> template.json().path("name").asText())
                .doesNotHaveDuplicates();
        assertThat(templates()).allSatisfy(template -> {
            var json = template.json();
            assertThat(json.path("$schema").asText()).endsWith("/element-templates-json-schema/resources/schema.json");
            assertThat(json.path("name").asText()).containsPattern("\\p{IsHan}");
            assertThat(json.path("description").asText()).containsPattern("\\p{IsHan}");
            assertThat(json.path("version").isInt()).isTrue();
            assertThat(ElementTemplate.stream(json.path("appliesTo")).map(JsonNode::asText))
                    .isNotEmpty()
                    .isSubsetOf(APPLIES_TO);
            var groups = ElementTemplate.stream(json.path("groups"))
                    .map(group -> group.path("id").asText())
                    .toList();
            assertThat(template.properties()).allSatisfy(property -> check(property, groups));
            assertThat(template.properties().stream()
                            .map(property -> property.path("binding").toString()))
                    .doesNotHaveDuplicates();
        });
    }

    private static void check(JsonNode property, List<String> groups) {
        assertThat(BINDINGS).contains(ElementTemplate.type(property));
        assertThat(TYPES).contains(property.path("type").asText());
        if (property.path("type").asText().equals("Hidden")) {
            assertThat(property.path("value").asText()).isNotEmpty();
            return;
        }
        assertThat(property.path("label").asText()).containsPattern("\\p{IsHan}");
        assertThat(property.path("description").asText()).containsPattern("\\p{IsHan}");
        assertThat(groups).contains(property.path("group").asText());
        if (property.path("type").asText().equals("Dropdown")) {
            assertThat(ElementTemplate.choices(property))
                    .containsKey(property.path("value").asText());
        }
        var pattern = property.path("constraints").path("pattern").path("value").asText();
        for (var shown : List.of("value", "placeholder")) {
            if (!pattern.isEmpty() && property.has(shown)) {
                assertThat(property.path(shown).asText()).matches(pattern);
            }
        }
    }

    /** Every setting of the product has a field, where it belongs; no field writes what nothing reads. */
    @Test
    void everySettingHasAField() throws IOException {
        var templates = byDelegate();
        var used = new HashMap<ElementTemplate, Set<String>>();
        for (var file : files(Path.of("processes"), ".bpmn")) {
            var model = Bpmn.readModelFromFile(file.toFile());
            var elements = new ArrayList<BaseElement>(model.getModelElementsByType(ServiceTask.class));
            elements.addAll(model.getModelElementsByType(CallActivity.class));
            elements.addAll(model.getModelElementsByType(UserTask.class));
            elements.addAll(model.getModelElementsByType(Process.class));
            for (var element : elements) {
                var settings = settings(element);
                template(element, settings, templates)
                        .ifPresentOrElse(
                                template -> {
                                    assertThat(template.fields())
                                            .as(template + " for " + element.getId() + " of " + file)
                                            .containsAll(settings);
                                    used.computeIfAbsent(template, any -> new TreeSet<>())
                                            .addAll(settings);
                                },
                                () -> assertThat(settings)
                                        .as(element.getId() + " of " + file)
                                        .isSubsetOf("name.en"));
            }
        }
        var everywhere = used.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        everywhere.addAll(SPARE);
        assertThat(used.keySet())
                .as("a template that no packed model could have used")
                .hasSameSizeAs(templates());
        assertThat(templates()).allSatisfy(template -> assertThat(everywhere).containsAll(template.fields()));
    }

    private static Optional<ElementTemplate> template(
            BaseElement element, Set<String> settings, Map<String, ElementTemplate> delegates) {
        if (element instanceof ServiceTask task) {
            return Optional.of(delegates.get(
                    BEAN.matcher(task.getCamundaDelegateExpression()).replaceAll("$1")));
        }
        if (element instanceof CallActivity call) {
            return templates().stream()
                    .filter(template -> call.getCalledElement().equals(template.value("calledElement")))
                    .findFirst();
        }
        if (element instanceof UserTask) {
            return settings.contains("review") ? byId("baosong.review-task") : Optional.empty();
        }
        if (settings.contains("periodKind")) {
            return byId("baosong.report-scheme");
        }
        if (settings.contains("periodScheme")) {
            return byId("baosong.reminder-process");
        }
        return templates().stream()
                .filter(template -> element.getId().equals(template.value("scheme")))
                .findFirst();
    }

    private static Optional<ElementTemplate> byId(String id) {
        return templates().stream().filter(template -> template.id().equals(id)).findFirst();
    }

    /** @return names; the names of forms ({@code title.<form>}) are as many as there are forms, so no field can know them */
    private static Set<String> settings(BaseElement element) {
        var names = new TreeSet<String>();
        if (element.getExtensionElements() != null) {
            element.getExtensionElements().getChildElementsByType(CamundaProperties.class).stream()
                    .flatMap(properties -> properties.getCamundaProperties().stream())
                    .map(CamundaProperty::getCamundaName)
                    .filter(name -> !name.matches("title\\.(?!en$).+"))
                    .forEach(names::add);
        }
        return names;
    }

    /** What a field offers to choose can be chosen. */
    @Test
    void everyWayAndEveryTextOfferedIsThere() throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/vaadin-i18n/translations.properties"))) {
            texts.load(reader);
        }
        var offered = templates().stream()
                .flatMap(template -> template.properties().stream())
                .toList();
        assertThat(choicesOf(offered, "channel", "reminderChannel"))
                .isNotEmpty()
                .allSatisfy(ways -> assertThat(Way.among(ways).isEmpty()).isEqualTo(ways.equals("none")));
        assertThat(choicesOf(offered, "template", "reminderTemplate"))
                .isNotEmpty()
                .allSatisfy(text ->
                        assertThat(texts).containsKeys("messaging.inbox." + text, "messaging.template." + text));
    }

    private static List<String> choicesOf(List<JsonNode> properties, String... names) {
        return properties.stream()
                .filter(property -> Set.of(names).contains(ElementTemplate.name(property)))
                .flatMap(property -> ElementTemplate.choices(property).keySet().stream())
                .toList();
    }

    /** The page of the site that says what a model may contain names all of it. */
    @Test
    void theReferenceNamesEveryDelegateAndEverySetting() throws IOException {
        var reference = Files.readString(Path.of("src/site/markdown/models.md"));
        assertThat(byDelegate().keySet())
                .allSatisfy(bean -> assertThat(reference).contains("| `" + bean + "` |"));
        assertThat(templates().stream().flatMap(template -> template.fields().stream()))
                .allSatisfy(name -> assertThat(reference).contains("`" + name.replaceAll("\\.en$", "") + "`"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void whatATemplateWritesIsAccepted(ElementTemplate template) {
        for (var examples : template.hasExamples() ? List.of(false, true) : List.of(false)) {
            var process = template.element().equals("process");
            assertThat(trial.findings(
                            "template.bpmn", process ? process(template, examples) : step(template, examples)))
                    .isEmpty();
        }
    }

    private static String step(ElementTemplate template, boolean examples) {
        return SmallModels.process(
                SmallModels.freshKey(),
                "<bpmn:%1$s id=\"task\" %2$s>%3$s</bpmn:%1$s>"
                        .formatted(template.element(), template.attributes(), template.extensions(examples)));
    }

    /** A scheme is one process alone: what names one is applied to a process of that id, whether it is deployed or not. */
    private static String process(ElementTemplate template, boolean examples) {
        var extensions = template.extensions(examples);
        var scheme = SCHEME.matcher(extensions);
        return Drawn.complete("""
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="n">
                  <bpmn:process id="%s" %s>%s
                    <bpmn:startEvent id="started" name="开始" />
                    <bpmn:sequenceFlow id="to-end" sourceRef="started" targetRef="done" />
                    <bpmn:endEvent id="done" name="结束" />
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(
                        scheme.find() ? scheme.group(1) : SmallModels.freshKey(), template.attributes(), extensions));
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
