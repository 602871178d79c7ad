package cn.baosong.filing.ui;

import cn.baosong.common.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The four modules of an enterprise's tasks (SUR-09). */
@Configuration(proxyBeanMethods = false)
class TasksNavigation {

    private static final String GROUP = "filing.tasks.navigation";

    @Bean
    NavigationEntry tasksEntry() {
        return new NavigationEntry(GROUP, 150, "filing.tasks.title", TasksView.class);
    }

    @Bean
    NavigationEntry applicationEntry() {
        return new NavigationEntry(GROUP, 151, "filing.apply.title", TaskApplicationView.class);
    }

    @Bean
    NavigationEntry businessGuideEntry() {
        return new NavigationEntry(GROUP, 152, "filing.guide.title", BusinessGuideView.class);
    }

    @Bean
    NavigationEntry filedReportsEntry() {
        return new NavigationEntry(GROUP, 153, "filing.filed.title", FiledReportsView.class);
    }
}
