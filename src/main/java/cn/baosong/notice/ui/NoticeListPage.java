package cn.baosong.notice.ui;

import cn.baosong.account.ui.PageTurner;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.notice.NoticeBoard;
import cn.baosong.notice.NoticeKind;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;

/** All notices of a kind that I may read. Search and page stand in the address. */
abstract class NoticeListPage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient NoticeBoard board;
    private final NoticeKind kind;

    NoticeListPage(NoticeBoard board, NoticeKind kind) {
        this.board = board;
        this.kind = kind;
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var search = new TitleSearch(event);
        var page = PageTurner.page(event);
        var found = board.list(kind, search.text(), page * PageTurner.SIZE, PageTurner.SIZE + 1);
        var card = new Card("", search);
        if (found.isEmpty()) {
            card.add(new EmptyState(
                    "…",
                    getTranslation("notice.none." + kind),
                    getTranslation(search.isEmpty() ? "notice.none.sentence" : "notice.none.search")));
        } else {
            var list = new NoticeList(PageTurner.shown(found));
            list.setId("notices");
            card.add(list);
        }
        card.add(new PageTurner(getClass(), page, found.size() > PageTurner.SIZE, search.parameters()));
        add(new PageHeader(getPageTitle(), ""), card);
    }

    @Override
    public final String getPageTitle() {
        return getTranslation("notice.kind." + kind);
    }
}
