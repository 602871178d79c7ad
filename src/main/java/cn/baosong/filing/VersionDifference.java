package cn.baosong.filing;

import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.filing.repository.SetAsideTable;
import cn.baosong.form.FormComponent;
import cn.baosong.form.FormComponent.Computed;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormComponent.Growth;
import cn.baosong.form.FormComponent.NumberEntry;
import cn.baosong.form.FormComponent.TextEntry;
import cn.baosong.form.FormEvaluation;
import cn.baosong.form.NumberText;
import cn.baosong.form.ValueText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Two sealed contents of one report, place by place; only what changed. Numbers are compared as numbers. */
@Component
class VersionDifference {

    private final FilingViews views;
    private final SetAsideTable carried;
    private final CodeLists codes;
    private final Texts texts;

    VersionDifference(FilingViews views, SetAsideTable carried, CodeLists codes, Texts texts) {
        this.views = views;
        this.carried = carried;
        this.codes = codes;
        this.texts = texts;
    }

    /** @param before,after as {@code Seals.content} gives them */
    List<VersionChange> between(Filing filing, Map<String, Object> before, Map<String, Object> after, Locale locale) {
        var changes = new ArrayList<VersionChange>();
        var old = values(before);
        var now = values(after);
        for (var form : views.forms(filing)) {
            var title = views.title(filing, form).in(locale);
            var said = new Said(
                    title,
                    "",
                    new ValueText(views.context(filing, form, old), codes, texts, locale),
                    new ValueText(views.context(filing, form, now), codes, texts, locale),
                    locale);
            compare(form.components(), map(old.get(form.id())), map(now.get(form.id())), said, changes);
        }
        goneSince(filing, old, now, locale, changes);
        explanations(filing, map(before.get("explanations")), map(after.get("explanations")), locale, changes);
        return changes;
    }

    /** What an older revision asked for, and the one the report was carried over to does not. */
    private void goneSince(
            Filing filing,
            Map<String, Map<String, Object>> old,
            Map<String, Map<String, Object>> now,
            Locale locale,
            List<VersionChange> changes) {
        var known = new HashSet<String>();
        views.forms(filing).forEach(form -> form.byPath().keySet().forEach(path -> known.add(form.id() + "/" + path)));
        for (var revision : carried.before(filing.id())) {
            var earlier = filing.under(revision);
            for (var form : views.forms(earlier)) {
                var gone = form.byPath().entrySet().stream()
                        .filter(value -> known.add(form.id() + "/" + value.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
                var said = new Said(
                        views.title(earlier, form).in(locale),
                        "",
                        new ValueText(views.context(earlier, form, old), codes, texts, locale),
                        new ValueText(views.context(earlier, form, now), codes, texts, locale),
                        locale);
                compare(gone, map(old.get(form.id())), map(now.get(form.id())), said, changes);
            }
        }
    }

    private void compare(
            List<FormComponent> components,
            Map<String, Object> before,
            Map<String, Object> after,
            Said said,
            List<VersionChange> changes) {
        for (var component : components) {
            if (component instanceof DynamicList list) {
                rows(list, before, after, said, changes);
            } else if (component.holdsValue() && !(component instanceof Growth)) {
                var path = component.head().path();
                if (!same(component, before.get(path), after.get(path))) {
                    changes.add(said.change(component, before.get(path), after.get(path)));
                }
            } else {
                compare(component.children(), before, after, said, changes);
            }
        }
    }

    /** Rows of one name belong together where the name stands once; the rest are taken in their order. */
    private void rows(
            DynamicList list,
            Map<String, Object> before,
            Map<String, Object> after,
            Said said,
            List<VersionChange> changes) {
        var name = list.children().stream()
                .flatMap(VersionDifference::flat)
                .filter(TextEntry.class::isInstance)
                .map(text -> text.head().path())
                .findFirst()
                .orElse("");
        var old = FormEvaluation.rows(before.get(list.head().path()));
        var now = FormEvaluation.rows(after.get(list.head().path()));
        var pairs = pairs(old, now, name);
        for (var pair : pairs) {
            var row = pair.after() == null ? pair.before() : pair.after();
            var called = Objects.toString(row.get(name), "");
            var place = texts.get(
                    said.locale(), "filing.versions.row", list.name().in(said.locale()), pair.number(), called);
            compare(list.children(), orNone(pair.before()), orNone(pair.after()), said.in(place + " · "), changes);
        }
    }

    private record Pair(int number, Map<String, Object> before, Map<String, Object> after) {}

    private static List<Pair> pairs(List<Map<String, Object>> old, List<Map<String, Object>> now, String name) {
        var left = new ArrayList<>(old);
        var found = new LinkedHashMap<Integer, Map<String, Object>>();
        for (var i = 0; i < now.size(); i++) {
            var called = now.get(i).get(name);
            var alike = left.stream()
                    .filter(row -> called != null && called.equals(row.get(name)))
                    .toList();
            var once = now.stream()
                            .filter(row -> called != null && called.equals(row.get(name)))
                            .count()
                    == 1;
            if (alike.size() == 1 && once) {
                found.put(i, alike.get(0));
                removeSame(left, alike.get(0));
            }
        }
        var pairs = new ArrayList<Pair>();
        for (var i = 0; i < now.size(); i++) {
            var before = found.containsKey(i) ? found.get(i) : left.isEmpty() ? null : left.remove(0);
            pairs.add(new Pair(i + 1, before, now.get(i)));
        }
        left.forEach(row -> pairs.add(new Pair(indexOf(old, row) + 1, row, null)));
        return pairs;
    }

    private static void removeSame(List<Map<String, Object>> rows, Map<String, Object> row) {
        rows.remove(indexOf(rows, row));
    }

    /** The very row, not one that looks like it. */
    private static int indexOf(List<Map<String, Object>> rows, Map<String, Object> row) {
        for (var i = 0; i < rows.size(); i++) {
            if (rows.get(i) == row) {
                return i;
            }
        }
        return -1;
    }

    private void explanations(
            Filing filing,
            Map<String, Object> before,
            Map<String, Object> after,
            Locale locale,
            List<VersionChange> changes) {
        var rules = new TreeSet<>(before.keySet());
        rules.addAll(after.keySet());
        var none = texts.get(locale, "form.value.empty");
        for (var rule : rules) {
            if (!Objects.equals(before.get(rule), after.get(rule))) {
                changes.add(new VersionChange(
                        texts.get(locale, "filing.versions.explanations"),
                        message(filing, rule, locale),
                        Objects.toString(before.get(rule), none),
                        Objects.toString(after.get(rule), none)));
            }
        }
    }

    private static String message(Filing filing, String rule, Locale locale) {
        return filing.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(finding -> Texts.pick(locale, finding.message(), finding.messageEn()))
                .findFirst()
                .orElse(rule);
    }

    private static boolean same(FormComponent component, Object before, Object after) {
        if (before == null || after == null || before.equals(after)) {
            return Objects.equals(before, after);
        }
        if (component instanceof NumberEntry || component instanceof Computed) {
            try {
                return Objects.equals(NumberText.parse(before.toString()), NumberText.parse(after.toString()));
            } catch (NumberText.Unreadable noNumber) {
                return false;
            }
        }
        return before.toString().equals(after.toString());
    }

    private static Stream<FormComponent> flat(FormComponent component) {
        return Stream.concat(Stream.of(component), component.children().stream().flatMap(VersionDifference::flat));
    }

    private static Map<String, Object> orNone(Map<String, Object> row) {
        return row == null ? Map.of() : row;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }

    private static Map<String, Map<String, Object>> values(Map<String, Object> content) {
        var values = new LinkedHashMap<String, Map<String, Object>>();
        map(content.get("values")).forEach((form, fields) -> values.put(form, map(fields)));
        return values;
    }

    /** How values are said before and after, and what stands in front of the name of a field. */
    private record Said(String form, String prefix, ValueText before, ValueText after, Locale locale) {

        Said in(String place) {
            return new Said(form, place, before, after, locale);
        }

        VersionChange change(FormComponent component, Object old, Object now) {
            return new VersionChange(
                    form,
                    prefix + component.name().in(locale),
                    before.of(component, old, Map.of()),
                    after.of(component, now, Map.of()));
        }
    }
}
