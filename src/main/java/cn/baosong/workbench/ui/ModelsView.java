package cn.baosong.workbench.ui;

import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.HelpLink;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.PhoneColumns;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.Tally;
import cn.baosong.common.ui.When;
import cn.baosong.engine.ModelLabels;
import cn.baosong.engine.ModelVersions.Model;
import cn.baosong.workbench.ModelDesk;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;

/** 流程模型: every deployed process, what runs of it and what failed. */
@Route("models")
@RolesAllowed("PROCESS_OWNER")
class ModelsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String TITLE = "workbench.models";
    private static final int FEW = 30;

    private final transient ModelDesk desk;
    private final transient ModelLabels labels;

    ModelsView(ModelDesk desk, ModelLabels labels) {
        this.desk = desk;
        this.labels = labels;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PageHeader(
                getPageTitle(), getTranslation("workbench.models.sentence"), new HelpLink(HelpLink.WORKBENCH)));
        var models = desk.models();
        if (models.isEmpty()) {
            add(new EmptyState(
                    "…", getTranslation("workbench.models.none"), getTranslation("workbench.models.none.text")));
            return;
        }
        var failed = models.stream().mapToLong(Model::failed).sum();
        var suspended = (int) models.stream().filter(Model::suspended).count();
        add(Tally.tiles(List.of(
                new Tally("models", getTranslation("workbench.models.count"), models.size(), false),
                new Tally(
                        "running",
                        getTranslation("workbench.models.count.running"),
                        (int) models.stream().mapToLong(Model::running).sum(),
                        false),
                new Tally("failed", getTranslation("workbench.models.count.failed"), (int) failed, failed > 0),
                new Tally("suspended", getTranslation("workbench.models.count.suspended"), suspended, suspended > 0))));
        add(list(models));
    }

    private Component list(List<Model> models) {
        var grid = new Grid<Model>();
        grid.setId("models");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setAllRowsVisible(models.size() <= FEW);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        var listed = grid.setItems(models);
        grid.addComponentColumn(this::cell)
                .setHeader(getTranslation("workbench.models.name"))
                .setFlexGrow(3);
        PhoneColumns.hide(List.of(
                grid.addColumn(Model::version)
                        .setHeader(getTranslation("workbench.models.version"))
                        .setAutoWidth(true)
                        .setFlexGrow(0),
                grid.addColumn(model -> When.exact(model.deployedAt()))
                        .setHeader(getTranslation("workbench.models.deployed"))
                        .setAutoWidth(true)
                        .setFlexGrow(0)));
        grid.addColumn(Model::running)
                .setHeader(getTranslation("workbench.models.running"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(model -> ModelTable.failures(model.failed()))
                .setHeader(getTranslation("workbench.models.failed"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        var search = new TextField();
        search.setId("search");
        search.setPlaceholder(getTranslation("workbench.models.search"));
        search.setAriaLabel(getTranslation("workbench.models.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            var wanted = change.getValue().strip().toLowerCase(Locale.ROOT);
            listed.setFilter(model ->
                    (model.key() + " " + name(model)).toLowerCase(Locale.ROOT).contains(wanted));
        });
        var filters = new Div(search);
        filters.addClassName("filters");
        return new Div(filters, grid);
    }

    private Component cell(Model model) {
        var cell = PhoneColumns.cell(
                name(model),
                getTranslation("workbench.models.line", model.version(), When.exact(model.deployedAt())),
                () -> getUI().ifPresent(ui -> ui.navigate(ModelView.class, ModelView.of(model.key()))));
        if (model.suspended()) {
            cell.add(new StatusBadge(StatusBadge.Tone.FROZEN, getTranslation("workbench.models.suspended")));
        }
        var key = new Span(model.key());
        key.addClassName("cell-second");
        cell.add(key);
        return cell;
    }

    private String name(Model model) {
        return labels.of(model.definition(), model.key(), getLocale());
    }

    @Override
    public String getPageTitle() {
        return getTranslation(TITLE);
    }
}
