package cn.baosong.messaging.ui;

import cn.baosong.common.ui.NavigationEntry;
import cn.baosong.messaging.OutboxDesk;
import com.vaadin.flow.router.RouteParameters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The line of the navigation that belongs to messages; its count is what was given up. */
@Configuration(proxyBeanMethods = false)
class MessagingNavigation {

    @Bean
    NavigationEntry outboxEntry(OutboxDesk desk) {
        return new NavigationEntry(
                "messaging.navigation",
                600,
                "messaging.outbox",
                OutboxView.class,
                RouteParameters.empty(),
                desk::waiting);
    }
}
