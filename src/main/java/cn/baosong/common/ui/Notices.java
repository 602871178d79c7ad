package cn.baosong.common.ui;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short messages over the page: done, or not done and why. Errors stay until they are read. */
public final class Notices {

    private Notices() {}

    public static void done(String text) {
        var notification = Notification.show(text, 4000, Notification.Position.TOP_CENTER);
        notification.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
    }

    public static void refused(String text) {
        var notification = Notification.show(text, 9000, Notification.Position.TOP_CENTER);
        notification.addThemeVariants(NotificationVariant.LUMO_ERROR);
        notification.setAssertive(true);
    }
}
