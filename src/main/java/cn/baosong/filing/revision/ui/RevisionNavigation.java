package cn.baosong.filing.revision.ui;

import cn.baosong.common.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The line of the navigation; it stands with the workbench. */
@Configuration(proxyBeanMethods = false)
class RevisionNavigation {

    @Bean
    NavigationEntry revisionsEntry() {
        return new NavigationEntry("workbench.navigation", 505, RevisionsView.TITLE, RevisionsView.class);
    }
}
