package cn.baosong.review.bulk.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParameters;
import java.util.UUID;

/** The ways to bulk operations. */
final class BulkPages {

    private BulkPages() {}

    static void open(UUID operation) {
        UI.getCurrent().navigate(BulkView.class, parameters(operation));
    }

    static RouteParameters parameters(UUID operation) {
        return new RouteParameters("id", operation.toString());
    }
}
