package cn.baosong.account.ui;

import cn.baosong.account.AccountRules;
import cn.baosong.account.AccountSettings;
import cn.baosong.account.CodePurpose;
import cn.baosong.account.FieldProblems;
import cn.baosong.account.LanguageSwitch;
import cn.baosong.account.PhoneBinding;
import cn.baosong.account.PhoneVerification;
import cn.baosong.account.PictureCodes;
import cn.baosong.common.Problem;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** 绑定手机号 (LOGIN-18): login name, password or activation code, phone, code; 【确认绑定】, 【返回】. */
@Route(value = "bind-phone", autoLayout = false)
@AnonymousAllowed
class BindPhoneView extends AuthPage {

    private enum Secret {
        ACTIVATION_CODE,
        PASSWORD
    }

    private static final int LONGEST_ACTIVATION_CODE = 20;

    private final transient PhoneBinding binding;

    private final H1 title = new H1();
    private final Paragraph sentence = new Paragraph();
    private final TextField name = AccountFields.identifier();
    private final RadioButtonGroup<Secret> kind = new RadioButtonGroup<>();
    private final TextField activationCode =
            AccountFields.text("activation-code", LONGEST_ACTIVATION_CODE, Autocomplete.OFF);
    private final PasswordField password = AccountFields.password("own-password");
    private final NewPassword newPassword = new NewPassword();
    private final PhoneProof phone;
    private final Button bind = new Button();
    private final Anchor back = new Anchor("/login");
    private final FieldErrors errors = new FieldErrors(this);
    private boolean done;

    BindPhoneView(
            PhoneBinding binding,
            PhoneVerification phones,
            PictureCodes pictures,
            LanguageSwitch language,
            AccountSettings settings) {
        super(language);
        this.binding = binding;
        this.phone = new PhoneProof(phones, CodePurpose.BIND_PHONE, settings, "account.register.sent", errors)
                .behind(pictures);
        name.setAutofocus(true);
        kind.setId("secret-kind");
        kind.setItems(Secret.values());
        kind.setValue(Secret.ACTIVATION_CODE);
        kind.addValueChangeListener(change -> choose());
        bind.setId("bind");
        bind.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        bind.addClickShortcut(Key.ENTER);
        bind.addClickListener(click -> bind());
        back.setId("back");
        errors.field("loginName", name).field("activationCode", activationCode).field("ownPassword", password);
        phone.in(errors);
        newPassword.in(errors);
        var links = new Div(back);
        links.addClassName("links");
        single(card(
                title,
                sentence,
                phone.message(),
                name,
                kind,
                activationCode,
                password,
                phone.phone(),
                phone.code(),
                newPassword,
                bind,
                links));
        choose();
    }

    private void choose() {
        var activation = kind.getValue() == Secret.ACTIVATION_CODE;
        activationCode.setVisible(activation);
        newPassword.setVisible(activation);
        password.setVisible(!activation);
    }

    @Override
    protected void say() {
        title.setText(getTranslation(done ? "account.bind-phone.done.title" : "account.bind-phone.title"));
        sentence.setText(getTranslation(done ? "account.bind-phone.done" : "account.bind-phone.sentence"));
        name.setLabel(getTranslation("account.field.login-name"));
        kind.setLabel(getTranslation("account.field.secret-kind"));
        kind.setItemLabelGenerator(item -> getTranslation("account.secret-kind." + item));
        activationCode.setLabel(getTranslation("account.field.activation-code"));
        activationCode.setHelperText(getTranslation("account.field.activation-code.help"));
        password.setLabel(getTranslation("account.field.password"));
        phone.phone().setLabel(getTranslation("account.field.phone"));
        phone.phone().setHelperText(getTranslation("account.field.phone.bind"));
        newPassword.say("account.field.password.new");
        bind.setText(getTranslation("account.action.confirm-binding"));
        back.setText(getTranslation(done ? "account.action.login" : "account.action.back"));
    }

    @Override
    protected String titleKey() {
        return "account.bind-phone.title";
    }

    private void bind() {
        phone.clear();
        var activation = kind.getValue() == Secret.ACTIVATION_CODE;
        errors.add("loginName", AccountRules.present(name.getValue()))
                .add(activation ? "activationCode" : "ownPassword", AccountRules.present(secret()))
                .add("phone", AccountRules.phone(phone.number()))
                .add("code", AccountRules.code(phone.digits()));
        if (activation) {
            newPassword.check(errors);
        }
        if (errors.show()) {
            return;
        }
        try {
            if (activation) {
                binding.activate(
                        name.getValue(),
                        secret(),
                        newPassword.value(),
                        phone.number(),
                        phone.digits(),
                        clientAddress());
            } else {
                binding.bind(name.getValue(), secret(), phone.number(), phone.digits(), clientAddress());
            }
        } catch (FieldProblems problems) {
            errors.addAll(problems).show();
            return;
        } catch (Problem problem) {
            phone.refuse(problem);
            return;
        }
        newPassword.clear();
        password.clear();
        done = true;
        back.addClassName("button-link");
        single(card(title, sentence, back));
        say();
    }

    private String secret() {
        return kind.getValue() == Secret.ACTIVATION_CODE ? activationCode.getValue() : password.getValue();
    }
}
