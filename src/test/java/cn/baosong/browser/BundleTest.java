package cn.baosong.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

/**
 * The ready-made front end holds what the components on the class path ask for, in the versions they ask for. A
 * component that is missing there would be nothing on the page, without a word.
 */
class BundleTest {

    private static final String LUMO = "/theme/lumo/";

    private JsonNode stats;

    @BeforeEach
    void read() throws IOException {
        try (var in = new ClassPathResource("META-INF/VAADIN/config/stats.json").getInputStream()) {
            stats = new ObjectMapper().readTree(in);
        }
    }

    @Test
    @DisplayName("every script of a component is in the bundle")
    void scripts() throws IOException {
        var bundled = new TreeSet<String>();
        stats.get("bundleImports").forEach(script -> bundled.add(script.asText()));
        var missing = new TreeSet<String>();
        for (var component : classes("com/vaadin/flow/component")) {
            annotations(component, JsModule.class)
                    .filter(script -> !script.getBoolean("developmentOnly"))
                    .map(script -> script.getString("value"))
                    .filter(script -> !isIn(bundled, script))
                    .forEach(script -> missing.add(component.getClassMetadata().getClassName() + " " + script));
        }
        assertThat(bundled).hasSizeGreaterThan(50);
        assertThat(missing).isEmpty();
    }

    private static boolean isIn(TreeSet<String> bundled, String script) {
        return script.startsWith("./")
                ? bundled.contains("Frontend/generated/jar-resources/" + script.substring(2))
                : bundled.contains(script) || bundled.contains(script.replace("/src/", LUMO));
    }

    @Test
    @DisplayName("the bundle's packages have the versions the components were made for")
    void packages() throws IOException {
        var different = new TreeSet<String>();
        var compared = 0;
        for (var component : classes("com/vaadin/flow/component")) {
            for (var wanted : annotations(component, NpmPackage.class).toList()) {
                var bundled = stats.get("npmModules").path(wanted.getString("value"));
                compared++;
                if (!bundled.asText().equals(wanted.getString("version"))) {
                    different.add(wanted.getString("value") + " " + wanted.getString("version") + " in the bundle "
                            + bundled.asText("none"));
                }
            }
        }
        assertThat(compared).isGreaterThan(20);
        assertThat(different).isEmpty();
    }

    @Test
    @DisplayName("the scripts between server and browser are the very ones of the libraries on the class path")
    void connectors() throws Exception {
        var resolver = new PathMatchingResourcePatternResolver();
        var compared = new ArrayList<String>();
        var names = stats.get("frontendHashes").fieldNames();
        while (names.hasNext()) {
            var name = names.next();
            for (var folder : List.of("META-INF/frontend/", "META-INF/resources/frontend/")) {
                for (var resource : resolver.getResources("classpath*:" + folder + name)) {
                    var text =
                            resource.getContentAsString(StandardCharsets.UTF_8).replace("\r\n", "\n");
                    assertThat(sha256(text))
                            .as(resource.getDescription())
                            .isEqualTo(stats.get("frontendHashes").get(name).asText());
                    compared.add(name);
                }
            }
        }
        assertThat(compared)
                .contains("gridConnector.ts", "comboBoxConnector.js", "datepickerConnector.js", "selectConnector.js");
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @DisplayName("the platform's own classes ask for nothing that would have to be bundled")
    void nothingOfOurOwn() throws IOException {
        var asking = new TreeSet<String>();
        for (var own : classes("cn/baosong")) {
            for (Class<? extends Annotation> kind : List.of(JsModule.class, NpmPackage.class, CssImport.class)) {
                if (annotations(own, kind).findAny().isPresent()) {
                    asking.add(own.getClassMetadata().getClassName());
                }
            }
        }
        assertThat(asking).isEmpty();
    }

    private static List<MetadataReader> classes(String folder) throws IOException {
        var factory = new SimpleMetadataReaderFactory();
        var found = new ArrayList<MetadataReader>();
        for (var resource :
                new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/**/*.class")) {
            found.add(factory.getMetadataReader(resource));
        }
        return found;
    }

    private static <A extends Annotation> Stream<MergedAnnotation<A>> annotations(
            MetadataReader component, Class<A> type) {
        var annotations = component.getAnnotationMetadata().getAnnotations();
        var container = annotations.get(type.getName() + "$Container");
        return Stream.concat(
                annotations.stream(type),
                container.isPresent() ? Stream.of(container.getAnnotationArray("value", type)) : Stream.empty());
    }
}
