package cn.baosong.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * A message inside the application (我的消息).
 *
 * @param text in the language of the reader
 * @param link path of the page it is about, beginning with a slash; null for none
 * @param readAt null while unread
 */
public record PersonalMessage(UUID id, String text, String link, Instant createdAt, Instant readAt) {}
