package cn.baosong.workbench;

import cn.baosong.common.ui.NavigationEntry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lines of the navigation that belong to the workbench, and its settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkbenchSettings.class)
class WorkbenchNavigation {

    @Bean
    NavigationEntry schemesEntry() {
        return new NavigationEntry("workbench.navigation", 500, "workbench.schemes", SchemesView.class);
    }
}
