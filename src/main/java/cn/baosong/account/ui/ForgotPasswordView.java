package cn.baosong.account.ui;

import cn.baosong.account.AccountRules;
import cn.baosong.account.AccountSettings;
import cn.baosong.account.FieldProblems;
import cn.baosong.account.LanguageSwitch;
import cn.baosong.account.Passwords;
import cn.baosong.account.PictureCodes;
import cn.baosong.common.Problem;
import cn.baosong.common.ui.Callout;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** 忘记密码 (LOGIN-21): name, code by SMS, new password. What it answers says nothing about who has an account. */
@Route(value = "forgot-password", autoLayout = false)
@AnonymousAllowed
class ForgotPasswordView extends AuthPage {

    private final transient Passwords passwords;
    private final transient PictureGate gate;
    private final long minutes;

    private final H1 title = new H1();
    private final Paragraph sentence = new Paragraph();
    private final Message message = new Message();
    private final TextField name = AccountFields.identifier();
    private final CodeRow code;
    private final NewPassword password = new NewPassword();
    private final Button save = new Button();
    private final Anchor back = new Anchor("/login");
    private final FieldErrors errors = new FieldErrors(this);
    private boolean done;

    ForgotPasswordView(Passwords passwords, PictureCodes pictures, LanguageSwitch language, AccountSettings settings) {
        super(language);
        this.passwords = passwords;
        this.gate = new PictureGate(pictures);
        this.minutes = settings.codeLifetime().toMinutes();
        this.code = new CodeRow(settings.resendAfter(), this::requestCode);
        name.setAutofocus(true);
        save.setId("save");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER);
        save.addClickListener(click -> save());
        back.setId("back");
        errors.field("loginName", name).field("code", code.field());
        password.in(errors);
        var links = new Div(back);
        links.addClassName("links");
        single(card(title, sentence, message, name, code, password, save, links));
    }

    @Override
    protected void say() {
        title.setText(getTranslation("account.forgot.title"));
        sentence.setText(getTranslation(done ? "account.forgot.done" : "account.forgot.sentence"));
        name.setLabel(getTranslation("account.field.identifier"));
        password.say("account.field.password.new");
        save.setText(getTranslation("account.action.set-password"));
        back.setText(getTranslation(done ? "account.action.login" : "account.action.back-to-login"));
    }

    @Override
    protected String titleKey() {
        return "account.forgot.title";
    }

    private boolean requestCode() {
        message.clear();
        errors.clear();
        if (errors.add("loginName", AccountRules.present(name.getValue())).show()) {
            return false;
        }
        gate.demand(() -> {
            if (send()) {
                code.asked();
            }
        });
        return false;
    }

    private boolean send() {
        try {
            passwords.requestRecovery(name.getValue(), clientAddress());
        } catch (Problem problem) {
            message.refuse(problem);
            return false;
        }
        message.say(Callout.Kind.INFO, "account.forgot.sent", minutes);
        return true;
    }

    private void save() {
        message.clear();
        errors.clear();
        errors.add("loginName", AccountRules.present(name.getValue()))
                .add("code", AccountRules.code(code.field().getValue()));
        password.check(errors);
        if (errors.show()) {
            return;
        }
        try {
            passwords.recover(name.getValue(), code.field().getValue(), password.value(), clientAddress());
        } catch (FieldProblems problems) {
            errors.addAll(problems).show();
            return;
        } catch (Problem problem) {
            message.refuse(problem);
            return;
        }
        password.clear();
        done = true;
        back.addClassName("button-link");
        single(card(title, sentence, back));
        say();
    }
}
