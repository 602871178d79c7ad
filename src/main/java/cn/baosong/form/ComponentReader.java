package cn.baosong.form;

import cn.baosong.form.FormComponent.Appearance;
import cn.baosong.form.FormComponent.Button;
import cn.baosong.form.FormComponent.CheckEntry;
import cn.baosong.form.FormComponent.ChoiceEntry;
import cn.baosong.form.FormComponent.ChoiceStyle;
import cn.baosong.form.FormComponent.CodeEntry;
import cn.baosong.form.FormComponent.Computed;
import cn.baosong.form.FormComponent.DateEntry;
import cn.baosong.form.FormComponent.DateKind;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormComponent.Entry;
import cn.baosong.form.FormComponent.FileEntry;
import cn.baosong.form.FormComponent.Group;
import cn.baosong.form.FormComponent.Head;
import cn.baosong.form.FormComponent.Image;
import cn.baosong.form.FormComponent.Link;
import cn.baosong.form.FormComponent.NumberEntry;
import cn.baosong.form.FormComponent.Placement;
import cn.baosong.form.FormComponent.Separator;
import cn.baosong.form.FormComponent.Spacer;
import cn.baosong.form.FormComponent.Table;
import cn.baosong.form.FormComponent.TextBlock;
import cn.baosong.form.FormComponent.TextEntry;
import cn.baosong.form.FormComponent.TextRules;
import cn.baosong.form.FormComponent.UnknownComponent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.StreamSupport;

/** Turns the JSON of components into the typed model, once per file: it remembers ids and paths already taken. */
final class ComponentReader {

    private static final int DEEPEST = 12;
    private static final int MOST_LEVELS = 6;
    private static final Pattern PATH = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");

    /** A longer pattern nobody reads, and Java compiles it by calling itself as deep as it is nested. */
    private static final int LONGEST_PATTERN = 1_000;

    /** A text with parts to fill in is searched for them whenever it is shown. */
    private static final int LONGEST_TEMPLATE = 20_000;

    private static final Set<String> TYPES_OF_FIELDS = Set.of(
            "textfield",
            "textarea",
            "number",
            "datetime",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "filepicker",
            "expression");

    private final List<String> expressions = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> paths = new HashSet<>();

    List<String> expressions() {
        return expressions;
    }

    /**
     * @param scope path of the groups around, with its last dot
     * @throws FormException at the first component that cannot be read
     */
    List<FormComponent> components(JsonNode list, String scope, int depth) {
        if (depth > DEEPEST) {
            throw new FormException("form.file.tooDeep", DEEPEST);
        }
        List<FormComponent> components = new ArrayList<>();
        for (JsonNode node : list) {
            if (!node.isObject()) {
                throw new FormException("form.file.noComponent", components.size() + 1);
            }
            components.add(component(node, scope, depth));
        }
        return List.copyOf(components);
    }

    private FormComponent component(JsonNode node, String scope, int depth) {
        String type = node.path("type").asText("");
        Head head = head(node, type, scope);
        if (head.path() != null && !type.equals("group")) {
            take(head.path());
        }
        if (TYPES_OF_FIELDS.contains(type) && (head.property("decision") != null || type.equals("expression"))) {
            return computed(node, head);
        }
        return switch (type) {
            case "textfield" -> text(node, head, false);
            case "textarea" -> text(node, head, true);
            case "number" ->
                new NumberEntry(
                        head,
                        entry(node, head),
                        limit(node, "min", head),
                        limit(node, "max", head),
                        decimals(node),
                        appearance(node));
            case "datetime" ->
                new DateEntry(
                        head,
                        entry(node, head),
                        dateKind(node, head),
                        Math.max(1, Math.min(60, node.path("timeInterval").asInt(15))),
                        node.path("disallowPassedDates").asBoolean());
            case "checkbox" -> new CheckEntry(head, entry(node, head));
            case "radio" -> choice(node, head, ChoiceStyle.RADIO);
            case "select" -> choice(node, head, ChoiceStyle.SELECT);
            case "checklist" -> choice(node, head, ChoiceStyle.CHECKLIST);
            case "taglist" -> choice(node, head, ChoiceStyle.TAGLIST);
            case "filepicker" ->
                new FileEntry(
                        head,
                        entry(node, head),
                        node.path("multiple").asBoolean(),
                        node.path("accept").asText(""));
            case "group" -> group(node, head, scope, depth);
            case "dynamiclist" -> dynamicList(node, head, depth);
            case "text" -> new TextBlock(head, content(node, "text", head), false);
            case "html" -> new TextBlock(head, content(node, "content", head), true);
            case "image" ->
                new Image(
                        head,
                        noted(textOf(node, "source")),
                        new Bilingual(textOf(node, "alt"), head.property("alt.en")));
            case "table" -> table(node, head);
            case "separator" -> new Separator(head);
            case "spacer" ->
                new Spacer(head, Math.max(0, Math.min(1000, node.path("height").asInt(60))));
            case "button" -> new Button(head, node.path("action").asText("submit"));
            case "iframe" -> new Link(head, noted(textOf(node, "url")));
            default -> new UnknownComponent(head);
        };
    }

    /** @throws FormException if the path is taken already */
    void take(String path) {
        if (!paths.add(path)) {
            throw new FormException("form.file.keyTwice", path);
        }
    }

    /** @return the id if it is free, else another */
    String freeId(String wanted) {
        if (wanted != null && ids.add(wanted)) {
            return wanted;
        }
        String id = "component-" + (ids.size() + 1);
        ids.add(id);
        return id;
    }

    private Head head(JsonNode node, String type, String scope) {
        Map<String, String> properties = new LinkedHashMap<>();
        node.path("properties")
                .fields()
                .forEachRemaining(property ->
                        properties.put(property.getKey(), property.getValue().asText("")));
        String id = freeId(textOf(node, "id"));
        String label = textOf(node, "label");
        if (label == null) {
            label = textOf(node, "subtype") != null
                            && node.path("subtype").asText().equals("time")
                    ? textOf(node, "timeLabel")
                    : textOf(node, "dateLabel");
        }
        JsonNode layout = node.path("layout");
        return new Head(
                id,
                type,
                path(node, type, scope, label == null ? id : label),
                new Bilingual(label, properties.get("label.en")),
                new Bilingual(textOf(node, "description"), properties.get("description.en")),
                noted(textOf(node.path("conditional"), "hide")),
                new Placement(
                        textOf(layout, "row"),
                        Math.max(0, Math.min(16, layout.path("columns").asInt(0)))),
                Map.copyOf(properties));
    }

    private static String path(JsonNode node, String type, String scope, String name) {
        boolean container = type.equals("group") || type.equals("dynamiclist");
        String key = textOf(node, container ? "path" : "key");
        if (key == null) {
            if (TYPES_OF_FIELDS.contains(type) || type.equals("dynamiclist")) {
                throw new FormException("form.file.noKey", name);
            }
            return null;
        }
        if (!container && !TYPES_OF_FIELDS.contains(type)) {
            return null;
        }
        if (key.length() > 200 || !PATH.matcher(key).matches()) {
            throw new FormException("form.file.badKey", name, key);
        }
        return scope + key;
    }

    private Entry entry(JsonNode node, Head head) {
        JsonNode readOnly = node.path("readonly");
        JsonNode standard = node.path("defaultValue");
        return new Entry(
                node.path("validate").path("required").asBoolean(),
                readOnly.asBoolean() || node.path("disabled").asBoolean(),
                isFeel(readOnly) ? noted(readOnly.asText()) : null,
                standard.isMissingNode() || standard.isNull() ? null : plain(standard, head));
    }

    private static Object plain(JsonNode value, Head head) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(item -> plain(item, head))
                    .toList();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (value.isTextual()) {
            return value.textValue();
        }
        throw new FormException("form.file.badDefault", head.id());
    }

    private TextEntry text(JsonNode node, Head head, boolean multiline) {
        JsonNode validate = node.path("validate");
        String pattern = textOf(validate, "pattern");
        TextRules rules = new TextRules(
                limit(node, "minLength", head),
                limit(node, "maxLength", head),
                pattern == null ? null : pattern(pattern, head),
                new Bilingual(head.property("pattern.message"), head.property("pattern.message.en")),
                textOf(validate, "validationType"));
        return new TextEntry(head, entry(node, head), multiline, rules, appearance(node));
    }

    private static Pattern pattern(String pattern, Head head) {
        if (pattern.length() > LONGEST_PATTERN) {
            throw new FormException("form.file.longPattern", head.id(), LONGEST_PATTERN);
        }
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException wrong) {
            throw new FormException("form.file.badPattern", head.id(), pattern);
        }
    }

    private Limit limit(JsonNode node, String rule, Head head) {
        JsonNode value = node.path("validate").path(rule);
        if (value.isMissingNode() || value.isNull() || value.asText().isBlank()) {
            return Limit.NONE;
        }
        if (isFeel(value)) {
            return new Limit(null, noted(value.asText()));
        }
        try {
            return new Limit(NumberText.parse(value.asText()), null);
        } catch (NumberText.Unreadable notANumber) {
            throw new FormException("form.file.badLimit", head.id(), rule, value.asText());
        }
    }

    private static Integer decimals(JsonNode node) {
        return node.path("decimalDigits").isNumber()
                ? Math.max(0, Math.min(10, node.path("decimalDigits").asInt()))
                : null;
    }

    private static DateKind dateKind(JsonNode node, Head head) {
        return switch (node.path("subtype").asText("date")) {
            case "date" -> DateKind.DATE;
            case "time" -> DateKind.TIME;
            case "datetime" -> DateKind.DATETIME;
            default -> throw new FormException("form.file.badSubtype", head.id());
        };
    }

    private FormComponent choice(JsonNode node, Head head, ChoiceStyle style) {
        String list = head.property("codeList");
        String levels = head.property("levels");
        if (list == null || levels == null) {
            return new ChoiceEntry(head, entry(node, head), style, options(node, head));
        }
        if (!levels.matches("[1-" + MOST_LEVELS + "]")) {
            throw new FormException("form.file.badLevels", head.id(), MOST_LEVELS);
        }
        return new CodeEntry(
                head, entry(node, head), list, Integer.parseInt(levels), !"false".equals(head.property("leaf")));
    }

    private Options options(JsonNode node, Head head) {
        if (head.property("codeList") != null) {
            return new Options.FromCodeList(head.property("codeList"));
        }
        if (textOf(node, "valuesExpression") != null) {
            return new Options.FromExpression(noted(textOf(node, "valuesExpression")));
        }
        if (textOf(node, "valuesKey") != null) {
            return new Options.FromKey(textOf(node, "valuesKey"));
        }
        List<Options.Option> options = new ArrayList<>();
        for (JsonNode value : node.path("values")) {
            String code = value.path("value").asText("");
            options.add(new Options.Option(
                    code, new Bilingual(value.path("label").asText(code), head.property("option." + code + ".en"))));
        }
        return new Options.Fixed(List.copyOf(options));
    }

    private Computed computed(JsonNode node, Head head) {
        String expression = noted(textOf(node, "expression"));
        if (expression == null && head.property("decision") == null) {
            throw new FormException("form.file.noExpression", head.id());
        }
        return new Computed(head, head.property("decision"), expression, options(node, head), decimals(node));
    }

    private FormComponent group(JsonNode node, Head head, String scope, int depth) {
        String inside = head.path() == null ? scope : head.path() + ".";
        List<FormComponent> children = components(node.path("components"), inside, depth + 1);
        return "matrix".equals(head.property("layout"))
                ? new MatrixReader(head, this).read(children)
                : new Group(head, children, node.path("showOutline").asBoolean());
    }

    private DynamicList dynamicList(JsonNode node, Head head, int depth) {
        // Paths inside start anew: they are those of one row.
        Set<String> around = Set.copyOf(paths);
        paths.clear();
        List<FormComponent> children = components(node.path("components"), "", depth + 1);
        paths.clear();
        paths.addAll(around);
        int rows = Math.max(0, Math.min(50, node.path("defaultRepetitions").asInt(1)));
        boolean fixed = !node.path("allowAddRemove").asBoolean(true);
        return new DynamicList(head, children, rows, fixed);
    }

    private Table table(JsonNode node, Head head) {
        List<Table.Column> columns = new ArrayList<>();
        for (JsonNode column : node.path("columns")) {
            String key = column.path("key").asText("");
            columns.add(new Table.Column(key, column.path("label").asText(key)));
        }
        return new Table(
                head,
                noted(textOf(node, "dataSource")),
                List.copyOf(columns),
                noted(textOf(node, "columnsExpression")));
    }

    private Bilingual content(JsonNode node, String name, Head head) {
        return new Bilingual(noted(textOf(node, name)), noted(head.property(name + ".en")));
    }

    private static Appearance appearance(JsonNode node) {
        JsonNode appearance = node.path("appearance");
        return new Appearance(textOf(appearance, "prefixAdorner"), textOf(appearance, "suffixAdorner"));
    }

    /** Remembers the FEEL in a text and hands the text on. */
    private String noted(String text) {
        if (text != null && text.startsWith("=")) {
            expressions.add(text.substring(1).strip());
        } else if (text != null && text.contains("{{")) {
            if (text.length() > LONGEST_TEMPLATE) {
                throw new FormException("form.file.longTemplate", LONGEST_TEMPLATE);
            }
            int start = text.indexOf("{{");
            for (int end; start >= 0 && (end = text.indexOf("}}", start + 3)) > 0; start = text.indexOf("{{", end)) {
                expressions.add(text.substring(start + 2, end).strip());
            }
        }
        return text;
    }

    private static boolean isFeel(JsonNode value) {
        return value.isTextual() && value.asText().startsWith("=");
    }

    /** @return null if absent or blank */
    private static String textOf(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return !value.isValueNode() || value.isNull() || value.asText().isBlank() ? null : value.asText();
    }
}
