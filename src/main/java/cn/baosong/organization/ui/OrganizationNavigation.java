package cn.baosong.organization.ui;

import cn.baosong.common.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lines of the navigation that belong to desks. */
@Configuration(proxyBeanMethods = false)
class OrganizationNavigation {

    @Bean
    NavigationEntry desksEntry() {
        return new NavigationEntry("organization.navigation", 400, "organization.desks", DesksView.class);
    }
}
