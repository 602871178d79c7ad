package cn.baosong.account.ui;

import cn.baosong.account.CurrentUser;
import cn.baosong.account.LanguageSwitch;
import cn.baosong.account.LoginService;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.ListenerPriority;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import org.springframework.stereotype.Component;

/** What every page of every session gets: its language, its roles as they are now, and the way to the password page. */
@Component
class AccountPages implements VaadinServiceInitListener {

    private final transient CurrentUser currentUser;
    private final transient LoginService logins;
    private final SessionMessages messages;

    AccountPages(CurrentUser currentUser, LoginService logins, SessionMessages messages) {
        this.currentUser = currentUser;
        this.logins = logins;
        this.messages = messages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(messages);
        event.getSource().addSessionInitListener(start -> start.getSession()
                .setLocale(LanguageSwitch.initial(start.getRequest())));
        event.getSource().addUIInitListener(start -> open(start.getUI()));
    }

    private void open(UI ui) {
        ui.setLocale(ui.getSession().getLocale());
        if (VaadinServletRequest.getCurrent() != null && VaadinServletResponse.getCurrent() != null) {
            logins.refresh(
                    VaadinServletRequest.getCurrent().getHttpServletRequest(),
                    VaadinServletResponse.getCurrent().getHttpServletResponse());
        }
        // Flow writes what the browser prefers; readers of the screen go by what the page speaks.
        ui.getPage()
                .executeJs("document.documentElement.lang = $0", ui.getLocale().toLanguageTag());
        ui.addBeforeEnterListener(new PasswordFirst(currentUser));
    }

    /** Comes before the check of roles: who must change the password has none, and would only be refused. */
    @ListenerPriority(1000)
    private record PasswordFirst(CurrentUser currentUser) implements BeforeEnterListener {

        @Override
        public void beforeEnter(BeforeEnterEvent event) {
            if (event.getNavigationTarget() != PasswordView.class && currentUser.mustChangePassword()) {
                event.forwardTo(PasswordView.class);
            }
        }
    }
}
