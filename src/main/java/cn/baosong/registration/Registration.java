package cn.baosong.registration;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An enterprise registration (企业注册).
 *
 * @param account who registers; null while it is done without an account (CON-09)
 * @param loginName the user ID wished for, where there is no account yet
 * @param phone registration phone (注册手机号), one for one enterprise
 * @param revision the revision of the models and forms it was opened under
 * @param content values of the form as submitted, empty before
 * @param returnReason why it was returned last, null where it was not
 */
public record Registration(
        UUID id,
        UUID account,
        String loginName,
        String phone,
        RegistrationStatus status,
        UUID revision,
        String processInstance,
        String name,
        String code,
        String region,
        Map<String, Object> content,
        String returnReason,
        UUID enterprise,
        Instant createdAt,
        Instant submittedAt,
        Instant decidedAt) {}
