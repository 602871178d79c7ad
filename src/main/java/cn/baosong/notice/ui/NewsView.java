package cn.baosong.notice.ui;

import cn.baosong.notice.NoticeBoard;
import cn.baosong.notice.NoticeKind;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** 平台动态: the list behind 【更多】 (HOME-07). */
@Route("notices/news")
@RolesAllowed({"ENTERPRISE", "APPLICANT", "REVIEWER"})
class NewsView extends NoticeListPage {

    NewsView(NoticeBoard board) {
        super(board, NoticeKind.NEWS);
    }
}
