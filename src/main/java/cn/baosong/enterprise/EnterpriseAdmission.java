package cn.baosong.enterprise;

import java.util.Map;
import java.util.UUID;

/**
 * What is known of an enterprise at the moment it is admitted.
 *
 * @param phone the registration phone (注册手机号), one for one enterprise; null for one of the old platform that had none
 * @param profile values of the registration form as accepted
 */
public record EnterpriseAdmission(UUID account, String phone, UUID directDesk, Map<String, Object> profile) {

    String text(String key) {
        var value = profile.get(key);
        return value == null ? "" : value.toString();
    }
}
