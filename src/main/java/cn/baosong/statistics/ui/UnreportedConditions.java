package cn.baosong.statistics.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.statistics.UnreportedFilter;
import cn.baosong.statistics.UnreportedState;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The conditions of 未报送企业 (QRY-05): name or user ID, region, period, states. Each change is told at once. */
class UnreportedConditions extends Div {

    private final transient UnreportedFilter filter;
    private final transient Consumer<UnreportedFilter> onChange;

    /**
     * @param months first months of the periods to choose from, the newest first
     * @param words what a period is called
     */
    UnreportedConditions(
            UnreportedFilter filter,
            List<YearMonth> months,
            Function<YearMonth, String> words,
            RegionWords regions,
            Optional<CodeLists.Entry> region,
            Consumer<UnreportedFilter> onChange) {
        this.filter = filter;
        this.onChange = onChange;
        addClassName("filters");
        add(text(), region(regions, region), month(months, words), states());
    }

    private TextField text() {
        var field = new TextField();
        field.setId("search");
        field.setPlaceholder(getTranslation("statistics.unreported.search"));
        field.setAriaLabel(getTranslation("statistics.unreported.search"));
        field.setClearButtonVisible(true);
        field.setMaxLength(UnreportedFilter.LONGEST_TEXT);
        field.setWidth("220px");
        field.setValue(filter.text());
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> onChange.accept(filter.saying(change.getValue())));
        return field;
    }

    private ComboBox<CodeLists.Entry> region(RegionWords regions, Optional<CodeLists.Entry> chosen) {
        var field = new ComboBox<CodeLists.Entry>();
        field.setId("region");
        field.setPlaceholder(getTranslation("statistics.unreported.region"));
        field.setAriaLabel(getTranslation("statistics.unreported.region"));
        field.setClearButtonVisible(true);
        field.setWidth("220px");
        field.setItemLabelGenerator(entry -> regions.path(entry.code(), getLocale()));
        field.setItems(query -> regions.search(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        chosen.ifPresent(field::setValue);
        field.addValueChangeListener(change -> onChange.accept(filter.inRegion(
                change.getValue() == null ? "" : change.getValue().code())));
        return field;
    }

    private Select<YearMonth> month(List<YearMonth> months, Function<YearMonth, String> words) {
        var field = new Select<YearMonth>();
        field.setId("month");
        field.setAriaLabel(getTranslation("statistics.unreported.month"));
        field.setItems(months);
        field.setItemLabelGenerator(words::apply);
        field.setValue(filter.month());
        field.setWidth("140px");
        field.addValueChangeListener(change -> onChange.accept(filter.inMonth(change.getValue())));
        return field;
    }

    private MultiSelectComboBox<UnreportedState> states() {
        var field = new MultiSelectComboBox<UnreportedState>();
        field.setId("states");
        field.setPlaceholder(getTranslation("statistics.unreported.state"));
        field.setAriaLabel(getTranslation("statistics.unreported.state"));
        field.setWidth("240px");
        field.setClearButtonVisible(true);
        field.setItems(UnreportedState.values());
        field.setItemLabelGenerator(state -> getTranslation("filing.status." + state));
        field.setValue(filter.states());
        field.addValueChangeListener(change -> onChange.accept(filter.inStates(change.getValue())));
        return field;
    }
}
