package cn.baosong.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice as the desk that published it sees it.
 *
 * @param deskName name of the desk
 * @param version counts its changes from 1; an edit names the one it started from
 * @param withdrawnAt null while it stands
 */
public record DeskNotice(
        UUID id,
        UUID desk,
        String deskName,
        NoticeContent content,
        int version,
        Instant publishedAt,
        Instant withdrawnAt,
        NoticeState state) {}
