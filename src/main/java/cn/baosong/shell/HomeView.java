package cn.baosong.shell;

import cn.baosong.account.CurrentUser;
import cn.baosong.account.Role;
import cn.baosong.account.SignedIn;
import cn.baosong.common.PlatformTime;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.workbench.WorkbenchPages;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Set;

/** The first page after login: what waits, and what is to be done next. */
@Route("")
@PermitAll
class HomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient CurrentUser user;
    private final transient UserTitle title;
    private final transient EnterpriseHome enterpriseHome;
    private final transient ReviewerHome reviewerHome;
    private final transient WaysHome waysHome;
    private final transient Clock clock;

    HomeView(
            CurrentUser user,
            UserTitle title,
            EnterpriseHome enterpriseHome,
            ReviewerHome reviewerHome,
            WaysHome waysHome,
            Clock clock) {
        this.user = user;
        this.title = title;
        this.enterpriseHome = enterpriseHome;
        this.reviewerHome = reviewerHome;
        this.waysHome = waysHome;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var me = user.require();
        if (me.roles().equals(Set.of(Role.PROCESS_OWNER))) {
            event.forwardTo(WorkbenchPages.HOME);
            return;
        }
        add(new PageHeader(greeting(me), title.tells(me, getLocale())));
        if (me.has(Role.REVIEWER)) {
            add(reviewerHome.build(event.getLocation().getQueryParameters(), getLocale()));
        } else if (me.has(Role.ENTERPRISE) || me.has(Role.APPLICANT)) {
            add(enterpriseHome.build(me, getLocale()));
        } else {
            add(waysHome.build(getLocale()));
        }
    }

    private String greeting(SignedIn me) {
        var hour = LocalTime.now(clock.withZone(PlatformTime.ZONE)).getHour();
        var part = hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
        return getTranslation("shell.home." + part, title.name(me));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.product");
    }
}
