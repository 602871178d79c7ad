package cn.baosong.review.bulk.ui;

import cn.baosong.common.ui.Address;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.LiveProgress;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.Tally;
import cn.baosong.common.ui.When;
import cn.baosong.excel.ui.SheetDownload;
import cn.baosong.review.Reviews;
import cn.baosong.review.bulk.BulkAction;
import cn.baosong.review.bulk.BulkExport;
import cn.baosong.review.bulk.BulkOperation;
import cn.baosong.review.bulk.BulkResult;
import cn.baosong.review.bulk.BulkReviews;
import cn.baosong.review.bulk.BulkState;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * One bulk operation: its preview, the seconds in which it can be cancelled, how far it is, and what became of each item.
 * Can be left and found again; the filter of the results is in the address.
 */
@Route("reviews/bulk/:id")
@RolesAllowed("REVIEWER")
class BulkView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient BulkReviews bulk;
    private final transient BulkExport export;
    private final transient Reviews reviews;
    private final transient Clock clock;
    private UUID id;
    private BulkResult shown;
    private final LiveProgress progress = new LiveProgress(this::look);
    private String title = "";
    private BulkState standing;
    private boolean moving;

    BulkView(BulkReviews bulk, BulkExport export, Reviews reviews, Clock clock) {
        this.bulk = bulk;
        this.export = export;
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = Address.id(event, "id");
        shown = Address.choice(event, Tally.SHOW, BulkResult.class);
        build(bulk.find(id).orElseThrow(NotFoundException::new));
    }

    private void build(BulkOperation operation) {
        removeAll();
        standing = operation.state();
        moving = operation.state() == BulkState.WINDOW || operation.state() == BulkState.RUNNING;
        title = getTranslation("review.bulk.action." + bulk.word(operation.action(), operation.kind()));
        var header = new PageHeader(
                title + " · " + getTranslation("review.kind." + operation.kind()),
                operation.confirmedAt() == null
                        ? getTranslation("review.bulk.preview.sentence")
                        : getTranslation("review.bulk.by", operation.actor(), When.exact(operation.confirmedAt())),
                new RouterLink(getTranslation("review.bulk.title"), BulkListView.class));
        header.badge(BulkBadge.of(operation.state(), this));
        add(header);
        progress.going(moving);
        switch (operation.state()) {
            case PREVIEW -> {
                add(new ConfirmCard(
                        operation,
                        bulk.word(operation.action(), operation.kind()),
                        bulk.preview(id),
                        reasons(operation),
                        this::confirm));
                add(new Card(getTranslation("review.bulk.items"), new BulkItems(bulk, export, operation, null)));
            }
            case WINDOW -> add(window(operation));
            case RUNNING -> {
                say(operation);
                add(new Card("", progress));
            }
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
        return new Callout(Callout.Kind.WARN, "", progress, cancel);
    }

    /** What changes from second to second; what can be pressed stays where it is. */
    private void say(BulkOperation operation) {
        if (operation.state() == BulkState.RUNNING) {
            progress.say(
                    getTranslation("review.bulk.progress", operation.decided(), operation.size()),
                    operation.decided(),
                    operation.size());
            return;
        }
        var left = Duration.between(clock.instant(), operation.windowEnds()).toSeconds();
        progress.say(
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
        add(Tally.tiles(tallies(operation)));
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

    /** The results there are, what was done always. */
    private List<Tally> tallies(BulkOperation operation) {
        return Arrays.stream(BulkResult.values())
                .filter(result -> result == BulkResult.DONE || operation.count(result) > 0)
                .map(result -> new Tally(
                        result.name(),
                        getTranslation("review.bulk.result." + result),
                        operation.count(result),
                        result == BulkResult.FAILED || result == BulkResult.NOT_ALLOWED))
                .toList();
    }

    private Component tabs(BulkOperation operation) {
        return Tally.tabs(
                getTranslation("review.bulk.all", operation.size()),
                tallies(operation),
                shown == null ? null : shown.name(),
                query -> getUI().ifPresent(ui -> ui.navigate(BulkView.class, BulkPages.parameters(id), query)));
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
            progress.going(false);
        } else if (operation.state() == standing && moving) {
            say(operation);
        } else {
            build(operation);
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
