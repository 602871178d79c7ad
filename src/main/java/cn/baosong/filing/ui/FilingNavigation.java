package cn.baosong.filing.ui;

import cn.baosong.common.ui.NavigationEntry;
import cn.baosong.filing.Periods;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The line 当期报送: always the month that is current (MON-07). */
@Configuration(proxyBeanMethods = false)
class FilingNavigation {

    @Bean
    NavigationEntry filingEntry(Periods periods) {
        return new NavigationEntry(
                "filing.navigation",
                110,
                "filing.fill.title",
                FilingView.class,
                () -> FilingPages.parameters(periods.current()),
                () -> 0);
    }
}
