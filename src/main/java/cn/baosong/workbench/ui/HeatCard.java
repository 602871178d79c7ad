package cn.baosong.workbench.ui;

import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.ProcessPicture;
import cn.baosong.engine.ModelLabels;
import cn.baosong.engine.ModelVersions.Load;
import cn.baosong.engine.ModelVersions.Version;
import cn.baosong.engine.ProcessInstances.Search;
import cn.baosong.workbench.ModelDesk;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The diagram with how many stand at each step: the fuller the warmer, what failed in red; the same as a table below. */
final class HeatCard extends Div {

    private static final int ALL = 0;

    HeatCard(
            ModelDesk desk,
            ModelLabels labels,
            List<Version> versions,
            Version shown,
            Search search,
            Consumer<Search> onSearch) {
        var card = new Card(getTranslation("workbench.models.heat"), choice(versions, search, onSearch));
        add(card);
        var loads = desk.load(search.key(), search.version());
        card.add(picture(desk, shown, loads));
        if (loads.isEmpty()) {
            card.add(new Paragraph(getTranslation("workbench.models.heat.none")));
            return;
        }
        var table = new ModelTable(
                "loads",
                getTranslation("workbench.models.step"),
                getTranslation("workbench.models.standing"),
                getTranslation("workbench.models.failed"));
        loads.forEach(load -> table.row(
                step(labels.of(shown.definition(), load.step(), getLocale()), load, search, onSearch),
                ModelTable.number(load.standing()),
                ModelTable.failures(load.failed())));
        card.add(table);
    }

    private Component choice(List<Version> versions, Search search, Consumer<Search> onSearch) {
        var choice = new Select<Integer>();
        choice.setId("version");
        choice.setAriaLabel(getTranslation("workbench.models.version"));
        var numbers = versions.stream().map(Version::number).collect(Collectors.toList());
        numbers.add(0, ALL);
        choice.setItems(numbers);
        choice.setItemLabelGenerator(number ->
                number == ALL ? getTranslation("workbench.models.all") : getTranslation("workbench.version", number));
        choice.setValue(search.version() == null ? ALL : search.version());
        choice.addValueChangeListener(change -> onSearch.accept(new Search(
                search.key(),
                change.getValue() == ALL ? null : change.getValue(),
                null,
                search.failed(),
                search.text())));
        var filters = new Div(choice);
        filters.addClassName("filters");
        return filters;
    }

    private Component picture(ModelDesk desk, Version shown, List<Load> loads) {
        var picture = new ProcessPicture(getTranslation("workbench.diagram"), desk.file(shown));
        var most = loads.stream().mapToLong(Load::standing).max().orElse(0);
        for (var load : loads) {
            if (load.standing() > 0) {
                picture.mark(load.standing() * 2 > most ? "hot" : "warm", List.of(load.step()));
                picture.count("good", load.step(), load.standing());
            }
            if (load.failed() > 0) {
                picture.mark("failed", List.of(load.step()));
                picture.count("bad", load.step(), load.failed());
            }
        }
        return picture;
    }

    private Component step(String label, Load load, Search search, Consumer<Search> onSearch) {
        var link = new NativeButton(
                label, click -> onSearch.accept(new Search(search.key(), search.version(), load.step(), false, "")));
        link.setId("step-" + load.step());
        link.addClassName("link");
        return link;
    }
}
