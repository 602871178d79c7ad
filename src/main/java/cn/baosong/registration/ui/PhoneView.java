package cn.baosong.registration.ui;

import cn.baosong.account.AccountRules;
import cn.baosong.account.AccountSettings;
import cn.baosong.account.CodePurpose;
import cn.baosong.account.LanguageSwitch;
import cn.baosong.account.LoginService;
import cn.baosong.account.PhoneVerification;
import cn.baosong.account.ui.AuthPage;
import cn.baosong.account.ui.CodeRow;
import cn.baosong.account.ui.FieldErrors;
import cn.baosong.common.Problem;
import cn.baosong.common.ui.Callout;
import cn.baosong.registration.RegistrationMode;
import cn.baosong.registration.RegistrationSettings;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Step 1 of the registration without an account: the phone and its code (REG-03 to 08). */
@Route(value = "apply", autoLayout = false)
@AnonymousAllowed
class PhoneView extends AuthPage implements BeforeEnterObserver {

    private final transient LoginService logins;
    private final transient PhoneVerification phones;
    private final transient RegistrationSettings settings;
    private final H1 title = new H1();
    private final Paragraph sentence = new Paragraph();
    private final Div message = new Div();
    private final TextField phone = new TextField();
    private final CodeRow code;
    private final Button next = new Button();
    private final Anchor cancel = new Anchor("/login");
    private final FieldErrors errors = new FieldErrors(this);

    PhoneView(
            LoginService logins,
            PhoneVerification phones,
            RegistrationSettings settings,
            AccountSettings accountSettings,
            LanguageSwitch language) {
        super(language);
        this.logins = logins;
        this.phones = phones;
        this.settings = settings;
        code = new CodeRow(accountSettings.resendAfter(), this::requestCode);
        phone.setId("phone");
        phone.setMaxLength(AccountRules.PHONE_DIGITS);
        phone.setManualValidation(true);
        phone.setAutofocus(true);
        phone.getElement().setAttribute("inputmode", "numeric");
        next.setId("next");
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        next.addClickShortcut(Key.ENTER);
        next.addClickListener(click -> goOn());
        errors.field("phone", phone).field("code", code.field());
        var links = new Div(cancel);
        links.addClassName("links");
        single(card(title, sentence, message, phone, code, next, links));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (settings.mode() != RegistrationMode.PHONE_FIRST) {
            throw new NotFoundException();
        }
    }

    @Override
    protected void say() {
        title.setText(getTranslation("registration.phone.title"));
        sentence.setText(getTranslation("registration.phone.text"));
        phone.setLabel(getTranslation("registration.phone"));
        next.setText(getTranslation("registration.phone.next"));
        cancel.setText(getTranslation("common.cancel"));
    }

    @Override
    protected String titleKey() {
        return "registration.phone.title";
    }

    private boolean requestCode() {
        errors.clear();
        message.removeAll();
        if (errors.add("phone", AccountRules.phone(phone.getValue())).show()) {
            return false;
        }
        try {
            phones.requestCode(CodePurpose.APPLY, phone.getValue(), clientAddress(), getLocale());
        } catch (Problem refused) {
            say(Callout.Kind.BAD, getTranslation(refused.key(), refused.arguments()));
            return false;
        }
        say(Callout.Kind.INFO, getTranslation("registration.phone.sent"));
        return true;
    }

    private void goOn() {
        errors.clear();
        message.removeAll();
        errors.add("phone", AccountRules.phone(phone.getValue()))
                .add("code", AccountRules.code(code.field().getValue()));
        if (errors.show()) {
            return;
        }
        try {
            logins.signInApplicant(phone.getValue(), code.field().getValue(), request(), response());
            load("/registration");
        } catch (Problem refused) {
            say(Callout.Kind.BAD, getTranslation(refused.key(), refused.arguments()));
        }
    }

    private void say(Callout.Kind kind, String text) {
        message.removeAll();
        message.add(new Callout(kind, text));
    }
}
