package cn.baosong.review.ui;

import cn.baosong.review.InboxAddress;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The ways to the review desk. */
public final class ReviewPages {

    private ReviewPages() {}

    public static void openInbox(String kind) {
        UI.getCurrent().navigate(InboxView.class, parameters(kind));
    }

    public static void openInbox(InboxAddress list) {
        UI.getCurrent().navigate(InboxView.class, parameters(list.filter().kind()), query(list));
    }

    /** @return an empty link to a list of the inbox */
    public static RouterLink link(InboxAddress list) {
        var link = new RouterLink();
        link.setRoute(InboxView.class, parameters(list.filter().kind()));
        link.setQueryParameters(query(list));
        return link;
    }

    public static void openReview(String kind, UUID subject) {
        UI.getCurrent().navigate(ReviewView.class, parameters(kind, subject));
    }

    /** @param list the reviewer comes from and goes on in */
    public static void openReview(InboxAddress list, UUID subject) {
        UI.getCurrent().navigate(ReviewView.class, parameters(list.filter().kind(), subject), query(list));
    }

    /** @return an empty link to a review, which knows the list it stands in */
    static RouterLink reviewLink(InboxAddress list, UUID subject) {
        var link = new RouterLink();
        link.setRoute(ReviewView.class, parameters(list.filter().kind(), subject));
        link.setQueryParameters(query(list));
        return link;
    }

    static RouteParameters parameters(String kind) {
        return new RouteParameters("kind", kind);
    }

    private static RouteParameters parameters(String kind, UUID subject) {
        return new RouteParameters(new RouteParam("kind", kind), new RouteParam("id", subject.toString()));
    }

    static QueryParameters query(InboxAddress list) {
        return QueryParameters.simple(list.parameters());
    }

    /** @return of an address, each parameter once */
    static Map<String, String> single(QueryParameters parameters) {
        var single = new HashMap<String, String>();
        parameters
                .getParameters()
                .forEach((name, values) -> values.stream().findFirst().ifPresent(value -> single.put(name, value)));
        return single;
    }
}
