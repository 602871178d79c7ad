package cn.baosong.review.ui;

import cn.baosong.common.ui.NavigationEntry;
import cn.baosong.review.ReviewFilter;
import cn.baosong.review.Reviews;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import java.util.UUID;

/** The ways to the review desk. */
public final class ReviewPages {

    private ReviewPages() {}

    /** @return the line of the navigation for one kind of subject; title {@code review.kind.<kind>} */
    public static NavigationEntry navigation(String kind, int order, Reviews reviews) {
        return new NavigationEntry(
                "review.navigation",
                order,
                "review.kind." + kind,
                InboxView.class,
                parameters(kind),
                () -> reviews.countWaiting(new ReviewFilter(kind, "")));
    }

    public static void openInbox(String kind) {
        UI.getCurrent().navigate(InboxView.class, parameters(kind));
    }

    public static void openReview(String kind, UUID subject) {
        UI.getCurrent()
                .navigate(
                        ReviewView.class,
                        new RouteParameters(new RouteParam("kind", kind), new RouteParam("id", subject.toString())));
    }

    private static RouteParameters parameters(String kind) {
        return new RouteParameters("kind", kind);
    }
}
