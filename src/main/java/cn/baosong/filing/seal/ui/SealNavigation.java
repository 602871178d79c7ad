package cn.baosong.filing.seal.ui;

import cn.baosong.account.LoginLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The line of the login page that leads to the verification. */
@Configuration(proxyBeanMethods = false)
class SealNavigation {

    @Bean
    @Order(900)
    LoginLink verifyLink() {
        return new LoginLink("filing.verify.title", "/verify");
    }
}
