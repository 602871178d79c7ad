package cn.baosong.notice.ui;

import cn.baosong.notice.NoticeBoard;
import cn.baosong.notice.NoticeKind;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** 通知公告: the list behind 【更多】 (HOME-06). */
@Route("notices/announcements")
@RolesAllowed({"ENTERPRISE", "APPLICANT", "REVIEWER"})
class AnnouncementsView extends NoticeListPage {

    AnnouncementsView(NoticeBoard board) {
        super(board, NoticeKind.ANNOUNCEMENT);
    }
}
