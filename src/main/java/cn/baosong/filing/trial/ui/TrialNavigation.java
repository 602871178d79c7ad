package cn.baosong.filing.trial.ui;

import cn.baosong.common.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The line of the navigation; it stands with the workbench. */
@Configuration(proxyBeanMethods = false)
class TrialNavigation {

    @Bean
    NavigationEntry trialEntry() {
        return new NavigationEntry("workbench.navigation", 515, TrialView.TITLE, TrialView.class);
    }
}
