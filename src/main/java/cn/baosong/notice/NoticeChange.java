package cn.baosong.notice;

import java.time.Instant;

/**
 * What was done to a notice.
 *
 * @param by login name of who did it
 * @param reason of a withdrawal, null otherwise
 */
public record NoticeChange(int version, Kind kind, String by, Instant at, String reason) {

    /** What can be done to a notice. */
    public enum Kind {
        PUBLISHED,
        EDITED,
        WITHDRAWN
    }
}
