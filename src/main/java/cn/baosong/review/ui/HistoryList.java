package cn.baosong.review.ui;

import cn.baosong.common.ui.When;
import cn.baosong.review.ReviewAction;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;

/** What happened to a subject: who decided what, when and why. */
public final class HistoryList extends UnorderedList {

    /** @param withPeople whether reviewers' names are shown; an enterprise sees the desk only */
    public HistoryList(List<ReviewAction> actions, boolean withPeople) {
        addClassName("history");
        for (var action : actions) {
            var item = new ListItem();
            item.addClassName(action.decision().name().toLowerCase(Locale.ROOT));
            var time = new Element("time");
            time.setText(When.exact(action.at()) + " ");
            item.getElement().appendChild(time);
            item.add(new Span(action.deskName()
                    + (withPeople ? " · " + action.actor() : "")
                    + " "
                    + getTranslation("review.decision." + action.decision())));
            if (action.reason() != null) {
                var reason = new Span(getTranslation("review.history.reason", action.reason()));
                reason.addClassName("reason");
                item.add(reason);
            }
            add(item);
        }
    }
}
