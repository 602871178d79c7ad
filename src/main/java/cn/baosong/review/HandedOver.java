package cn.baosong.review;

import java.time.Instant;
import java.util.UUID;

/**
 * A review that came to other hands without a decision.
 *
 * @param item id of the row of the inbox, which stayed the same
 * @param account who moved it; null for the daily sweep
 * @param wasDue when it was due before; null for never
 */
public record HandedOver(
        UUID item,
        String kind,
        UUID subject,
        UUID from,
        UUID to,
        HandoverCause cause,
        UUID account,
        Instant wasDue,
        Instant at) {}
