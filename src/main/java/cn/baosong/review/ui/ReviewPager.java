package cn.baosong.review.ui;

import cn.baosong.review.InboxAddress;
import cn.baosong.review.InboxPlace;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.UUID;

/** Where a review stands in the list the reviewer came from, and the ways to those beside it. */
class ReviewPager extends Div {

    private final transient InboxAddress list;
    private final transient InboxPlace place;

    ReviewPager(InboxAddress list, InboxPlace place) {
        this.list = list;
        this.place = place;
        addClassName("pager");
        var position = new Span(
                getTranslation("review.pager.position", Counted.text(place.position()), Counted.text(place.of())));
        position.setId("position");
        var back = ReviewPages.link(list);
        back.setText(getTranslation("review.pager.list"));
        add(step("previous", place.previous()), position, step("next", place.next()), back);
    }

    private Component step(String name, UUID subject) {
        if (subject == null) {
            var end = new Span(getTranslation("review.pager." + name));
            end.addClassName("end");
            return end;
        }
        var link = ReviewPages.reviewLink(list, subject);
        link.setText(getTranslation("review.pager." + name));
        link.setId(name);
        return link;
    }

    void next() {
        open(place.next());
    }

    void previous() {
        open(place.previous());
    }

    private void open(UUID subject) {
        if (subject != null) {
            ReviewPages.openReview(list, subject);
        }
    }
}
