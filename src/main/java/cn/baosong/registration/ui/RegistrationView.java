package cn.baosong.registration.ui;

import cn.baosong.account.CurrentUser;
import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.enterprise.Enterprises;
import cn.baosong.registration.Registration;
import cn.baosong.registration.Registrations;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** My enterprise's registration, whatever it has come to. */
@Route("registration")
@RolesAllowed({"ENTERPRISE", "APPLICANT"})
class RegistrationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Registrations registrations;
    private final transient Enterprises enterprises;
    private final transient CurrentUser user;
    private final transient RegistrationSheets sheets;
    private final transient CodeLists codes;
    private final transient Texts texts;
    private final transient Clock clock;

    RegistrationView(
            Registrations registrations,
            Enterprises enterprises,
            CurrentUser user,
            RegistrationSheets sheets,
            CodeLists codes,
            Texts texts,
            Clock clock) {
        this.registrations = registrations;
        this.enterprises = enterprises;
        this.user = user;
        this.sheets = sheets;
        this.codes = codes;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        build();
    }

    private void build() {
        removeAll();
        var mine = registrations.mine().orElse(null);
        var header =
                new PageHeader(getPageTitle(), sentence(mine), new Anchor("/", getTranslation("registration.back")));
        if (mine == null && enterprises.ofAccount(user.require().accountId()).isPresent()) {
            add(
                    header,
                    new Callout(
                            Callout.Kind.OK,
                            getTranslation("registration.taken-over"),
                            new RouterLink(getTranslation("registration.profile"), ProfileView.class)));
            return;
        }
        if (mine != null) {
            header.badge(RegistrationBadge.of(mine.status(), getTranslation("registration.status." + mine.status())));
        }
        var phoneFirst = registrations.withoutAccount(mine);
        add(header, new Card("", RegistrationGuide.of(mine, phoneFirst, texts, getLocale())), panel(mine, phoneFirst));
    }

    private String sentence(Registration mine) {
        return mine != null && mine.status().editable() ? getTranslation("registration.sentence") : "";
    }

    private Component panel(Registration mine, boolean phoneFirst) {
        if (mine == null) {
            return new StartPanel(() -> {
                registrations.open();
                build();
            });
        }
        if (registrations.madeByAnother(mine)) {
            return new Callout(
                    Callout.Kind.WARN,
                    getTranslation("registration.error.phone-taken"),
                    new Anchor("/login", getTranslation("shell.login")));
        }
        if (mine.status().editable()) {
            return phoneFirst && mine.loginName() == null
                    ? new CodePanel(registrations, mine, texts, this::build)
                    : new FillPanel(registrations, mine, codes, texts, clock, this::build);
        }
        return new StatusPanel(
                registrations,
                mine,
                sheets.sheet(registrations.form(mine), registrations.context(mine), mine.content(), getLocale()),
                this::build);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("registration.title");
    }
}
