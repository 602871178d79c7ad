package cn.baosong.filing.ui;

import cn.baosong.common.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The operator's line of the navigation for the catalogue of products. */
@Configuration(proxyBeanMethods = false)
class ProductCodesNavigation {

    @Bean
    NavigationEntry productCodesEntry() {
        return new NavigationEntry("messaging.navigation", 610, "filing.catalogue.title", ProductCodesView.class);
    }
}
