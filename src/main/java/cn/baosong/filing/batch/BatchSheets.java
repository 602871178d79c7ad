package cn.baosong.filing.batch;

import cn.baosong.common.Texts;
import cn.baosong.excel.SheetPlan;
import cn.baosong.excel.SheetPlan.Column;
import cn.baosong.filing.FilingOnBehalf;
import cn.baosong.form.Bilingual;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormComponent.Appearance;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormComponent.Entry;
import cn.baosong.form.FormComponent.Field;
import cn.baosong.form.FormComponent.FileEntry;
import cn.baosong.form.FormComponent.Head;
import cn.baosong.form.FormComponent.Matrix;
import cn.baosong.form.FormComponent.MatrixRow;
import cn.baosong.form.FormComponent.Placement;
import cn.baosong.form.FormComponent.TextEntry;
import cn.baosong.form.FormComponent.TextRules;
import cn.baosong.form.FormDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The sheets of a month: one line an enterprise for the indicators and for what the platform cannot know, and a sheet for
 * each list, one line a product. What the month has not is left out; what an enterprise has not, its own line refuses.
 */
@Component
class BatchSheets {

    static final String MAIN = "batch/enterprises";
    static final String USER_ID = "userId";
    static final String NAME = "enterpriseName";
    static final String EXPLANATION = "explanation";

    private static final String LIST = "enterprises";
    private static final String FOLLOWS = "follows";
    private static final String ENTERPRISE = "enterprise.";

    /** Property of the field 填报人 (IMP-02): nobody but the file knows it. */
    private static final String FILLER = "filler";

    private final Texts texts;

    BatchSheets(Texts texts) {
        this.texts = texts;
    }

    /** @return the sheet of enterprises first */
    List<SheetPlan> of(FilingOnBehalf.Blank blank, Locale locale) {
        var plans = new ArrayList<SheetPlan>();
        plans.add(main(blank, locale));
        for (var form : blank.model().forms()) {
            lists(form.components())
                    .map(list -> list(form, list, blank.model().titles().get(form.id()), locale))
                    .forEach(plans::add);
        }
        return List.copyOf(plans);
    }

    /** @return key of the sheet of a list */
    static String key(FormDefinition form, String list) {
        return "batch/" + form.id() + "/" + list;
    }

    private SheetPlan main(FilingOnBehalf.Blank blank, Locale locale) {
        var columns = new ArrayList<>(who(locale));
        var model = blank.model();
        var described = asked(model.enterpriseForm(), model.keyFields());
        described.stream()
                .filter(field -> "true".equals(field.head().property(FILLER)))
                .forEach(field -> columns.add(described(model.enterpriseForm(), field, "filing.batch.given", locale)));
        for (var form : model.forms()) {
            form.all().filter(Matrix.class::isInstance).map(Matrix.class::cast).forEach(matrix -> matrix.rows().stream()
                    .filter(row -> offered(row, blank))
                    .forEach(row -> indicator(form, matrix, row, locale).forEach(columns::add)));
        }
        columns.add(own(EXPLANATION, "filing.batch.column.explanation", locale));
        described.stream()
                .filter(field -> !"true".equals(field.head().property(FILLER)))
                .forEach(field -> columns.add(described(model.enterpriseForm(), field, "filing.batch.known", locale)));
        return new SheetPlan(
                MAIN, LIST, texts.get(locale, "filing.batch.sheet"), columns, List.of(), list(LIST, "enterprises"));
    }

    private List<Column> who(Locale locale) {
        return List.of(
                own(USER_ID, "filing.batch.column.user-id", locale), own(NAME, "filing.batch.column.name", locale));
    }

    private Column own(String key, String text, Locale locale) {
        var title = texts.get(locale, text);
        var note = EXPLANATION.equals(key) ? texts.get(locale, "filing.batch.column.explanation.note") : "";
        var field = new TextEntry(
                new Head(
                        key,
                        "textfield",
                        key,
                        new Bilingual(title, title),
                        Bilingual.NONE,
                        null,
                        new Placement(null, 0),
                        Map.of()),
                new Entry(false, false, null, null),
                false,
                new TextRules(null, null, null, Bilingual.NONE, null),
                new Appearance(null, null));
        return new Column(key, title, "", note, true, field);
    }

    /** What must be given of the enterprise and is no key field: what is left empty stays as the platform knows it. */
    private static List<Field> asked(FormDefinition form, List<String> keyFields) {
        return plain(form.components())
                .filter(field -> !(field instanceof FileEntry))
                .filter(field -> field.entry().required() && !field.entry().readOnly())
                .filter(field ->
                        !keyFields.contains(field.head().path()) && field.head().property(FOLLOWS) == null)
                .toList();
    }

    private Column described(FormDefinition form, Field field, String group, Locale locale) {
        return new Column(
                form.id() + "/" + field.head().path(),
                field.name().in(locale) + unit(field, locale),
                texts.get(locale, group),
                note(field, locale),
                true,
                field);
    }

    /** What hides an indicator from some enterprises only does not hide it here. */
    private static boolean offered(MatrixRow row, FilingOnBehalf.Blank blank) {
        var hide = row.head().hide();
        return hide == null
                || hide.contains(ENTERPRISE)
                || !blank.context().expressions().holds(hide, blank.context().inputs());
    }

    private static Stream<Column> indicator(FormDefinition form, Matrix matrix, MatrixRow row, Locale locale) {
        var code = row.code() == null ? "" : row.code() + " ";
        var group = code + row.name().in(locale) + unit(row, locale);
        return matrix.columns().stream()
                .filter(column -> row.cells().containsKey(column.key())
                        && !row.cells().get(column.key()).entry().readOnly())
                .map(column -> {
                    var cell = row.cells().get(column.key());
                    var title = Stream.of(
                                    column.group().in(locale), column.label().in(locale))
                            .filter(text -> !text.isBlank())
                            .reduce((first, second) -> first + " " + second)
                            .orElse(column.key());
                    return new Column(
                            form.id() + "/" + cell.head().path(), title, group, note(row, locale), true, cell);
                });
    }

    private SheetPlan list(FormDefinition form, DynamicList list, Bilingual title, Locale locale) {
        var columns = new ArrayList<>(who(locale));
        fields(list.children())
                .filter(field -> !(field instanceof FileEntry) && !field.entry().readOnly())
                .forEach(field -> columns.add(new Column(
                        field.head().path(),
                        field.name().in(locale) + unit(field, locale),
                        "",
                        note(field, locale),
                        true,
                        field)));
        var path = list.head().path();
        return new SheetPlan(
                key(form, path),
                form.id(),
                title == null ? list.name().in(locale) : title.in(locale),
                columns,
                List.of(),
                list(path, list.head().id()));
    }

    private static DynamicList list(String path, String id) {
        return new DynamicList(
                new Head(
                        id,
                        "dynamiclist",
                        path,
                        Bilingual.NONE,
                        Bilingual.NONE,
                        null,
                        new Placement(null, 0),
                        Map.of()),
                List.of(),
                0,
                false,
                new LinkedHashMap<>());
    }

    private static Stream<DynamicList> lists(List<FormComponent> components) {
        return components.stream()
                .flatMap(component ->
                        component instanceof DynamicList list ? Stream.of(list) : lists(component.children()));
    }

    /** In the order of the form; what stands in a matrix or in a list is not among them. */
    private static Stream<Field> plain(List<FormComponent> components) {
        return components.stream()
                .filter(component -> !(component instanceof Matrix))
                .flatMap(component -> component instanceof DynamicList
                        ? Stream.empty()
                        : component instanceof Field field ? Stream.of(field) : plain(component.children()));
    }

    private static Stream<Field> fields(List<FormComponent> components) {
        return components.stream()
                .flatMap(component -> component instanceof DynamicList
                        ? Stream.empty()
                        : component instanceof Field field ? Stream.of(field) : fields(component.children()));
    }

    private static String unit(FormComponent component, Locale locale) {
        var unit = component.head().unit().in(locale);
        return unit.isEmpty() ? "" : Texts.pick(locale, "（" + unit + "）", " (" + unit + ")");
    }

    private static String note(FormComponent component, Locale locale) {
        return Stream.of(component.head().description(), component.head().definition())
                .map(text -> text.in(locale))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
