package cn.baosong.form;

import cn.baosong.form.FormComponent.DynamicList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form as its file says it.
 *
 * @param id unique among the forms
 * @param components in reading order
 * @param expressions every FEEL expression of the file, without {@code =}, so that a deployment can check them
 * @param byPath components that hold a value, by path; those inside a dynamic list are found in the list
 */
public record FormDefinition(
        String id,
        int schemaVersion,
        List<FormComponent> components,
        List<String> expressions,
        Map<String, FormComponent> byPath) {

    FormDefinition(String id, int schemaVersion, List<FormComponent> components, List<String> expressions) {
        this(id, schemaVersion, List.copyOf(components), List.copyOf(expressions), valuesAmong(components));
    }

    /** @return the component that holds the value of this path, such as {@code name} or {@code members[2].name} */
    public Optional<FormComponent> find(String path) {
        FormComponent direct = byPath.get(path);
        if (direct != null || path == null) {
            return Optional.ofNullable(direct);
        }
        int open = path.indexOf('[');
        int dot = path.indexOf("].", open);
        if (open < 0 || dot < 0 || !(byPath.get(path.substring(0, open)) instanceof DynamicList list)) {
            return Optional.empty();
        }
        return new FormDefinition(id, schemaVersion, list.children(), List.of(), list.byPath())
                .find(path.substring(dot + 2));
    }

    /** Every component with all inside it, in reading order. */
    public Stream<FormComponent> all() {
        return components.stream().flatMap(FormDefinition::withInside);
    }

    static Stream<FormComponent> withInside(FormComponent component) {
        return Stream.concat(Stream.of(component), component.children().stream().flatMap(FormDefinition::withInside));
    }

    /** Components that hold a value among these, in the same row of values: groups opened, lists not. */
    static Map<String, FormComponent> valuesAmong(List<FormComponent> components) {
        return sameRow(components)
                .filter(FormComponent::holdsValue)
                .collect(Collectors.toUnmodifiableMap(
                        component -> component.head().path(), Function.identity(), (first, second) -> first));
    }

    /** These and what is inside their groups, but not inside their lists. */
    static Stream<FormComponent> sameRow(List<FormComponent> components) {
        return components.stream()
                .flatMap(component -> component instanceof DynamicList
                        ? Stream.of(component)
                        : Stream.concat(Stream.of(component), sameRow(component.children())));
    }
}
