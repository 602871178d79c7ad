package cn.baosong.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * A message as operators see it: without its text, for there may be codes and passwords in it.
 *
 * @param recipient masked: {@code 138****8001}, {@code z***@example.org}
 * @param subject what it is about
 * @param attempts tries since it was queued or sent again
 * @param lastError null for none, and while a worker sends it
 * @param resendable whether it waits or was given up, and its text is still there
 * @param resentBy login name of the operator who last sent it again, null for nobody
 */
public record OutboxItem(
        UUID id,
        Channel channel,
        String recipient,
        String template,
        String subject,
        boolean urgent,
        OutboxStatus status,
        int attempts,
        Instant createdAt,
        Instant nextAttemptAt,
        String lastError,
        boolean resendable,
        String resentBy,
        Instant resentAt) {}
