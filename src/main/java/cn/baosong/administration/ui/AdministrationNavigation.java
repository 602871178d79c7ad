package cn.baosong.administration.ui;

import cn.baosong.common.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The line 监测企业信息管理 of the navigation (ADM-01). */
@Configuration(proxyBeanMethods = false)
class AdministrationNavigation {

    @Bean
    NavigationEntry enterprisesEntry() {
        return new NavigationEntry("organization.navigation", 405, "administration.enterprises", EnterprisesView.class);
    }
}
