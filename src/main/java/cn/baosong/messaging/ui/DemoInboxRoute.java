package cn.baosong.messaging.ui;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Gives the inbox page its address, in the demo profile only. */
@Component
@Profile("demo")
class DemoInboxRoute implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var routes =
                RouteConfiguration.forRegistry(event.getSource().getRouter().getRegistry());
        if (!routes.isRouteRegistered(DemoInboxView.class)) {
            routes.setAnnotatedRoute(DemoInboxView.class);
        }
    }
}
