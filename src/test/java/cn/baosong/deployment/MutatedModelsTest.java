package cn.baosong.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The product's own files, damaged and poisoned by rule: each is accepted or refused with reasons, and runs nothing. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MutatedModelsTest {

    private static final int SEEDS = 12;
    private static final int ROUNDS = 24;

    private static final List<String> FILES = files();

    private static final List<String> POISON = List.of(
            "${''.getClass().forName('cn.baosong.deployment.Canary').newInstance()}",
            "#{cn.baosong.deployment.Canary.sing()}",
            "cn.baosong.deployment.Canary",
            "${execution.processEngineServices.repositoryService}",
            "${dataSource.connection}",
            "${checkFiling.run(null)}",
            "=count(for i in 1..1000000000 return i)",
            "some a in 1..5000, b in 1..5000, c in 1..5000 satisfies false",
            "function(x) external { java: { class: \"cn.baosong.deployment.Canary\", method signature: \"sing()\" } }",
            "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
            "]]>",
            "\u0000",
            "\ud800",
            "1e999999999",
            "-99999999999999999999",
            "{{",
            "(".repeat(2_000),
            "\"",
            "null",
            "");

    private static final List<String> ELEMENTS = List.of(
            "<camunda:executionListener event=\"start\" class=\"cn.baosong.deployment.Canary\" />",
            "<camunda:taskListener event=\"create\" expression=\"${''.getClass()}\" />",
            "<camunda:script scriptFormat=\"juel\">${1}</camunda:script>",
            "<bpmn:scriptTask id=\"poison\" scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
            "<bpmn:serviceTask id=\"poison\" camunda:class=\"cn.baosong.deployment.Canary\" />",
            "<bpmn:startEvent id=\"poison\" />",
            "<camunda:connector />",
            "<bpmn:process id=\"poison\" isExecutable=\"true\" />");

    @Autowired
    private Trial trial;

    static Stream<Integer> seeds() {
        return IntStream.range(0, SEEDS).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isAcceptedOrRefusedWithReasons(int seed) {
        var random = new Random(seed);
        var before = trial.rows();
        var refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var file = FILES.get(random.nextInt(FILES.size()));
            var mutated = text(file);
            for (int i = random.nextInt(3); i >= 0; i--) {
                mutated = mutate(mutated, random);
            }
            var findings = trial.findings(
                    Map.of(Path.of(file).getFileName().toString(), mutated.getBytes(StandardCharsets.UTF_8)));
            refused += findings.isEmpty() ? 0 : 1;
            assertThat(findings).as("seed %d, round %d, %s", seed, round, file).allSatisfy(line -> {
                assertThat(line.wrong()).isNotBlank().doesNotStartWith("!");
                assertThat(line.remedy()).isNotBlank().doesNotStartWith("!");
            });
        }
        assertThat(refused).as("a change that spoils nothing tests nothing").isGreaterThan(ROUNDS / 3);
        assertThat(trial.rows()).isEqualTo(before);
        assertThat(Canary.Cage.songs).hasValue(0);
    }

    private static String mutate(String text, Random random) {
        var at = random.nextInt(Math.max(1, text.length()));
        return switch (random.nextInt(8)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + random.nextInt(200)));
            case 2 -> {
                var end = Math.min(text.length(), at + random.nextInt(400));
                yield text.substring(0, end) + text.substring(at, end) + text.substring(end);
            }
            case 3 -> text.substring(0, at) + pick(POISON, random) + text.substring(at);
            case 4 -> replaceValue(text, at, pick(POISON, random));
            case 5 -> replaceValue(text, at, value(text, random.nextInt(Math.max(1, text.length()))));
            case 6 -> {
                var open = text.indexOf('>', at);
                yield open < 0 ? text : text.substring(0, open + 1) + pick(ELEMENTS, random) + text.substring(open + 1);
            }
            default -> text.replace(value(text, at), pick(POISON, random));
        };
    }

    /** Puts another value into the next pair of quotation marks. */
    private static String replaceValue(String text, int at, String value) {
        var open = text.indexOf('"', at);
        var close = text.indexOf('"', open + 1);
        return open < 0 || close < 0 ? text : text.substring(0, open + 1) + value + text.substring(close);
    }

    private static String value(String text, int at) {
        var open = text.indexOf('"', at);
        var close = text.indexOf('"', open + 1);
        return open < 0 || close <= open + 1 ? "name" : text.substring(open + 1, close);
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static List<String> files() {
        var all = new ArrayList<String>();
        for (var folder : List.of("processes", "forms")) {
            try (var files = Files.walk(Path.of(folder))) {
                files.filter(Files::isRegularFile).map(Path::toString).sorted().forEach(all::add);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return List.copyOf(all);
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
