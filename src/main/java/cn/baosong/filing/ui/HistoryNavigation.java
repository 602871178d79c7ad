package cn.baosong.filing.ui;

import cn.baosong.common.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The line 历史报送 of the navigation (HIS-01). */
@Configuration(proxyBeanMethods = false)
class HistoryNavigation {

    @Bean
    NavigationEntry historyEntry() {
        return new NavigationEntry("filing.navigation", 130, "filing.history.title", HistoryView.class);
    }
}
