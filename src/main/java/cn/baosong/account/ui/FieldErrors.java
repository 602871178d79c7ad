package cn.baosong.account.ui;

import cn.baosong.account.FieldProblems;
import cn.baosong.common.Problem;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says problems at the fields they are about, all at once, and goes to the first. */
public final class FieldErrors {

    private final Component page;
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final Map<String, Problem> found = new LinkedHashMap<>();

    public FieldErrors(Component page) {
        this.page = page;
    }

    /** @param name as in {@link FieldProblems}; fields are told in the order they stand in the page */
    public FieldErrors field(String name, HasValidation field) {
        fields.put(name, field);
        return this;
    }

    public void clear() {
        found.clear();
        fields.values().forEach(field -> {
            field.setInvalid(false);
            field.setErrorMessage("");
        });
    }

    public FieldErrors add(String name, Optional<Problem> problem) {
        problem.ifPresent(one -> found.putIfAbsent(name, one));
        return this;
    }

    public FieldErrors addAll(FieldProblems problems) {
        problems.byField().forEach(found::putIfAbsent);
        return this;
    }

    /** @return whether there was anything to say */
    public boolean show() {
        var shown = new ArrayList<Component>();
        fields.forEach((name, field) -> {
            var problem = found.get(name);
            if (problem != null) {
                field.setErrorMessage(page.getTranslation(problem.key(), problem.arguments()));
                field.setInvalid(true);
                shown.add((Component) field);
            }
        });
        focusFirst(shown);
        return !shown.isEmpty();
    }

    private static void focusFirst(List<Component> shown) {
        if (!shown.isEmpty() && shown.get(0) instanceof Focusable<?> first) {
            first.focus();
        }
    }
}
