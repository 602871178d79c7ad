package cn.baosong.review;

import cn.baosong.organization.DeskLevel;
import java.time.Instant;
import java.util.UUID;

/** A review that waits at a desk. */
public record ReviewItem(
        UUID id,
        String taskId,
        String taskKey,
        String kind,
        UUID subject,
        String title,
        String region,
        UUID desk,
        DeskLevel level,
        Instant since) {}
