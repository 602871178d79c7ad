package cn.baosong.review.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import java.util.UUID;

/** The ways to the review desk. */
public final class ReviewPages {

    private ReviewPages() {}

    public static void openInbox(String kind) {
        UI.getCurrent().navigate(InboxView.class, parameters(kind));
    }

    public static void openReview(String kind, UUID subject) {
        UI.getCurrent()
                .navigate(
                        ReviewView.class,
                        new RouteParameters(new RouteParam("kind", kind), new RouteParam("id", subject.toString())));
    }

    static RouteParameters parameters(String kind) {
        return new RouteParameters("kind", kind);
    }
}
