package cn.baosong.account.ui;

import cn.baosong.account.AccountRules;
import cn.baosong.account.AccountSettings;
import cn.baosong.account.CurrentUser;
import cn.baosong.account.DemoLogin;
import cn.baosong.account.LanguageSwitch;
import cn.baosong.account.LoginLink;
import cn.baosong.account.LoginService;
import cn.baosong.common.Problem;
import cn.baosong.common.ui.Callout;
import cn.baosong.messaging.DemoInbox;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;

/** Login: name, password, 【获取验证码】, code, 【登录】 (LOGIN-12). */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends AuthPage implements BeforeEnterObserver {

    private final transient LoginService logins;
    private final transient LanguageSwitch language;
    private final transient CurrentUser currentUser;
    private final boolean demo;
    private final long minutes;

    private final H1 heading = new H1();
    private final Paragraph lead = new Paragraph();
    private final H2 title = new H2();
    private final TextField loginName = AccountFields.identifier();
    private final PasswordField password = AccountFields.password("password");
    private final CodeRow code;
    private final Div message = new Div();
    private final Button enter = new Button();
    private final Anchor register = new Anchor("/register");
    private final Anchor forgot = new Anchor("/forgot-password");
    private final Anchor bind = new Anchor("/bind-phone");
    private final Anchor change = new Anchor("/change-phone");
    private final Paragraph hotline = new Paragraph();
    private final String hotlineNumber;
    private final Anchor inbox = new Anchor("/demo/inbox");
    private final Div links = new Div(register, forgot, bind, change);
    private final Map<Anchor, String> others;
    private final DemoLogins demoLogins;
    private final FieldErrors errors = new FieldErrors(this);

    LoginView(
            LoginService logins,
            LanguageSwitch language,
            CurrentUser currentUser,
            AccountSettings settings,
            ObjectProvider<DemoInbox> demoInbox,
            ObjectProvider<List<DemoLogin>> demoLogins,
            ObjectProvider<LoginLink> others) {
        super(language);
        this.others = others.orderedStream()
                .collect(Collectors.toMap(
                        link -> new Anchor(link.path()), LoginLink::title, (a, b) -> a, LinkedHashMap::new));
        this.logins = logins;
        this.language = language;
        this.currentUser = currentUser;
        this.demo = demoInbox.getIfAvailable() != null;
        this.hotlineNumber = settings.hotline();
        this.minutes = settings.codeLifetime().toMinutes();
        this.code = new CodeRow(settings.resendAfter(), this::requestCode);
        this.demoLogins = new DemoLogins(demo ? demoLogins.getIfAvailable(List::of) : List.of(), this::fill);

        loginName.setAutofocus(true);
        message.setId("message");
        message.getElement().setAttribute("aria-live", "polite");
        enter.setId("enter");
        enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        enter.addClickShortcut(Key.ENTER);
        enter.addClickListener(click -> logIn());
        register.setId("register");
        forgot.setId("forgot");
        bind.setId("bind-phone");
        change.setId("change-phone");
        hotline.setId("hotline");
        hotline.addClassNames("muted", "small");
        hotline.setVisible(!hotlineNumber.isBlank());
        inbox.setTarget(AnchorTarget.BLANK);
        inbox.setId("demo-inbox");
        links.addClassName("links");
        errors.field("loginName", loginName).field("password", password).field("code", code.field());

        var form = card(title, message, loginName, password, code, enter, links, hotline);
        var intro = new Div(heading, lead);
        intro.addClassName("auth-intro");
        lead.addClassName("lead");
        this.others.keySet().forEach(links::add);
        if (demo) {
            links.add(inbox);
            intro.add(this.demoLogins);
        }
        beside(intro, form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (currentUser.find().filter(user -> user.accountId() != null).isPresent()) {
            event.forwardTo("");
        }
    }

    @Override
    protected void say() {
        heading.setText(getTranslation("account.intro.title"));
        lead.setText(getTranslation("account.intro.lead"));
        title.setText(getTranslation("account.login.title"));
        loginName.setLabel(getTranslation("account.field.identifier"));
        password.setLabel(getTranslation("account.field.password"));
        enter.setText(getTranslation("account.action.login"));
        register.setText(getTranslation("account.action.register-now"));
        forgot.setText(getTranslation("account.action.forgot"));
        bind.setText(getTranslation("account.action.bind-phone"));
        change.setText(getTranslation("account.action.change-phone"));
        hotline.setText(getTranslation("account.hotline", hotlineNumber));
        others.forEach((link, key) -> link.setText(getTranslation(key)));
        inbox.setText(getTranslation("account.demo.inbox"));
        demoLogins.say();
        message.removeAll();
    }

    @Override
    protected String titleKey() {
        return "account.login.title";
    }

    private void fill(DemoLogin login) {
        loginName.setValue(login.loginName());
        password.setValue(login.password());
        errors.clear();
        message.removeAll();
    }

    private boolean requestCode() {
        if (!filled(false)) {
            return false;
        }
        try {
            logins.requestCode(loginName.getValue(), password.getValue(), clientAddress());
        } catch (Problem problem) {
            refuse(problem);
            return false;
        }
        tell(Callout.Kind.INFO, getTranslation(sentKey(), minutes));
        return true;
    }

    private String sentKey() {
        if (logins.smsDisturbed()) {
            return "account.login.sent.email";
        }
        return demo ? "account.login.sent.demo" : "account.login.sent";
    }

    private void logIn() {
        if (!filled(true)) {
            return;
        }
        try {
            var entered = logins.login(
                    loginName.getValue(), password.getValue(), code.field().getValue(), request(), response());
            language.afterLogin(entered.user(), entered.locale());
            load(entered.mustChangePassword() ? "/account/password" : entered.returnPath());
        } catch (Problem problem) {
            code.field().clear();
            refuse(problem);
        }
    }

    private boolean filled(boolean withCode) {
        errors.clear();
        message.removeAll();
        errors.add("loginName", AccountRules.present(loginName.getValue()))
                .add("password", AccountRules.present(password.getValue()));
        if (withCode) {
            errors.add("code", AccountRules.present(code.field().getValue()));
        }
        return !errors.show();
    }

    private void refuse(Problem problem) {
        tell(Callout.Kind.BAD, getTranslation(problem.key(), problem.arguments()));
    }

    private void tell(Callout.Kind kind, String text) {
        message.removeAll();
        message.add(new Callout(kind, text));
    }
}
