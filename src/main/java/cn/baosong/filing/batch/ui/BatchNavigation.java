package cn.baosong.filing.batch.ui;

import cn.baosong.common.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The line 批量上报 of the navigation of administrators, behind the inboxes. */
@Configuration(proxyBeanMethods = false)
class BatchNavigation {

    @Bean
    NavigationEntry batchReportEntry() {
        return new NavigationEntry("review.navigation", 350, "filing.batch.title", BatchView.class);
    }
}
