package cn.baosong.registration.ui;

import cn.baosong.account.AccountRules;
import cn.baosong.account.AccountSettings;
import cn.baosong.account.CodePurpose;
import cn.baosong.account.LanguageSwitch;
import cn.baosong.account.LoginService;
import cn.baosong.account.PhoneVerification;
import cn.baosong.account.PictureCodes;
import cn.baosong.account.ui.AuthPage;
import cn.baosong.account.ui.FieldErrors;
import cn.baosong.account.ui.PhoneProof;
import cn.baosong.common.Problem;
import cn.baosong.registration.RegistrationMode;
import cn.baosong.registration.RegistrationSettings;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
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
    private final transient RegistrationSettings settings;
    private final H1 title = new H1();
    private final Paragraph sentence = new Paragraph();
    private final PhoneProof phone;
    private final Button next = new Button();
    private final Anchor cancel = new Anchor("/login");
    private final FieldErrors errors = new FieldErrors(this);

    PhoneView(
            LoginService logins,
            PhoneVerification phones,
            RegistrationSettings settings,
            PictureCodes pictures,
            AccountSettings accountSettings,
            LanguageSwitch language) {
        super(language);
        this.logins = logins;
        this.settings = settings;
        phone = new PhoneProof(phones, CodePurpose.APPLY, accountSettings, "account.register.sent", errors)
                .behind(pictures)
                .in(errors);
        phone.phone().setAutofocus(true);
        next.setId("next");
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        next.addClickShortcut(Key.ENTER);
        next.addClickListener(click -> goOn());
        var links = new Div(cancel);
        links.addClassName("links");
        single(card(title, sentence, phone.message(), phone.phone(), phone.code(), next, links));
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
        phone.phone().setLabel(getTranslation("registration.phone"));
        next.setText(getTranslation("registration.phone.next"));
        cancel.setText(getTranslation("common.cancel"));
    }

    @Override
    protected String titleKey() {
        return "registration.phone.title";
    }

    private void goOn() {
        phone.clear();
        errors.add("phone", AccountRules.phone(phone.number())).add("code", AccountRules.code(phone.digits()));
        if (errors.show()) {
            return;
        }
        try {
            logins.signInApplicant(phone.number(), phone.digits(), request(), response());
            load("/registration");
        } catch (Problem refused) {
            phone.refuse(refused);
        }
    }
}
