package cn.baosong.administration;

import java.time.Instant;
import java.util.UUID;

/**
 * An enterprise as its administrators see it (监测企业, ADM-01).
 *
 * @param code unified social credit code or organisation code
 * @param loginName login name of its account (企业用户 ID, ROLE-01)
 * @param region code of the deepest region chosen
 * @param active false where it is disabled (失效)
 * @param desk the desk its affairs reach first (直接授权审核员)
 * @param set whether an administrator set that desk; false where it follows from the region
 */
public record MonitoredEnterprise(
        UUID id,
        UUID account,
        String name,
        String code,
        String loginName,
        String region,
        boolean active,
        UUID desk,
        String deskName,
        boolean set,
        Instant createdAt) {}
