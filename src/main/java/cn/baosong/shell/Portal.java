package cn.baosong.shell;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;

/** The page everything is shown in: style sheets, icon, width. */
@Viewport("width=device-width, initial-scale=1")
public class Portal implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("报送 Baosong");
        settings.addLink("stylesheet", "css/form.css");
        settings.addLink("stylesheet", "css/baosong.css");
        settings.addFavIcon("icon", "images/mark.svg", "any");
    }
}
