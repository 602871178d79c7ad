package cn.baosong.notice.ui;

import cn.baosong.common.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lines of the navigation that belong to notices. */
@Configuration(proxyBeanMethods = false)
class NoticeNavigation {

    private static final String GROUP = "notice.navigation";

    @Bean
    NavigationEntry announcementsEntry() {
        return new NavigationEntry(GROUP, 600, "notice.kind.ANNOUNCEMENT", AnnouncementsView.class);
    }

    @Bean
    NavigationEntry newsEntry() {
        return new NavigationEntry(GROUP, 610, "notice.kind.NEWS", NewsView.class);
    }

    @Bean
    NavigationEntry manageNoticesEntry() {
        return new NavigationEntry(GROUP, 620, "notice.manage", ManageView.class);
    }
}
