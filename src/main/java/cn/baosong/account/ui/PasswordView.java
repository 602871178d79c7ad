package cn.baosong.account.ui;

import cn.baosong.account.CurrentUser;
import cn.baosong.account.FieldProblems;
import cn.baosong.account.LanguageSwitch;
import cn.baosong.account.LoginService;
import cn.baosong.account.Passwords;
import cn.baosong.account.SignedIn;
import cn.baosong.common.ui.Callout;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;

/** 修改密码: the one page that is open to who came in with a password by SMS (REG-11). */
@Route(value = "account/password", autoLayout = false)
@PermitAll
class PasswordView extends AuthPage implements BeforeEnterObserver {

    private final transient Passwords passwords;
    private final transient CurrentUser currentUser;
    private final transient LoginService logins;
    private final boolean forced;

    private final H1 title = new H1();
    private final Paragraph sentence = new Paragraph();
    private final Div message = new Div();
    private final PasswordField oldPassword = AccountFields.password("old-password");
    private final NewPassword newPassword = new NewPassword();
    private final Button save = new Button();
    private final Anchor home = new Anchor("/");
    private final Button logout = new Button();
    private final FieldErrors errors = new FieldErrors(this);

    PasswordView(
            Passwords passwords,
            CurrentUser currentUser,
            LoginService logins,
            LanguageSwitch language,
            AuthenticationContext authentication) {
        super(language);
        this.passwords = passwords;
        this.currentUser = currentUser;
        this.logins = logins;
        this.forced = currentUser.mustChangePassword();

        oldPassword.setAutofocus(true);
        message.setId("message");
        message.getElement().setAttribute("aria-live", "polite");
        save.setId("save");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER);
        save.addClickListener(click -> save());
        logout.setId("logout");
        logout.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        logout.addClickListener(click -> authentication.logout());
        home.setVisible(!forced);
        errors.field("oldPassword", oldPassword);
        newPassword.in(errors);
        var links = new Div(home, logout);
        links.addClassName("links");
        single(card(title, sentence, message, oldPassword, newPassword, save, links));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        // At logout it clears what forms kept in the browser.
        attached.getUI().getPage().addJavaScript("js/kept-typing.js");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (currentUser.find().map(SignedIn::accountId).isEmpty()) {
            event.forwardTo("");
        }
    }

    @Override
    protected void say() {
        title.setText(getTranslation("account.password.title"));
        sentence.setText(getTranslation(forced ? "account.password.forced" : "account.password.sentence"));
        oldPassword.setLabel(getTranslation("account.field.password.old"));
        newPassword.say("account.field.password.new");
        save.setText(getTranslation("common.save"));
        home.setText(getTranslation("common.home"));
        logout.setText(getTranslation("account.action.logout"));
    }

    @Override
    protected String titleKey() {
        return "account.password.title";
    }

    private void save() {
        errors.clear();
        message.removeAll();
        newPassword.check(errors);
        if (errors.show()) {
            return;
        }
        var user = currentUser.find().map(SignedIn::accountId);
        if (user.isEmpty()) {
            load("/login");
            return;
        }
        try {
            passwords.change(user.get(), oldPassword.getValue(), newPassword.value());
        } catch (FieldProblems problems) {
            errors.addAll(problems).show();
            return;
        }
        logins.refresh(request(), response());
        oldPassword.clear();
        newPassword.clear();
        message.add(new Callout(Callout.Kind.OK, getTranslation("account.password.done")));
        if (forced) {
            load("/");
        }
    }
}
