package cn.baosong.notice;

/** What has become of a notice. */
public enum NoticeState {
    SHOWN,
    /** Its last day is over. */
    EXPIRED,
    WITHDRAWN
}
