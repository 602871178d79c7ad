package cn.baosong.statistics.ui;

import cn.baosong.common.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The line 未报送企业 of the navigation (QRY-05). */
@Configuration(proxyBeanMethods = false)
class StatisticsNavigation {

    @Bean
    NavigationEntry unreportedEntry() {
        return new NavigationEntry("statistics.navigation", 395, "statistics.unreported", UnreportedView.class);
    }
}
