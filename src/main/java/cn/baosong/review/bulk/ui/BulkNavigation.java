package cn.baosong.review.bulk.ui;

import cn.baosong.common.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The line of the navigation that leads to bulk operations. */
@Configuration(proxyBeanMethods = false)
class BulkNavigation {

    @Bean
    NavigationEntry bulkEntry() {
        return new NavigationEntry("review.navigation", 340, "review.bulk.title", BulkListView.class);
    }
}
