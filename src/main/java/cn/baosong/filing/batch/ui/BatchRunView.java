package cn.baosong.filing.batch.ui;

import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.When;
import cn.baosong.excel.ui.SheetDownload;
import cn.baosong.filing.batch.BatchReports;
import cn.baosong.filing.batch.BatchRun;
import cn.baosong.filing.batch.BatchStatus;
import cn.baosong.review.Reviews;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One workbook on its way, and what has become of its rows. Can be left and found again; the filter is in the address. */
@Route("reports/batch/:run")
@RolesAllowed("REVIEWER")
class BatchRunView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int LOOK_EVERY = 1000;

    private final transient BatchReports batches;
    private final transient Reviews reviews;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph progress = new Paragraph();
    private UUID id;
    private BatchStatus shown;
    private boolean finished;
    private Registration looking;

    BatchRunView(BatchReports batches, Reviews reviews) {
        this.batches = batches;
        this.reviews = reviews;
        bar.setId("progress");
        progress.setId("progress-text");
        progress.getElement().setAttribute("aria-live", "polite");
    }

    static RouteParameters parameters(UUID run) {
        return new RouteParameters("run", run.toString());
    }

    static void open(UI ui, UUID run) {
        ui.navigate(BatchRunView.class, parameters(run));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("run").map(BatchRunView::uuid).orElseThrow(NotFoundException::new);
        shown = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("show")
                .flatMap(name -> Arrays.stream(BatchStatus.values())
                        .filter(status -> status.name().equals(name))
                        .findFirst())
                .orElse(null);
        build(batches.run(id).orElseThrow(NotFoundException::new));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotFoundException();
        }
    }

    private void build(BatchRun run) {
        removeAll();
        finished = run.finished();
        var header = new PageHeader(
                run.fileName(),
                getTranslation("filing.batch.run.by", run.month().toString(), When.exact(run.uploadedAt())),
                new RouterLink(getTranslation("filing.batch.back"), BatchView.class));
        header.badge(new StatusBadge(
                finished ? StatusBadge.Tone.ACCEPTED : StatusBadge.Tone.WAITING,
                getTranslation("filing.batch." + (finished ? "finished" : "going"))));
        say(run);
        add(header, new Card("", progress, bar, tiles(run)));
        if (run.rows() > batches.advised()) {
            add(new Callout(Callout.Kind.WARN, getTranslation("filing.batch.many", run.rows(), batches.advised())));
        }
        if (finished) {
            add(new Card(getTranslation("filing.batch.rows"), tabs(run), new BatchRowList(batches, reviews, run, shown))
                    .trailing(new SheetDownload(
                            "export",
                            getTranslation("filing.batch.export"),
                            getTranslation("filing.batch.result.file"),
                            out -> batches.export(id, getLocale(), out))));
        }
    }

    private void say(BatchRun run) {
        var done = run.rows() - run.count(BatchStatus.PENDING);
        bar.setMax(Math.max(1, run.rows()));
        bar.setValue(done);
        progress.setText(
                getTranslation(finished ? "filing.batch.run.all" : "filing.batch.run.leave", done, run.rows()));
    }

    private Component tiles(BatchRun run) {
        var tiles = new Div();
        tiles.addClassName("tiles");
        for (var status : List.of(BatchStatus.FILED, BatchStatus.BEGUN, BatchStatus.REFUSED)) {
            var number = new com.vaadin.flow.dom.Element("b");
            number.setText(Integer.toString(run.count(status)));
            var tile = new Div();
            tile.setId("count-" + status);
            tile.addClassName("tile");
            if (status == BatchStatus.REFUSED && run.count(status) > 0) {
                tile.addClassName("bad");
            }
            tile.getElement().appendChild(number);
            tile.add(new Span(getTranslation("filing.batch.status." + status)));
            tiles.add(tile);
        }
        return tiles;
    }

    private Component tabs(BatchRun run) {
        var tabs = new Tabs();
        tabs.setId("filter");
        var all = new Tab(getTranslation("filing.batch.all", run.rows()));
        tabs.add(all);
        for (var status : List.of(BatchStatus.FILED, BatchStatus.BEGUN, BatchStatus.REFUSED)) {
            var tab = new Tab(getTranslation("filing.batch.status." + status) + " " + run.count(status));
            tab.setId(status.name());
            tabs.add(tab);
            if (status == shown) {
                tabs.setSelectedTab(tab);
            }
        }
        tabs.addSelectedChangeListener(change -> change.getSource()
                .getUI()
                .ifPresent(ui -> ui.navigate(
                        BatchRunView.class,
                        parameters(id),
                        change.getSelectedTab() == all
                                ? QueryParameters.empty()
                                : QueryParameters.simple(Map.of(
                                        "show", change.getSelectedTab().getId().orElseThrow())))));
        return tabs;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        if (!finished) {
            attached.getUI().setPollInterval(LOOK_EVERY);
            looking = attached.getUI().addPollListener(poll -> look());
        }
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        stop(detached.getUI());
    }

    private void look() {
        batches.run(id).ifPresent(this::build);
        if (finished) {
            getUI().ifPresent(this::stop);
        }
    }

    private void stop(UI ui) {
        if (looking != null) {
            ui.setPollInterval(-1);
            looking.remove();
            looking = null;
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("filing.batch.title");
    }
}
