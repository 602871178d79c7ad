package cn.baosong.form.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.form.FormComponent.ChoiceEntry;
import cn.baosong.form.FormContext;
import cn.baosong.form.Options;
import cn.baosong.form.Options.Option;
import cn.baosong.form.ui.FieldInput.Conversion;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Fields with options. The components hold the values; the labels are looked up. */
final class ChoiceFields {

    /** A longer choice is easier found by typing. */
    private static final int LONGEST_SELECT = 12;

    private final FormContext context;
    private final CodeLists codeLists;
    private final Locale locale;

    ChoiceFields(FormContext context, CodeLists codeLists, Locale locale) {
        this.context = context;
        this.codeLists = codeLists;
        this.locale = locale;
    }

    FieldInput<?> create(ChoiceEntry field, Map<String, Object> names) {
        Choice choice = new Choice(field.options());
        switch (field.style()) {
            case RADIO -> {
                RadioButtonGroup<String> group = new RadioButtonGroup<>();
                group.setItemLabelGenerator(choice);
                return one(field, group, choice.into(group::setItems, names));
            }
            case CHECKLIST -> {
                CheckboxGroup<String> group = new CheckboxGroup<>();
                group.setItemLabelGenerator(choice);
                return many(field, group, choice.into(group::setItems, names));
            }
            case TAGLIST -> {
                MultiSelectComboBox<String> box = new MultiSelectComboBox<>();
                box.setItemLabelGenerator(choice);
                box.setClearButtonVisible(true);
                return many(field, box, choice.into(box::setItems, names));
            }
            default -> {
                return select(field, choice, names);
            }
        }
    }

    private FieldInput<String> select(ChoiceEntry field, Choice choice, Map<String, Object> names) {
        if (field.options() instanceof Options.Fixed fixed && fixed.options().size() <= LONGEST_SELECT) {
            Select<String> select = new Select<>();
            select.setItemLabelGenerator(choice);
            // The empty choice asks the generator for the label of null.
            select.setEmptySelectionAllowed(!field.entry().required());
            return one(field, select, choice.into(select::setItems, names));
        }
        ComboBox<String> box = new ComboBox<>();
        box.setItemLabelGenerator(choice);
        box.setClearButtonVisible(true);
        return one(field, box, choice.into(box::setItems, names));
    }

    private static <C extends Component & HasValue<?, String>> FieldInput<String> one(
            ChoiceEntry field, C component, Consumer<Map<String, Object>> refresh) {
        Conversion<String> conversion =
                new Conversion<>(FieldFactory::emptyIsNull, value -> value == null ? null : value.toString());
        return new FieldInput<>(field, component, conversion).refreshing(refresh);
    }

    private static <C extends Component & HasValue<?, Set<String>>> FieldInput<Set<String>> many(
            ChoiceEntry field, C component, Consumer<Map<String, Object>> refresh) {
        Conversion<Set<String>> conversion =
                new Conversion<>(chosen -> chosen.isEmpty() ? null : List.copyOf(chosen), ChoiceFields::set);
        return new FieldInput<>(field, component, conversion).refreshing(refresh);
    }

    private static Set<String> set(Object value) {
        Set<String> chosen = new LinkedHashSet<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> chosen.add(String.valueOf(item)));
        }
        return chosen;
    }

    /** The options of one field as they stand. */
    private final class Choice implements ItemLabelGenerator<String> {

        private final transient Options options;
        private transient List<Option> current = List.of();

        Choice(Options options) {
            this.options = options;
        }

        @Override
        public String apply(String value) {
            return current.stream()
                    .filter(option -> option.value().equals(value))
                    .findFirst()
                    .map(option -> option.label(locale))
                    .orElse(value == null ? "" : value);
        }

        /** @return what gives the component its items anew, if they have changed; done once at the start */
        Consumer<Map<String, Object>> into(Consumer<List<String>> component, Map<String, Object> names) {
            Consumer<Map<String, Object>> refresh = seen -> {
                List<Option> now = options.resolve(context, codeLists, seen);
                if (!now.equals(current)) {
                    current = now;
                    component.accept(new ArrayList<>(
                            now.stream().map(Option::value).distinct().toList()));
                }
            };
            refresh.accept(names);
            return refresh;
        }
    }
}
