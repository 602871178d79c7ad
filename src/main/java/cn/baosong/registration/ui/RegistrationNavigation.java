package cn.baosong.registration.ui;

import cn.baosong.account.LoginLink;
import cn.baosong.common.ui.NavigationEntry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lines of the navigation that belong to registration. */
@Configuration(proxyBeanMethods = false)
class RegistrationNavigation {

    @Bean
    NavigationEntry registrationEntry() {
        return new NavigationEntry("registration.navigation", 100, "registration.title", RegistrationView.class);
    }

    @Bean
    NavigationEntry profileEntry() {
        return new NavigationEntry("registration.navigation", 105, "registration.profile", ProfileView.class);
    }

    @Bean
    NavigationEntry takeoverEntry() {
        return new NavigationEntry("messaging.navigation", 700, "registration.takeover", TakeoverView.class);
    }

    /** 企业注册 on the login page, where it needs no account (REG-25). */
    @Bean
    @ConditionalOnProperty(name = "baosong.registration.mode", havingValue = "phone-first")
    LoginLink registrationLink() {
        return new LoginLink("registration.title", "/apply");
    }
}
