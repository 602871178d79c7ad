package cn.baosong.registration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings {@code baosong.registration.*}. */
@ConfigurationProperties("baosong.registration")
public record RegistrationSettings(
        @DefaultValue("account-first") RegistrationMode mode) {}
