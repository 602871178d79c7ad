package cn.baosong.registration.ui;

import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.When;
import cn.baosong.excel.ui.SheetDownload;
import cn.baosong.registration.takeover.TakeoverRun;
import cn.baosong.registration.takeover.TakeoverStatus;
import cn.baosong.registration.takeover.Takeovers;
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
@Route("takeover/:run")
@RolesAllowed("OPERATOR")
class TakeoverRunView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int LOOK_EVERY = 1000;

    private final transient Takeovers takeovers;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph progress = new Paragraph();
    private UUID id;
    private TakeoverStatus shown;
    private boolean finished;
    private Registration looking;

    TakeoverRunView(Takeovers takeovers) {
        this.takeovers = takeovers;
        bar.setId("progress");
        progress.setId("progress-text");
        progress.getElement().setAttribute("aria-live", "polite");
    }

    static RouteParameters parameters(UUID run) {
        return new RouteParameters("run", run.toString());
    }

    static void open(UI ui, UUID run) {
        ui.navigate(TakeoverRunView.class, parameters(run));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("run").map(TakeoverRunView::uuid).orElseThrow(NotFoundException::new);
        shown = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("show")
                .flatMap(name -> Arrays.stream(TakeoverStatus.values())
                        .filter(status -> status.name().equals(name))
                        .findFirst())
                .orElse(null);
        build(takeovers.run(id).orElseThrow(NotFoundException::new));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotFoundException();
        }
    }

    private void build(TakeoverRun run) {
        removeAll();
        finished = run.finished();
        var header = new PageHeader(
                run.fileName(),
                getTranslation("registration.takeover.run.by", When.exact(run.uploadedAt()), run.uploader()),
                new RouterLink(getTranslation("registration.takeover.back"), TakeoverView.class));
        header.badge(new StatusBadge(
                finished ? StatusBadge.Tone.ACCEPTED : StatusBadge.Tone.WAITING,
                getTranslation("registration.takeover." + (finished ? "finished" : "going"))));
        say(run);
        add(header, new Card("", progress, bar, tiles(run)));
        if (finished) {
            add(new Card(
                            getTranslation("registration.takeover.rows"),
                            tabs(run),
                            new TakeoverRowList(takeovers, run, shown))
                    .trailing(new SheetDownload(
                            "export",
                            getTranslation("registration.takeover.export"),
                            getTranslation("registration.takeover.result.file"),
                            out -> takeovers.export(id, getLocale(), out))));
        }
    }

    private void say(TakeoverRun run) {
        var done = run.rows() - run.count(TakeoverStatus.PENDING);
        bar.setMax(Math.max(1, run.rows()));
        bar.setValue(done);
        progress.setText(getTranslation(
                finished ? "registration.takeover.run.all" : "registration.takeover.run.leave", done, run.rows()));
    }

    private Component tiles(TakeoverRun run) {
        var tiles = new Div();
        tiles.addClassName("tiles");
        for (var status : List.of(TakeoverStatus.TAKEN_OVER, TakeoverStatus.ALREADY, TakeoverStatus.REFUSED)) {
            var number = new com.vaadin.flow.dom.Element("b");
            number.setText(Integer.toString(run.count(status)));
            var tile = new Div();
            tile.setId("count-" + status);
            tile.addClassName("tile");
            if (status == TakeoverStatus.REFUSED && run.count(status) > 0) {
                tile.addClassName("bad");
            }
            tile.getElement().appendChild(number);
            tile.add(new Span(getTranslation("registration.takeover.status." + status)));
            tiles.add(tile);
        }
        return tiles;
    }

    private Component tabs(TakeoverRun run) {
        var tabs = new Tabs();
        tabs.setId("filter");
        var all = new Tab(getTranslation("registration.takeover.all", run.rows()));
        tabs.add(all);
        for (var status : List.of(TakeoverStatus.TAKEN_OVER, TakeoverStatus.ALREADY, TakeoverStatus.REFUSED)) {
            var tab = new Tab(getTranslation("registration.takeover.status." + status) + " " + run.count(status));
            tab.setId(status.name());
            tabs.add(tab);
            if (status == shown) {
                tabs.setSelectedTab(tab);
            }
        }
        tabs.addSelectedChangeListener(change -> change.getSource()
                .getUI()
                .ifPresent(ui -> ui.navigate(
                        TakeoverRunView.class,
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
        takeovers.run(id).ifPresent(this::build);
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
        return getTranslation("registration.takeover");
    }
}
