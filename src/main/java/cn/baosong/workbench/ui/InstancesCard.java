package cn.baosong.workbench.ui;

import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PagedGrid;
import cn.baosong.common.ui.PhoneColumns;
import cn.baosong.common.ui.When;
import cn.baosong.engine.ModelLabels;
import cn.baosong.engine.ProcessInstances.Instance;
import cn.baosong.engine.ProcessInstances.Search;
import cn.baosong.workbench.InstanceDesk;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;

/** The running instances of a process, by version, step, failure and id. */
final class InstancesCard extends Div {

    InstancesCard(InstanceDesk desk, ModelLabels labels, Search search, Consumer<Search> onSearch) {
        var card = new Card(getTranslation("workbench.models.instances"));
        add(card);
        card.add(filters(search, onSearch));
        var count = desk.count(search);
        if (count == 0) {
            card.add(new EmptyState(
                    "…",
                    getTranslation("workbench.models.instances.none"),
                    getTranslation("workbench.models.instances.none.text")));
            return;
        }
        var grid = new PagedGrid<Instance>(
                "instances", count, (offset, limit) -> desk.page(search, offset, limit), () -> desk.count(search));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(this::cell)
                .setHeader(getTranslation("workbench.instance.subject"))
                .setFlexGrow(3);
        grid.addComponentColumn(InstanceState::badge)
                .setHeader(getTranslation("workbench.models.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        PhoneColumns.hide(List.of(
                grid.addColumn(Instance::version)
                        .setHeader(getTranslation("workbench.models.version"))
                        .setAutoWidth(true)
                        .setFlexGrow(0),
                grid.addColumn(instance -> steps(desk, labels, instance))
                        .setHeader(getTranslation("workbench.models.step"))
                        .setFlexGrow(2),
                grid.addColumn(InstancesCard::started)
                        .setHeader(getTranslation("workbench.instance.started"))
                        .setAutoWidth(true)
                        .setFlexGrow(0)));
        card.add(grid);
    }

    private Component filters(Search search, Consumer<Search> onSearch) {
        var text = new TextField();
        text.setId("instance-search");
        text.setPlaceholder(getTranslation("workbench.models.instances.search"));
        text.setAriaLabel(getTranslation("workbench.models.instances.search"));
        text.setWidth("320px");
        text.setMaxWidth("100%");
        text.setClearButtonVisible(true);
        text.setValue(search.text());
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> onSearch.accept(
                new Search(search.key(), search.version(), search.step(), search.failed(), change.getValue())));
        if (!search.text().isEmpty()) {
            text.focus();
        }
        var failed = new Checkbox(getTranslation("workbench.models.instances.failed"), search.failed());
        failed.setId("only-failed");
        failed.addValueChangeListener(change -> onSearch.accept(
                new Search(search.key(), search.version(), search.step(), change.getValue(), search.text())));
        var filters = new Div(text, failed);
        filters.addClassName("filters");
        if (search.step() != null) {
            var clear = new Button(
                    getTranslation("workbench.models.instances.step", search.step()),
                    click -> onSearch.accept(
                            new Search(search.key(), search.version(), null, search.failed(), search.text())));
            clear.setId("clear-step");
            filters.add(clear);
        }
        return filters;
    }

    private Component cell(Instance instance) {
        var cell = PhoneColumns.cell(
                instance.subject() == null ? instance.id() : instance.subject(),
                getTranslation("workbench.models.line", instance.version(), started(instance)),
                () -> getUI().ifPresent(ui -> ui.navigate(InstanceView.class, InstanceView.of(instance.id()))));
        if (instance.caller() != null) {
            var called = new Span(getTranslation("workbench.instance.called"));
            called.addClassName("cell-second");
            cell.add(called);
        }
        return cell;
    }

    private String steps(InstanceDesk desk, ModelLabels labels, Instance instance) {
        return String.join(
                ", ",
                desk.standing(instance).stream()
                        .map(step -> labels.of(instance.definition(), step, getLocale()))
                        .sorted()
                        .toList());
    }

    private static String started(Instance instance) {
        return instance.startedAt() == null ? "" : When.exact(instance.startedAt());
    }
}
