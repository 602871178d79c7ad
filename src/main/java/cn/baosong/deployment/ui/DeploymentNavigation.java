package cn.baosong.deployment.ui;

import cn.baosong.common.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lines of the navigation for deploying; they stand with the workbench. */
@Configuration(proxyBeanMethods = false)
class DeploymentNavigation {

    @Bean
    NavigationEntry deployEntry() {
        return new NavigationEntry("workbench.navigation", 510, DeployView.TITLE, DeployView.class);
    }

    @Bean
    NavigationEntry accessTokensEntry() {
        return new NavigationEntry("workbench.navigation", 520, AccessTokensView.TITLE, AccessTokensView.class);
    }
}
