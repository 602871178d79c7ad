package cn.baosong.check;

import cn.baosong.form.FormComponent;
import cn.baosong.form.FormComponent.DynamicList;
import cn.baosong.form.FormDefinition;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names a FEEL expression may read: values of forms, and what stands around them. A name nobody knows is null when it
 * is evaluated, so a misspelt one must be found before.
 */
public final class NameScope {

    /** What FEEL knows of a date beside its being one. */
    private static final List<String> OF_A_DATE = List.of("year", "month", "day", "weekday");

    private final Set<String> paths = new HashSet<>();

    private NameScope(Collection<String> paths) {
        paths.forEach(this::add);
    }

    /** @return every value of the forms by its path, rows of lists by {@code list.key}, cells by {@code row.column} */
    public static NameScope of(List<FormDefinition> forms) {
        Set<String> paths = new HashSet<>();
        forms.forEach(form -> form.components().forEach(component -> gather(component, "", paths)));
        return new NameScope(paths);
    }

    /** @return what a row of any list of the form sees by itself: its own keys, {@code this}, {@code parent}, {@code i} */
    public static NameScope ofRows(FormDefinition form) {
        Set<String> own = new HashSet<>();
        form.all()
                .filter(DynamicList.class::isInstance)
                .flatMap(list -> list.children().stream())
                .forEach(component -> gather(component, "", own));
        if (own.isEmpty()) {
            return new NameScope(Set.of());
        }
        NameScope rows = new NameScope(own);
        return rows.with("this", new NameScope(own))
                .with("parent", of(List.of(form)).and(new NameScope(own)))
                .and(new NameScope(Set.of("i")));
    }

    /** @return just these paths */
    public static NameScope of(String... paths) {
        return new NameScope(List.of(paths));
    }

    /** @return a date under this name */
    public static NameScope ofDate(String name) {
        NameScope scope = of(name);
        OF_A_DATE.forEach(part -> scope.add(name + "." + part));
        return scope;
    }

    /** @return this and the other */
    public NameScope and(NameScope other) {
        NameScope both = new NameScope(paths);
        other.paths.forEach(both::add);
        return both;
    }

    /** @return this, and all of {@code inside} below a name, such as {@code previous} */
    public NameScope with(String name, NameScope inside) {
        NameScope both = new NameScope(paths);
        both.add(name);
        inside.paths.forEach(path -> both.add(name + "." + path));
        return both;
    }

    /** @return whether something stands under this path, or below it */
    public boolean knows(String path) {
        return paths.contains(path);
    }

    private void add(String path) {
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            paths.add(path.substring(0, dot));
        }
        paths.add(path);
    }

    private static void gather(FormComponent component, String stem, Set<String> paths) {
        String path =
                component.head().path() == null ? null : stem + component.head().path();
        if (component instanceof DynamicList list) {
            paths.add(path);
            list.children().forEach(child -> gather(child, path + ".", paths));
        } else if (component.children().isEmpty()) {
            if (path != null) {
                paths.add(path);
            }
        } else {
            // What is inside a group or a matrix bears its whole path.
            component.children().forEach(child -> gather(child, stem, paths));
        }
    }
}
