package cn.baosong.deployment;

import static cn.baosong.testing.ModelFixture.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.baosong.engine.GuardFinding;
import cn.baosong.engine.ModelFile;
import cn.baosong.engine.ModelHints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What a process owner is told of files that are in force and could be better. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ModelHintsTest {

    private static final String REVIEW = "processes/review/multi-level-review.bpmn";
    private static final String CHECKS = "processes/monthly-report/report-checks.dmn";
    private static final String INDICATORS = "forms/monthly-report/economic-indicators.form";

    @Autowired
    private ModelHints hints;

    @Test
    void nothingCouldBeBetterAboutThePackedFiles() throws IOException {
        var files = new ArrayList<ModelFile>();
        for (var folder : List.of("processes", "forms")) {
            try (Stream<Path> found = Files.walk(Path.of(folder))) {
                for (var file : found.filter(Files::isRegularFile).toList()) {
                    files.add(new ModelFile(file.getFileName().toString(), Files.readAllBytes(file)));
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(30);
        assertThat(hints.of(files)).isEmpty();
    }

    static Stream<Arguments> untidy() {
        return Stream.of(
                arguments(REVIEW, "<camunda:property name=\"name.en\" value=\"Accepted?\" />", "", "tidy-english"),
                arguments(REVIEW, " name=\"直管机构审核\"", "", "tidy-name"),
                arguments(
                        REVIEW,
                        "sourceRef=\"record-skipped\" targetRef=\"skip-accepted\"",
                        "sourceRef=\"record-skipped\" targetRef=\"review-accepted\"",
                        "tidy-way-in"),
                arguments(
                        REVIEW,
                        "sourceRef=\"record-skipped\" targetRef=\"skip-accepted\"",
                        "sourceRef=\"record-accepted\" targetRef=\"skip-accepted\"",
                        "tidy-way-out"),
                arguments(
                        REVIEW,
                        "sourceRef=\"record-skipped\" targetRef=\"skip-accepted\"",
                        "sourceRef=\"record-accepted\" targetRef=\"skip-accepted\"",
                        "tidy-split"),
                arguments(
                        REVIEW,
                        "<di:waypoint x=\"1200\" y=\"180\" />",
                        "<di:waypoint x=\"1180\" y=\"180\" />",
                        "tidy-line-end"),
                arguments(CHECKS, " name=\"月报审核规则\" camunda", " camunda", "tidy-name"),
                arguments(CHECKS, "dmnElementRef=\"report-checks\"", "dmnElementRef=\"other\"", "tidy-place"),
                arguments(INDICATORS, "\"label.en\": \"Revenue\",", "", "tidy-english-word"),
                arguments(INDICATORS, "\"column.month.group.en\": \"This year\",", "", "tidy-english-word"));
    }

    @ParameterizedTest(name = "{3}: {2}")
    @MethodSource("untidy")
    void whatIsUntidyIsSaid(String file, String right, String wrong, String rule) {
        var packed = read(file);
        assertThat(packed).contains(right);
        assertThat(hints.of(List.of(file(file, packed.replace(right, wrong)))))
                .extracting(GuardFinding::rule)
                .contains(rule);
    }

    @Test
    void whatLiesOnEachOtherIsSaid() {
        assertThat(rules(SmallModels.userTask("small-hints"))).contains("tidy-overlap");
        var apart = SmallModels.userTask("small-hints");
        for (var place : List.of("started", "done", "task")) {
            var x = Map.of("started", 0, "task", 400, "done", 200).get(place);
            apart = apart.replaceFirst(
                    "(?s)(bpmnElement=\"" + place + "\">\\s*<dc:Bounds x=\")100(\" y=\"100\" width=\"100)",
                    "$1" + x + "$2");
        }
        apart = apart.replaceFirst(
                "(?s)(bpmnElement=\"to-task\">\\s*)<di:waypoint x=\"100\" y=\"100\" /><di:waypoint x=\"200\" y=\"100\" />",
                "$1<di:waypoint x=\"50\" y=\"140\" /><di:waypoint x=\"400\" y=\"140\" />");
        assertThat(rules(apart)).contains("tidy-line-through").doesNotContain("tidy-overlap");
    }

    private List<String> rules(String model) {
        return hints.of(List.of(file("small.bpmn", model))).stream()
                .map(GuardFinding::rule)
                .toList();
    }

    private static ModelFile file(String path, String content) {
        return new ModelFile(path.substring(path.lastIndexOf('/') + 1), content.getBytes(StandardCharsets.UTF_8));
    }
}
