package cn.baosong.notice.ui;

import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.When;
import cn.baosong.notice.NoticeLine;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.List;

/** Titles of notices with desk and date; what is unread has a dot, and says so. */
final class NoticeList extends UnorderedList {

    NoticeList(List<NoticeLine> notices) {
        addClassName("entries");
        notices.forEach(notice -> add(item(notice)));
    }

    private ListItem item(NoticeLine notice) {
        var link = new RouterLink(notice.title(), NoticeView.class, NoticeView.of(notice.id()));
        link.setId("notice-" + notice.id());
        link.addClassName("entry-title");
        var text = new Div(link);
        text.addClassName("entry-text");
        if (notice.pinned()) {
            text.add(new StatusBadge(StatusBadge.Tone.WAITING, getTranslation("notice.pinned")));
        }
        var facts = new Div(notice.desk() + " · " + When.exact(notice.publishedAt()));
        facts.addClassName("entry-facts");
        text.add(facts);
        var item = new ListItem(text);
        if (notice.unread()) {
            item.addClassName("unread");
            var state = new Span(getTranslation("notice.unread"));
            state.addClassName("visually-hidden");
            text.addComponentAsFirst(state);
        }
        return item;
    }
}
