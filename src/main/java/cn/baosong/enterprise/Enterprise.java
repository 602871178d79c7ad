package cn.baosong.enterprise;

import java.time.Instant;
import java.util.UUID;

/**
 * A registered enterprise (监测企业).
 *
 * @param account its one account (REG-37)
 * @param code unified social credit code or organisation code, upper case without separators
 * @param region code of the deepest region chosen
 * @param industry code of the class in GB/T 4754-2017
 * @param scale large, medium, small, micro or none (工信部联企业〔2011〕300号)
 * @param phone the phone of its account; null where that has none yet
 * @param directDesk the desk its affairs reached first when it was admitted, or the one set since; today's is {@link
 *     Enterprises#directDesk}
 */
public record Enterprise(
        UUID id,
        UUID account,
        String name,
        String code,
        String codeKind,
        String region,
        String industry,
        String scale,
        String phone,
        UUID directDesk,
        boolean active,
        Instant createdAt) {}
