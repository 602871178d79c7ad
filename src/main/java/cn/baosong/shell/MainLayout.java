package cn.baosong.shell;

import cn.baosong.account.CurrentUser;
import cn.baosong.account.LanguageSwitch;
import cn.baosong.account.MyMessages;
import cn.baosong.account.SignedIn;
import cn.baosong.account.ui.MessageBell;
import cn.baosong.common.ui.NavigationEntry;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H6;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;

/** Header band, navigation of what the user may open (HOME-01), and the page. */
@Layout
@AnonymousAllowed
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final CurrentUser user;
    private final List<NavigationEntry> entries;
    private final transient AccessTable access;
    private final transient UserTitle title;
    private final MessageBell bell;
    private final Nav side = new Nav();
    private final Main page = new Main();
    private final Div frame = new Div();

    MainLayout(
            CurrentUser user,
            Navigation navigation,
            AccessTable access,
            UserTitle title,
            MyMessages messages,
            LanguageSwitch language,
            AuthenticationContext authentication) {
        this.user = user;
        this.entries = navigation.entries();
        this.access = access;
        this.title = title;
        this.bell = new MessageBell(messages);
        page.addClassName("page");
        page.setId("page");
        side.addClassName("side");
        side.setAriaLabel(getTranslation("shell.navigation"));
        frame.addClassName("frame");
        frame.add(side, page);
        add(skipLink(), masthead(language, authentication), frame, foot());
    }

    private Component skipLink() {
        var link = new Anchor("#page", getTranslation("shell.skip"));
        link.addClassName("skip-link");
        link.setRouterIgnore(true);
        return link;
    }

    private Component masthead(LanguageSwitch language, AuthenticationContext authentication) {
        var menu = new NativeButton("☰", click -> frame.getClassNames()
                .set("open", !frame.getClassNames().contains("open")));
        menu.addClassName("menu-button");
        menu.setAriaLabel(getTranslation("shell.navigation"));
        var band = new Header(menu, Brand.link(this::getTranslation), spacer());
        band.addClassName("masthead");
        user.find().ifPresent(signedIn -> band.add(who(signedIn)));
        if (hasAccount()) {
            band.add(bell);
        }
        band.add(language.button());
        if (user.find().isPresent()) {
            var logout = new NativeButton(getTranslation("shell.logout"), click -> authentication.logout());
            logout.setId("logout");
            band.add(logout);
        } else {
            var login = new Anchor("login", getTranslation("shell.login"));
            login.addClassName("action");
            band.add(login);
        }
        return band;
    }

    private static Component spacer() {
        var spacer = new Span();
        spacer.addClassName("spacer");
        return spacer;
    }

    private boolean hasAccount() {
        return user.find().filter(signedIn -> signedIn.accountId() != null).isPresent();
    }

    /** User name, user type and manageable region (HOME-05, ROLE-12); the way to the user centre (LOGIN-23). */
    private Component who(SignedIn signedIn) {
        var name = new Span(signedIn.loginName() == null ? signedIn.phone() : signedIn.loginName());
        HtmlContainer box = hasAccount() ? new Anchor("account", name) : new Div(name);
        box.setId("who");
        box.addClassName("who");
        var small = new Element("small");
        small.setText(title.of(signedIn, getLocale()));
        box.getElement().appendChild(small);
        return box;
    }

    private Component foot() {
        var foot = new Footer(new Span(getTranslation("shell.foot")));
        foot.addClassName("site-foot");
        return foot;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        page.removeAll();
        page.getElement().appendChild(content.getElement());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().setAttribute("lang", getLocale().toLanguageTag());
        attached.getUI()
                .getPage()
                .executeJs("document.documentElement.lang = $0", getLocale().toLanguageTag());
        // At logout it clears what forms kept in the browser.
        attached.getUI().getPage().addJavaScript("js/kept-typing.js");
    }

    /** The counts and the mark of where one is are as new as the page. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        frame.removeClassName("open");
        if (hasAccount()) {
            bell.refresh();
        }
        side.removeAll();
        var group = "";
        for (var entry : entries) {
            if (user.find().isEmpty() || !access.mayOpen(entry.view())) {
                continue;
            }
            if (!entry.group().isEmpty() && !entry.group().equals(group)) {
                side.add(new H6(getTranslation(entry.group())));
            }
            group = entry.group();
            side.add(link(entry, event.getLocation().getPath()));
        }
        frame.getElement()
                .getStyle()
                .set("display", side.getChildren().findAny().isPresent() ? null : "block");
        side.setVisible(side.getChildren().findAny().isPresent());
    }

    private Component link(NavigationEntry entry, String path) {
        var link = new RouterLink();
        link.setRoute(entry.view(), entry.parameters().get());
        link.add(new Span(getTranslation(entry.title())));
        if (link.getHref().equals(path)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        var waiting = entry.waiting().getAsInt();
        if (waiting > 0) {
            var count = new Span(NavigationEntry.said(waiting));
            count.addClassName("count");
            count.getElement()
                    .setAttribute("aria-label", getTranslation("shell.waiting", NavigationEntry.said(waiting)));
            link.add(count);
        }
        return link;
    }
}
