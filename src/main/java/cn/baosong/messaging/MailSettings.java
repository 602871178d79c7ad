package cn.baosong.messaging;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * E-mails; the server stands in {@code spring.mail}.
 *
 * @param from sender, such as {@code no-reply@example.org} or {@code 报送 <no-reply@example.org>}
 */
@ConfigurationProperties("baosong.messaging.mail")
record MailSettings(@DefaultValue("") String from) {}
