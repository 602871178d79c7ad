package cn.baosong.enterprise.ui;

import cn.baosong.account.LoginLink;
import cn.baosong.common.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lines of the navigation, and of the login page, that belong to enterprises. */
@Configuration(proxyBeanMethods = false)
class EnterpriseNavigation {

    @Bean
    NavigationEntry activationEntry() {
        return new NavigationEntry("organization.navigation", 410, "enterprise.activation", ActivationView.class);
    }

    @Bean
    LoginLink findAccountLink() {
        return new LoginLink("enterprise.find", "/find-account");
    }
}
