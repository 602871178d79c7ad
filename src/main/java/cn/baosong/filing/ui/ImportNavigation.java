package cn.baosong.filing.ui;

import cn.baosong.common.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The line of the navigation for 上报导入. */
@Configuration(proxyBeanMethods = false)
class ImportNavigation {

    @Bean
    NavigationEntry reportImportEntry() {
        return new NavigationEntry("filing.navigation", 120, "filing.import.title", ImportView.class);
    }
}
