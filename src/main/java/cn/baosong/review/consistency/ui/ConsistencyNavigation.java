package cn.baosong.review.consistency.ui;

import cn.baosong.common.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The operator's line that leads to the check of consistency. */
@Configuration(proxyBeanMethods = false)
class ConsistencyNavigation {

    @Bean
    NavigationEntry consistencyEntry() {
        return new NavigationEntry("messaging.navigation", 720, "review.consistency", ConsistencyView.class);
    }
}
