package cn.baosong.filing;

import cn.baosong.testing.ModelFixture;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the guide for process owners shows of files, and the hands that put it there as its steps say. */
public final class ProcessOwnerGuide {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+) (\\S+)\\R(.*?)^```$");
    private static final Pattern PROPERTIES =
            Pattern.compile("(?s)(<bpmn:process .*?<camunda:properties>).*?(</camunda:properties>)");

    private final List<MatchResult> blocks =
            BLOCK.matcher(ModelFixture.read("help/modeling.zh.md")).results().toList();

    /** @return the block about this file, or about this cell of a table */
    public String block(String about) {
        return blocks.stream()
                .filter(block -> block.group(2).equals(about))
                .map(block -> block.group(3))
                .reduce((one, other) -> {
                    throw new IllegalStateException("the guide shows two blocks of " + about);
                })
                .orElseThrow(() -> new IllegalStateException("the guide shows nothing of " + about));
    }

    int blocks() {
        return blocks.size();
    }

    Map<String, String> settings(String file) {
        var settings = new LinkedHashMap<String, String>();
        block(file).lines().forEach(line -> {
            var equals = line.indexOf('=');
            settings.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return settings;
    }

    /** Drags the component of the block to the end of the first group. */
    public static String withComponent(String form, String block) {
        var mapper = new ObjectMapper();
        try {
            var read = mapper.readTree(form);
            ((ArrayNode) read.path("components").path(0).path("components")).add(mapper.readTree(block));
            return mapper.writeValueAsString(read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Adds a row at the end of the table. */
    static String withRow(String table, String row) {
        return table.replace("</decisionTable>", row + "</decisionTable>");
    }

    /** Types the text of the block of that name into the cell. */
    public String withCell(String table, String cell) {
        var text =
                block(cell).strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        var pattern = Pattern.compile("(?s)(Entry id=\"" + Pattern.quote(cell) + "\">\\s*<text>).*?(</text>)");
        return pattern.matcher(table)
                .replaceFirst(found -> Matcher.quoteReplacement(found.group(1) + text + found.group(2)));
    }

    /** Changes settings of the process that are there. */
    static String withSettings(String model, Map<String, String> settings) {
        var changed = model;
        for (var setting : settings.entrySet()) {
            changed = changed.replaceFirst(
                    "(<camunda:property name=\"" + Pattern.quote(setting.getKey()) + "\" value=\")[^\"]*",
                    "$1" + Matcher.quoteReplacement(setting.getValue()));
        }
        return changed;
    }

    /** Saves a process under another id and name, with other settings. */
    static String savedAs(String model, String oldId, String id, String name, Map<String, String> settings) {
        var properties = new StringBuilder();
        settings.forEach((key, value) ->
                properties.append("<camunda:property name=\"%s\" value=\"%s\" />".formatted(key, value)));
        var renamed = model.replace("<bpmn:process id=\"" + oldId + "\"", "<bpmn:process id=\"" + id + "\"")
                .replace("bpmnElement=\"" + oldId + "\"", "bpmnElement=\"" + id + "\"")
                .replaceFirst("(<bpmn:process id=\"[^\"]*\" name=\")[^\"]*", "$1" + name);
        return PROPERTIES
                .matcher(renamed)
                .replaceFirst(found -> Matcher.quoteReplacement(found.group(1) + properties + found.group(2)));
    }

    /** Adds elements to the process and drags the end of a flow to one of them. */
    static String withElements(String model, String elements, String flow, String target) {
        return model.replaceFirst(
                        "(<bpmn:sequenceFlow id=\"" + Pattern.quote(flow) + "\"[^>]*targetRef=\")[^\"]*", "$1" + target)
                .replace("</bpmn:process>", elements + "</bpmn:process>");
    }
}
