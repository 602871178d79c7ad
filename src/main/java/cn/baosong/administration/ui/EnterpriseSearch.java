package cn.baosong.administration.ui;

import cn.baosong.administration.EnterpriseFilter;
import cn.baosong.common.CodeLists;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** The conditions of the list (ADM-02): name or user ID, region, state. Each change is told at once. */
class EnterpriseSearch extends Div {

    private static final int REGIONS_FOUND = 400;

    private enum State {
        ALL(null),
        ACTIVE(true),
        DISABLED(false);

        private final Boolean active;

        State(Boolean active) {
            this.active = active;
        }

        static State of(Boolean active) {
            return active == null ? ALL : active ? ACTIVE : DISABLED;
        }
    }

    EnterpriseSearch(EnterpriseFilter filter, CodeLists codes, Consumer<EnterpriseFilter> onChange) {
        addClassName("filters");
        add(text(filter, onChange), region(filter, codes, onChange), state(filter, onChange));
    }

    private TextField text(EnterpriseFilter filter, Consumer<EnterpriseFilter> onChange) {
        var field = new TextField();
        field.setId("search");
        field.setPlaceholder(getTranslation("administration.search"));
        field.setAriaLabel(getTranslation("administration.search"));
        field.setClearButtonVisible(true);
        field.setMaxLength(EnterpriseFilter.LONGEST_TEXT);
        field.setWidth("240px");
        field.setValue(filter.text());
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(
                change -> onChange.accept(new EnterpriseFilter(filter.region(), change.getValue(), filter.active())));
        return field;
    }

    private ComboBox<CodeLists.Entry> region(
            EnterpriseFilter filter, CodeLists codes, Consumer<EnterpriseFilter> onChange) {
        var field = new ComboBox<CodeLists.Entry>();
        field.setId("region");
        field.setPlaceholder(getTranslation("administration.region"));
        field.setAriaLabel(getTranslation("administration.region"));
        field.setClearButtonVisible(true);
        field.setItemLabelGenerator(entry -> RegionNames.path(codes, entry.code(), getLocale()));
        field.setItems(query -> codes.search("region", query.getFilter().orElse(""), REGIONS_FOUND).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        codes.find("region", filter.region()).ifPresent(field::setValue);
        field.addValueChangeListener(change -> onChange.accept(new EnterpriseFilter(
                change.getValue() == null ? "" : change.getValue().code(), filter.text(), filter.active())));
        return field;
    }

    private Select<State> state(EnterpriseFilter filter, Consumer<EnterpriseFilter> onChange) {
        var field = new Select<State>();
        field.setId("state");
        field.setAriaLabel(getTranslation("administration.state"));
        field.setItems(State.values());
        field.setItemLabelGenerator(state -> getTranslation("administration.state." + state));
        field.setValue(State.of(filter.active()));
        field.addValueChangeListener(change ->
                onChange.accept(new EnterpriseFilter(filter.region(), filter.text(), change.getValue().active)));
        return field;
    }
}
