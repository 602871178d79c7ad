package cn.baosong.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice as its readers see it.
 *
 * @param body Markdown
 * @param desk name of the desk that published it
 */
public record Notice(UUID id, NoticeKind kind, String title, String body, String desk, Instant publishedAt) {}
