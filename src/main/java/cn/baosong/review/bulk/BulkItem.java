package cn.baosong.review.bulk;

import cn.baosong.review.Screening;
import java.time.Instant;
import java.util.UUID;

/**
 * One review of a bulk operation.
 *
 * @param position place in the operation, from 1
 * @param reviewItem the waiting review the preview showed
 * @param userId login name of the enterprise, null where there is none
 * @param desk where it waited
 * @param actingDesk in whose name it is decided
 * @param directDesk name of the desk it came to first, null where there was none
 * @param screening null for kinds without
 * @param said who decided it instead, where it waits instead, or the key of the text that says why it failed; else null
 * @param saidAt when somebody decided it instead
 * @param decidedAt when it got its result, null while it has none
 */
public record BulkItem(
        int position,
        UUID reviewItem,
        UUID subject,
        String title,
        String detail,
        String userId,
        String region,
        UUID desk,
        UUID actingDesk,
        String deskName,
        String directDesk,
        Screening screening,
        BulkResult result,
        String said,
        Instant saidAt,
        Instant decidedAt) {}
