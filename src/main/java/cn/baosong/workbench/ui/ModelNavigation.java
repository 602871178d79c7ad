package cn.baosong.workbench.ui;

import cn.baosong.common.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lines of the navigation for deployed models and for what failed. */
@Configuration(proxyBeanMethods = false)
class ModelNavigation {

    @Bean
    NavigationEntry modelsEntry() {
        return new NavigationEntry("workbench.navigation", 505, ModelsView.TITLE, ModelsView.class);
    }

    @Bean
    NavigationEntry failedJobsEntry() {
        return new NavigationEntry("workbench.navigation", 530, FailedJobsView.TITLE, FailedJobsView.class);
    }
}
