package cn.baosong.registration.ui;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.registration.Registrations;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;

/** The basic information of my enterprise as approved (企业信息). */
@Route("enterprise")
@RolesAllowed({"ENTERPRISE", "APPLICANT"})
class ProfileView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient CurrentUser user;
    private final transient Enterprises enterprises;
    private final transient Registrations registrations;
    private final transient RegistrationSheets sheets;

    ProfileView(CurrentUser user, Enterprises enterprises, Registrations registrations, RegistrationSheets sheets) {
        this.user = user;
        this.enterprises = enterprises;
        this.registrations = registrations;
        this.sheets = sheets;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var enterprise = enterprises.ofAccount(user.require().accountId());
        var registration = registrations.mine();
        if (enterprise.isEmpty() || registration.isEmpty()) {
            add(new EmptyState(
                    "…",
                    getTranslation("registration.start.title"),
                    getTranslation("registration.start.text"),
                    new RouterLink(getTranslation("registration.title"), RegistrationView.class)));
            return;
        }
        add(
                new PageHeader(enterprise.get().name(), getTranslation("registration.profile.sentence")),
                sheets.sheet(
                        registrations.form(registration.get()),
                        registrations.context(registration.get()),
                        enterprises.profile(enterprise.get().id()),
                        getLocale()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("registration.profile");
    }
}
