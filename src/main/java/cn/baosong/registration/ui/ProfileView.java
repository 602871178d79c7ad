package cn.baosong.registration.ui;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.registration.Registration;
import cn.baosong.registration.RegistrationChecks;
import cn.baosong.registration.RegistrationModels;
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
    private final transient RegistrationModels models;
    private final transient RegistrationChecks checks;
    private final transient RegistrationSheets sheets;

    ProfileView(
            CurrentUser user,
            Enterprises enterprises,
            Registrations registrations,
            RegistrationModels models,
            RegistrationChecks checks,
            RegistrationSheets sheets) {
        this.user = user;
        this.enterprises = enterprises;
        this.registrations = registrations;
        this.models = models;
        this.checks = checks;
        this.sheets = sheets;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var enterprise = enterprises.ofAccount(user.require().accountId());
        if (enterprise.isEmpty()) {
            add(new EmptyState(
                    "…",
                    getTranslation("registration.start.title"),
                    getTranslation("registration.start.text"),
                    new RouterLink(getTranslation("registration.title"), RegistrationView.class)));
            return;
        }
        // Who came over from the old platform has no registration: read by the form of today.
        var revision = registrations.mine().map(Registration::revision).orElseGet(() -> models.newest()
                .id());
        add(
                new PageHeader(enterprise.get().name(), getTranslation("registration.profile.sentence")),
                sheets.sheet(
                        models.form(revision),
                        checks.context(revision),
                        enterprises.profile(enterprise.get().id()),
                        getLocale()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("registration.profile");
    }
}
