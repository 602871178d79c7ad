package cn.baosong.notice.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.notice.NoticeBoard;
import cn.baosong.notice.NoticeKind;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;

/** What other pages show of notices. */
@org.springframework.stereotype.Component
public class NoticePages {

    private static final int NEWEST = 5;

    private final NoticeBoard board;
    private final Texts texts;

    NoticePages(NoticeBoard board, Texts texts) {
        this.board = board;
        this.texts = texts;
    }

    /** @return 通知公告 and 平台动态 with the newest of each, and 【更多】 (HOME-06, HOME-07, HOME-14) */
    public Component areas(Locale locale) {
        var areas = new Div(
                area(NoticeKind.ANNOUNCEMENT, AnnouncementsView.class, locale),
                area(NoticeKind.NEWS, NewsView.class, locale));
        areas.addClassName("notice-areas");
        return areas;
    }

    private Component area(NoticeKind kind, Class<? extends NoticeListPage> all, Locale locale) {
        var found = board.list(kind, "", 0, NEWEST);
        var card = new Card(texts.get(locale, "notice.kind." + kind));
        card.setId("notices-" + kind);
        if (found.isEmpty()) {
            var nothing = new Paragraph(texts.get(locale, "notice.none." + kind));
            nothing.addClassName("muted");
            card.add(nothing);
        } else {
            card.add(new NoticeList(found));
        }
        var more = new RouterLink(texts.get(locale, "notice.more"), all);
        more.setId("more-" + kind);
        return card.trailing(more);
    }
}
