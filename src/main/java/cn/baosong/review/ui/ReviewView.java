package cn.baosong.review.ui;

import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.ReasonDialog;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.When;
import cn.baosong.review.Inbox;
import cn.baosong.review.InboxAddress;
import cn.baosong.review.InboxPlace;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.ReviewItem;
import cn.baosong.review.ReviewPage;
import cn.baosong.review.Reviews;
import cn.baosong.review.Verdict;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One subject before its reviewer: what was filled in, what happened so far, 接收 or 通过 and 退回 (REG-38 to 42, REV-02, 03). */
@Route("reviews/:kind/:id")
@RolesAllowed("REVIEWER")
class ReviewView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Reviews reviews;
    private final transient Inbox inbox;
    private String kind = "";
    private String title = "";
    private transient InboxAddress list = InboxAddress.of(ReviewFilter.all(""));
    private transient Optional<InboxPlace> place = Optional.empty();

    ReviewView(Reviews reviews, Inbox inbox) {
        this.reviews = reviews;
        this.inbox = inbox;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        kind = event.getRouteParameters().get("kind").orElse("");
        var subject = event.getRouteParameters().get("id").map(ReviewView::uuid).orElseThrow(NotFoundException::new);
        var page = reviews.page(kind, subject, getLocale()).orElseThrow(NotFoundException::new);
        list = InboxAddress.parse(kind, ReviewPages.single(event.getLocation().getQueryParameters()));
        place = inbox.place(subject, list);
        removeAll();
        build(page);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noUuid) {
            return null;
        }
    }

    private void build(ReviewPage page) {
        var detail = page.subject().detail();
        title = join(page.subject().title(), detail);
        var header = new PageHeader(
                page.subject().title(),
                join(
                        detail,
                        page.waiting()
                                .map(item -> getTranslation("review.page.since", When.exact(item.since())))
                                .orElse(getTranslation("review.page.not-waiting"))));
        header.badge(
                page.waiting().isPresent()
                        ? new StatusBadge(StatusBadge.Tone.WAITING, getTranslation("review.status.waiting"))
                        : new StatusBadge(StatusBadge.Tone.NONE, getTranslation("review.status.done")));
        add(header);
        var pager = place.map(here -> new ReviewPager(list, here));
        pager.ifPresent(this::add);

        var right = new Div();
        page.waiting().ifPresent(item -> {
            if (item.requested() != null) {
                right.add(requested(item));
            }
            right.add(actions(item));
        });
        if (page.aside().isEmpty()) {
            right.add(new Card(
                    getTranslation("review.history"),
                    page.actions().isEmpty()
                            ? new Paragraph(getTranslation("review.history.none"))
                            : new HistoryList(page.actions().stream()
                                    .map(action -> Verdict.ofReviewer(action, reviews.wording(kind)))
                                    .toList())));
        } else {
            right.add(page.aside());
        }
        var columns = new Div(new Div(page.content()), right);
        columns.addClassNames("columns", "review-columns");
        add(columns);
        pager.ifPresent(shown -> add(new ListKeys(
                Map.of("j", shown::next, "k", shown::previous), Map.of("J K", getTranslation("review.keys.beside")))));
    }

    private static String join(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + " · " + second;
    }

    /** The enterprise asks to have it back (请求退回). */
    private Callout requested(ReviewItem item) {
        var take = new Button(getTranslation("review.request.return"), click -> askReason(item, item.requested()));
        take.setId("return-requested");
        return new Callout(Callout.Kind.WARN, getTranslation("review.request.asks", item.requested()), take);
    }

    private Card actions(ReviewItem item) {
        var wording = reviews.wording(kind);
        var accept = new Button(getTranslation(wording.action()));
        accept.addClickListener(
                click -> AcceptAnyway.ask(reviews, item, () -> accept(item), () -> accept.setEnabled(true)));
        accept.setId("accept");
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        accept.addClickShortcut(Key.KEY_A, KeyModifier.ALT);
        accept.setDisableOnClick(true);
        accept.setWidthFull();
        var sendBack = new Button(getTranslation("review.return"), click -> askReason(item, ""));
        sendBack.setId("return");
        sendBack.addThemeVariants(ButtonVariant.LUMO_ERROR);
        sendBack.addClickShortcut(Key.KEY_R, KeyModifier.ALT);
        sendBack.setWidthFull();
        return new Card(
                        getTranslation("review.next"),
                        accept,
                        sendBack,
                        hint("A", wording.action()),
                        hint("R", "review.return"))
                .tone("decision");
    }

    private Span hint(String letter, String action) {
        var hint = new Span();
        hint.addClassNames("hints");
        var key = new Element("kbd");
        key.setText("Alt " + letter);
        hint.getElement().appendChild(key);
        hint.add(new Span(" " + getTranslation(action)));
        return hint;
    }

    private void accept(ReviewItem item) {
        try {
            reviews.accept(item);
            Notices.done(getTranslation(reviews.wording(kind).done(), title));
        } finally {
            goOn(item);
        }
    }

    /** @param suggested stands in the dialog already, empty for nothing */
    private void askReason(ReviewItem item, String suggested) {
        new ReasonDialog(
                        getTranslation("review.return.title", title),
                        getTranslation("review.return"),
                        Reviews.REASON_LIMIT,
                        reviews.reasonsUsed(kind),
                        reason -> sendBack(item, reason))
                .suggest(suggested)
                .open();
    }

    private void sendBack(ReviewItem item, String reason) {
        try {
            reviews.sendBack(item, reason);
            Notices.done(getTranslation("review.returned", title));
        } finally {
            goOn(item);
        }
    }

    /**
     * On to the next of the list the reviewer came from, to its first behind the last one, back to the list when nothing of
     * it waits any more. A refusal shows the page as it is now.
     */
    private void goOn(ReviewItem item) {
        if (reviews.waitingFor(item.subject()).isPresent()) {
            ReviewPages.openReview(list, item.subject());
            return;
        }
        place.map(InboxPlace::next)
                .filter(next -> reviews.waitingFor(next).isPresent())
                .or(() -> inbox.waiting(list.filter(), list.order(), 0, 1).stream()
                        .map(ReviewItem::subject)
                        .findFirst())
                .ifPresentOrElse(next -> ReviewPages.openReview(list, next), () -> ReviewPages.openInbox(list));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
