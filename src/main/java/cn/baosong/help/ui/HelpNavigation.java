package cn.baosong.help.ui;

import cn.baosong.account.LoginLink;
import cn.baosong.common.ui.NavigationEntry;
import cn.baosong.help.HelpTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lines of the navigation that belong to help, and the way to the manual for who cannot log in. */
@Configuration(proxyBeanMethods = false)
class HelpNavigation {

    @Bean
    NavigationEntry guideEntry() {
        return entry(900, HelpTopic.GUIDE);
    }

    @Bean
    NavigationEntry manualEntry() {
        return entry(910, HelpTopic.MANUAL);
    }

    @Bean
    LoginLink helpLink() {
        return new LoginLink("help.navigation", "/help/" + HelpTopic.MANUAL.word());
    }

    private static NavigationEntry entry(int order, HelpTopic topic) {
        return new NavigationEntry(
                "help.navigation", order, "help.topic." + topic.word(), HelpView.class, HelpView.of(topic), () -> 0);
    }
}
