package cn.baosong.review.ui;

import cn.baosong.common.ui.When;
import cn.baosong.review.Verdict;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;

/** What happened to a subject: who decided what, when and why. */
public final class HistoryList extends UnorderedList {

    public HistoryList(List<Verdict> verdicts) {
        addClassName("history");
        for (var verdict : verdicts) {
            var item = new ListItem();
            item.addClassName(verdict.decision().name().toLowerCase(Locale.ROOT));
            var time = new Element("time");
            time.setText(When.exact(verdict.at()) + " ");
            item.getElement().appendChild(time);
            item.add(new Span((verdict.by() == null ? getTranslation("review.history.nobody") : verdict.by())
                    + " "
                    + getTranslation(verdict.wording().decided(verdict.decision()))));
            if (verdict.reason() != null) {
                var reason = new Span(getTranslation("review.history.reason", verdict.reason()));
                reason.addClassName("reason");
                item.add(reason);
            }
            add(item);
        }
    }
}
