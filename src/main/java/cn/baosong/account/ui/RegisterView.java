package cn.baosong.account.ui;

import cn.baosong.account.AccountRules;
import cn.baosong.account.AccountSettings;
import cn.baosong.account.Accounts;
import cn.baosong.account.CodePurpose;
import cn.baosong.account.FieldProblems;
import cn.baosong.account.LanguageSwitch;
import cn.baosong.account.PhoneVerification;
import cn.baosong.account.PictureCodes;
import cn.baosong.common.Problem;
import cn.baosong.messaging.DemoInbox;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** Self-registration of an account (LOGIN-14); its enterprise is registered afterwards. */
@Route(value = "register", autoLayout = false)
@AnonymousAllowed
class RegisterView extends AuthPage {

    private final transient Accounts accounts;
    private final boolean demo;

    private final H1 title = new H1();
    private final Paragraph sentence = new Paragraph();
    private final TextField loginName = AccountFields.newLoginName();
    private final NewPassword password = new NewPassword();
    private final TextField email = AccountFields.email();
    private final PhoneProof phone;
    private final Checkbox agreement = new Checkbox();
    private final Consent consent = new Consent();
    private final Button register = new Button();
    private final Anchor login = new Anchor("/login");
    private final Anchor inbox = new Anchor("/demo/inbox");
    private final FieldErrors errors = new FieldErrors(this);

    private final H1 doneTitle = new H1();
    private final Paragraph doneSentence = new Paragraph();
    private final Anchor doneLogin = new Anchor("/login");
    private final Anchor doneVerify = new Anchor("/account");
    private String registered = "";

    RegisterView(
            Accounts accounts,
            PhoneVerification phones,
            PictureCodes pictures,
            LanguageSwitch language,
            AccountSettings settings,
            ObjectProvider<DemoInbox> demoInbox) {
        super(language);
        this.accounts = accounts;
        this.demo = demoInbox.getIfAvailable() != null;
        this.phone = new PhoneProof(
                        phones,
                        CodePurpose.REGISTER,
                        settings,
                        demo ? "account.register.sent.demo" : "account.register.sent",
                        errors)
                .behind(pictures);

        loginName.setAutofocus(true);
        agreement.setId("agreement");
        agreement.setManualValidation(true);
        agreement.setLabelComponent(consent);
        register.setId("register");
        register.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        register.addClickShortcut(Key.ENTER);
        register.addClickListener(click -> register());
        inbox.setTarget(AnchorTarget.BLANK);
        errors.field("loginName", loginName);
        password.in(errors);
        errors.field("email", email);
        phone.in(errors);
        errors.field("agreement", agreement);
        var links = new Div(login);
        links.addClassName("links");
        if (demo) {
            links.add(inbox);
        }
        single(card(
                title,
                sentence,
                phone.message(),
                loginName,
                password,
                email,
                phone.phone(),
                phone.code(),
                agreement,
                register,
                links));
    }

    @Override
    protected void say() {
        title.setText(getTranslation("account.register.title"));
        sentence.setText(getTranslation("account.register.sentence"));
        loginName.setLabel(getTranslation("account.field.login-name"));
        loginName.setHelperText(getTranslation("account.field.login-name.help"));
        password.say("account.field.password");
        email.setLabel(getTranslation("account.field.email"));
        email.setHelperText(getTranslation("account.field.email.help"));
        phone.phone().setLabel(getTranslation("account.field.phone"));
        phone.phone().setHelperText(getTranslation("account.field.phone.help"));
        consent.say();
        register.setText(getTranslation("account.action.register"));
        login.setText(getTranslation("account.action.back-to-login"));
        inbox.setText(getTranslation("account.demo.inbox"));
        doneTitle.setText(getTranslation("account.register.done.title"));
        doneSentence.setText(getTranslation("account.register.done.sentence", registered));
        doneLogin.setText(getTranslation("account.action.verify-later"));
        doneVerify.setText(getTranslation("account.action.verify-now"));
    }

    @Override
    protected String titleKey() {
        return "account.register.title";
    }

    private void register() {
        phone.clear();
        errors.add("loginName", AccountRules.loginName(loginName.getValue()));
        password.check(errors);
        var address = email.getValue().strip();
        errors.add("email", address.isEmpty() ? Optional.empty() : AccountRules.email(address))
                .add("phone", AccountRules.phone(phone.number()))
                .add("code", AccountRules.code(phone.digits()))
                .add(
                        "agreement",
                        agreement.getValue() ? Optional.empty() : Optional.of(new Problem("account.error.agreement")));
        if (errors.show()) {
            return;
        }
        try {
            var account = accounts.register(
                    loginName.getValue(), password.value(), phone.number(), address, phone.digits(), getLocale());
            done(account.loginName());
        } catch (FieldProblems problems) {
            errors.addAll(problems).show();
        }
    }

    private void done(String name) {
        registered = name;
        password.clear();
        doneLogin.setId("done-login");
        doneLogin.addClassName("button-link");
        doneVerify.setId("done-verify");
        var ways = new Div(doneLogin, doneVerify);
        ways.addClassName("links");
        single(card(doneTitle, doneSentence, ways));
        say();
    }
}
