package cn.baosong.account.ui;

import cn.baosong.account.AccountRules;
import cn.baosong.account.AccountSettings;
import cn.baosong.account.CodePurpose;
import cn.baosong.account.FieldProblems;
import cn.baosong.account.FirstAccounts;
import cn.baosong.account.FirstAccounts.Post;
import cn.baosong.account.LanguageSwitch;
import cn.baosong.account.PhoneVerification;
import cn.baosong.common.Problem;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The one-time link of the first administrator or process owner. A wrong link and a used one look the same. */
@Route(value = "setup/:token", autoLayout = false)
@AnonymousAllowed
class SetupView extends AuthPage implements BeforeEnterObserver {

    private enum State {
        CLOSED,
        OPEN,
        DONE
    }

    private final transient FirstAccounts firstAccounts;
    private final boolean needsCode;

    private final H1 title = new H1();
    private final Paragraph sentence = new Paragraph();
    private final TextField loginName = AccountFields.newLoginName();
    private final NewPassword password = new NewPassword();
    private final PhoneProof phone;
    private final Button create = new Button();
    private final Anchor login = new Anchor("/login");
    private final FieldErrors errors = new FieldErrors(this);
    private State state = State.CLOSED;
    private Post post = Post.ADMINISTRATOR;
    private String token = "";

    SetupView(
            FirstAccounts firstAccounts, PhoneVerification phones, LanguageSwitch language, AccountSettings settings) {
        super(language);
        this.firstAccounts = firstAccounts;
        this.needsCode = firstAccounts.needsCode();
        this.phone = new PhoneProof(phones, CodePurpose.REGISTER, settings, "account.register.sent", errors);
        create.setId("create");
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.addClickShortcut(Key.ENTER);
        create.addClickListener(click -> create());
        login.setId("login");
        phone.code().setVisible(needsCode);
        errors.field("loginName", loginName);
        password.in(errors);
        phone.in(errors);
        show();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        firstAccounts.open(token).ifPresent(found -> {
            post = found;
            state = State.OPEN;
        });
        show();
    }

    private void show() {
        if (state == State.OPEN) {
            single(card(title, sentence, phone.message(), loginName, password, phone.phone(), phone.code(), create));
        } else {
            single(card(title, sentence, login));
        }
        say();
    }

    @Override
    protected void say() {
        var key = "account.setup." + state.name().toLowerCase(java.util.Locale.ROOT);
        title.setText(getTranslation(key + ".title"));
        sentence.setText(getTranslation(
                state == State.OPEN
                        ? key + "." + (post == Post.ADMINISTRATOR ? "administrator" : "process-owner")
                        : key));
        loginName.setLabel(getTranslation("account.field.login-name"));
        loginName.setHelperText(getTranslation("account.field.login-name.help"));
        password.say("account.field.password");
        phone.phone().setLabel(getTranslation("account.field.phone"));
        phone.phone().setHelperText(getTranslation("account.field.phone.login"));
        create.setText(getTranslation("account.action.create"));
        login.setText(getTranslation("account.action.back-to-login"));
    }

    @Override
    protected String titleKey() {
        return "account.setup.title";
    }

    private void create() {
        phone.clear();
        errors.add("loginName", AccountRules.loginName(loginName.getValue()));
        password.check(errors);
        errors.add("phone", AccountRules.phone(phone.number()));
        if (needsCode) {
            errors.add("code", AccountRules.code(phone.digits()));
        }
        if (errors.show()) {
            return;
        }
        try {
            firstAccounts.register(
                    token, loginName.getValue(), password.value(), phone.number(), phone.digits(), getLocale());
            password.clear();
            state = State.DONE;
            show();
        } catch (FieldProblems problems) {
            errors.addAll(problems).show();
        } catch (Problem problem) {
            phone.refuse(problem);
        }
    }
}
