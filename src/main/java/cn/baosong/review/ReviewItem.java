package cn.baosong.review;

import cn.baosong.organization.DeskLevel;
import java.time.Instant;
import java.util.UUID;

/**
 * A review that waits at a desk.
 *
 * @param taskKey id of the user task in the model, such as {@code review-direct}
 * @param detail the subject's second line, empty for none
 * @param since when it came to this desk
 * @param requested why the enterprise asks to have it returned (请求退回), null where it does not
 */
public record ReviewItem(
        UUID id,
        String taskId,
        String taskKey,
        String kind,
        UUID subject,
        String title,
        String detail,
        String region,
        UUID desk,
        DeskLevel level,
        Instant since,
        String requested) {}
