package cn.baosong.account.ui;

import cn.baosong.account.AccountRules;
import cn.baosong.account.AccountSettings;
import cn.baosong.account.CodePurpose;
import cn.baosong.account.FieldProblems;
import cn.baosong.account.PhoneChange;
import cn.baosong.account.PhoneChange.Proof;
import cn.baosong.account.PhoneVerification;
import cn.baosong.account.PictureCodes;
import cn.baosong.common.Problem;
import cn.baosong.common.ui.Callout;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;

/** The fields of 手机号修改: who I am, by which way I prove it, and the new phone; before the login and after it. */
final class PhoneChangeForm extends Div {

    private final transient PhoneChange change;
    private final transient Runnable changed;
    private final String ownName;
    private final long minutes;

    private final TextField name = AccountFields.identifier();
    private final PasswordField password = AccountFields.password("own-password");
    private final RadioButtonGroup<Proof> way = new RadioButtonGroup<>();
    private final CodeRow proof;
    private final PhoneProof phone;
    private final Button save = new Button();
    private final FieldErrors errors = new FieldErrors(this);

    /**
     * @param ownName login name of who is logged in; null before the login, where the name is asked for
     * @param changed what the page does once the phone is changed
     */
    PhoneChangeForm(
            PhoneChange change, PhoneVerification phones, AccountSettings settings, String ownName, Runnable changed) {
        this.change = change;
        this.changed = changed;
        this.ownName = ownName;
        this.minutes = settings.codeLifetime().toMinutes();
        this.proof = new CodeRow(settings.resendAfter(), this::requestProof).named("proof", "account.field.proof");
        this.phone = new PhoneProof(phones, CodePurpose.BIND_PHONE, settings, "account.register.sent", errors);
        addClassName("form-column");
        name.setVisible(ownName == null);
        way.setId("proof-way");
        way.setItems(Proof.values());
        way.setValue(Proof.OLD_PHONE);
        save.setId("save");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER);
        save.addClickListener(click -> save());
        errors.field("loginName", name).field("ownPassword", password).field("proof", proof.field());
        phone.in(errors);
        add(phone.message(), name, password, way, proof, phone.phone(), phone.code(), save);
    }

    /** Asks for a picture code before a code goes to the new phone: before the login. */
    PhoneChangeForm behind(PictureCodes pictures) {
        phone.behind(pictures);
        return this;
    }

    /** Texts in the language of the session. */
    void say() {
        name.setLabel(getTranslation("account.field.identifier"));
        password.setLabel(getTranslation("account.field.password"));
        way.setLabel(getTranslation("account.field.proof-way"));
        way.setItemLabelGenerator(item -> getTranslation("account.proof-way." + item));
        phone.phone().setLabel(getTranslation("account.field.phone.new"));
        phone.phone().setHelperText(getTranslation("account.field.phone.bind"));
        save.setText(getTranslation("common.save"));
    }

    private boolean requestProof() {
        phone.clear();
        if (!identified()) {
            return false;
        }
        try {
            change.requestProof(who(), password.getValue(), way.getValue(), AuthPage.clientAddress());
        } catch (Problem problem) {
            phone.refuse(problem);
            return false;
        }
        phone.message().removeAll();
        phone.message()
                .add(new Callout(
                        Callout.Kind.INFO, getTranslation("account.change-phone.sent." + way.getValue(), minutes)));
        return true;
    }

    private void save() {
        phone.clear();
        errors.add("proof", AccountRules.code(proof.field().getValue()))
                .add("phone", AccountRules.phone(phone.number()))
                .add("code", AccountRules.code(phone.digits()));
        if (!identified()) {
            return;
        }
        try {
            change.change(
                    who(),
                    password.getValue(),
                    proof.field().getValue(),
                    phone.number(),
                    phone.digits(),
                    AuthPage.clientAddress());
        } catch (FieldProblems problems) {
            errors.addAll(problems).show();
            return;
        } catch (Problem problem) {
            phone.refuse(problem);
            return;
        }
        password.clear();
        changed.run();
    }

    private boolean identified() {
        return !errors.add("loginName", ownName == null ? AccountRules.present(name.getValue()) : Optional.empty())
                .add("ownPassword", AccountRules.present(password.getValue()))
                .show();
    }

    private String who() {
        return ownName == null ? name.getValue() : ownName;
    }
}
