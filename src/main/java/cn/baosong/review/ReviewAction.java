package cn.baosong.review;

import java.time.Instant;
import java.util.UUID;

/**
 * What a reviewer did.
 *
 * @param detail the subject's second line at the time, empty for none
 * @param actor login name at the time
 * @param reason why it was returned, null where it was accepted
 */
public record ReviewAction(
        String kind,
        UUID subject,
        String title,
        String detail,
        UUID desk,
        String deskName,
        UUID account,
        String actor,
        Decision decision,
        String reason,
        Instant at) {}
