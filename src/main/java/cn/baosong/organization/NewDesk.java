package cn.baosong.organization;

import java.util.UUID;

/**
 * A desk to be set up below another.
 *
 * @param region code of a region inside the superior's; null asks {@code organization.error.region-missing}
 */
public record NewDesk(UUID superior, DeskLevel level, String region, String name) {}
