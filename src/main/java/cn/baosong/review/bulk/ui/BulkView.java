package cn.baosong.review.bulk.ui;

import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.When;
import cn.baosong.excel.ui.SheetDownload;
import cn.baosong.review.Reviews;
import cn.baosong.review.bulk.BulkAction;
import cn.baosong.review.bulk.BulkExport;
import cn.baosong.review.bulk.BulkOperation;
import cn.baosong.review.bulk.BulkResult;
import cn.baosong.review.bulk.BulkReviews;
import cn.baosong.review.bulk.BulkState;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One bulk operation: its preview, the seconds in which it can be cancelled, how far it is, and what became of each item.
 * Can be left and found again; the filter of the results is in the address.
 */
@Route("reviews/bulk/:id")
@RolesAllowed("REVIEWER")
class BulkView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int LOOK_EVERY = 1000;

    private final transient BulkReviews bulk;
    private final transient BulkExport export;
    private final transient Reviews reviews;
    private final transient Clock clock;
    private UUID id;
    private BulkResult shown;
    private final Paragraph words = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private String title = "";
    private BulkState standing;
    private boolean moving;
    private Registration looking;

    BulkView(BulkReviews bulk, BulkExport export, Reviews reviews, Clock clock) {
        this.bulk = bulk;
        this.export = export;
        this.reviews = reviews;
        this.clock = clock;
        words.setId("progress-text");
        words.getElement().setAttribute("aria-live", "polite");
        bar.setId("progress");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").map(BulkView::uuid).orElseThrow(NotFoundException::new);
        shown = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("show")
                .flatMap(name -> Arrays.stream(BulkResult.values())
                        .filter(result -> result.name().equals(name))
                        .findFirst())
                .orElse(null);
        build(bulk.find(id).orElseThrow(NotFoundException::new));
        getUI().ifPresent(this::follow);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotFoundException();
        }
    }

    private void build(BulkOperation operation) {
        removeAll();
        standing = operation.state();
        moving = operation.state() == BulkState.WINDOW || operation.state() == BulkState.RUNNING;
        title = getTranslation("review.bulk.action." + operation.action());
        var header = new PageHeader(
                title + " · " + getTranslation("review.kind." + operation.kind()),
                operation.confirmedAt() == null
                        ? getTranslation("review.bulk.preview.sentence")
                        : getTranslation("review.bulk.by", operation.actor(), When.exact(operation.confirmedAt())),
                new RouterLink(getTranslation("review.bulk.title"), BulkListView.class));
        header.badge(BulkBadge.of(operation.state(), this));
        add(header);
        switch (operation.state()) {
            case PREVIEW -> {
                add(new ConfirmCard(operation, bulk.preview(id), reasons(operation), this::confirm));
                add(new Card(getTranslation("review.bulk.items"), new BulkItems(bulk, export, operation, null)));
            }
            case WINDOW -> add(window(operation));
            case RUNNING -> add(progress(operation));
            case DONE, CANCELLED -> addResults(operation);
        }
    }

    private List<String> reasons(BulkOperation operation) {
        return operation.action() == BulkAction.RETURN ? reviews.reasonsUsed(operation.kind()) : List.of();
    }

    private Callout window(BulkOperation operation) {
        var cancel = new Button(getTranslation("review.bulk.cancel"), click -> cancel());
        cancel.setId("cancel");
        say(operation);
        return new Callout(Callout.Kind.WARN, "", words, cancel);
    }

    private Card progress(BulkOperation operation) {
        say(operation);
        return new Card("", words, bar);
    }

    /** What changes from second to second; what can be pressed stays where it is. */
    private void say(BulkOperation operation) {
        if (operation.state() == BulkState.RUNNING) {
            bar.setMax(Math.max(1, operation.size()));
            bar.setValue(operation.decided());
            words.setText(getTranslation("review.bulk.progress", operation.decided(), operation.size()));
            return;
        }
        var left = Duration.between(clock.instant(), operation.windowEnds()).toSeconds();
        words.setText(
                left > 0
                        ? getTranslation("review.bulk.window", operation.size(), left)
                        : getTranslation("review.bulk.window.over", operation.size()));
    }

    private void addResults(BulkOperation operation) {
        if (operation.state() == BulkState.CANCELLED) {
            add(new Callout(Callout.Kind.INFO, getTranslation("review.bulk.cancelled", operation.cancelledBy())));
        }
        if (operation.reason() != null) {
            add(new Callout(Callout.Kind.INFO, getTranslation("review.bulk.reason", operation.reason())));
        }
        add(tiles(operation));
        add(new Card(
                        getTranslation("review.bulk.items"),
                        tabs(operation),
                        new BulkItems(bulk, export, operation, shown))
                .trailing(new SheetDownload(
                        "export",
                        getTranslation("review.bulk.export"),
                        getTranslation("review.bulk.sheet"),
                        out -> export.write(id, getLocale(), out))));
    }

    private Component tiles(BulkOperation operation) {
        var tiles = new Div();
        tiles.addClassName("tiles");
        for (var result : results(operation)) {
            var number = new com.vaadin.flow.dom.Element("b");
            number.setText(Integer.toString(operation.count(result)));
            var tile = new Div();
            tile.setId("count-" + result);
            tile.addClassName("tile");
            if (result == BulkResult.FAILED || result == BulkResult.NOT_ALLOWED) {
                tile.addClassName("bad");
            }
            tile.getElement().appendChild(number);
            tile.add(new com.vaadin.flow.component.html.Span(getTranslation("review.bulk.result." + result)));
            tiles.add(tile);
        }
        return tiles;
    }

    /** @return the results there are, what was done always */
    private static List<BulkResult> results(BulkOperation operation) {
        return Arrays.stream(BulkResult.values())
                .filter(result -> result == BulkResult.DONE || operation.count(result) > 0)
                .toList();
    }

    private Component tabs(BulkOperation operation) {
        var tabs = new Tabs();
        tabs.setId("filter");
        var all = new Tab(getTranslation("review.bulk.all", operation.size()));
        tabs.add(all);
        for (var result : results(operation)) {
            var tab = new Tab(getTranslation("review.bulk.result." + result) + " " + operation.count(result));
            tab.setId(result.name());
            tabs.add(tab);
            if (result == shown) {
                tabs.setSelectedTab(tab);
            }
        }
        tabs.addSelectedChangeListener(change -> change.getSource()
                .getUI()
                .ifPresent(ui -> ui.navigate(
                        BulkView.class,
                        BulkPages.parameters(id),
                        change.getSelectedTab() == all
                                ? QueryParameters.empty()
                                : QueryParameters.simple(Map.of(
                                        "show", change.getSelectedTab().getId().orElseThrow())))));
        return tabs;
    }

    private void confirm(String reason) {
        bulk.confirm(id, reason);
        look();
    }

    private void cancel() {
        try {
            bulk.cancel(id);
            Notices.done(getTranslation("review.bulk.cancelled.done"));
        } finally {
            look();
        }
    }

    /** The page as it is now. It looks again by itself for as long as something moves. */
    private void look() {
        var operation = bulk.find(id).orElse(null);
        if (operation == null) {
            // Whoever looks does not hold the desk any more.
            moving = false;
        } else if (operation.state() == standing && moving) {
            say(operation);
        } else {
            build(operation);
        }
        getUI().ifPresent(this::follow);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        follow(attached.getUI());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        moving = false;
        follow(detached.getUI());
    }

    private void follow(UI ui) {
        if (moving && looking == null) {
            ui.setPollInterval(LOOK_EVERY);
            looking = ui.addPollListener(poll -> look());
        } else if (!moving && looking != null) {
            ui.setPollInterval(-1);
            looking.remove();
            looking = null;
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
