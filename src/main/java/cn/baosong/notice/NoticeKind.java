package cn.baosong.notice;

/** What a notice is: each kind has an area on the home page and a list of its own. */
public enum NoticeKind {
    /** 通知公告 (HOME-06). */
    ANNOUNCEMENT,
    /** 平台动态 (HOME-07). */
    NEWS
}
