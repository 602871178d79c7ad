package cn.baosong.account.ui;

import cn.baosong.account.AccountRules;
import cn.baosong.account.AccountSettings;
import cn.baosong.account.CodePurpose;
import cn.baosong.account.PhoneVerification;
import cn.baosong.account.PictureCodes;
import cn.baosong.common.Problem;
import cn.baosong.common.ui.Callout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;

/** The fields with which somebody proves to hold a phone: the number, the code sent to it, and a line for what went wrong. */
public final class PhoneProof {

    private final PhoneVerification phones;
    private final CodePurpose purpose;
    private final String sentKey;
    private final long minutes;
    private final FieldErrors errors;
    private final Div message = new Div();
    private final TextField phone = new TextField();
    private final CodeRow code;
    private PictureGate gate;

    /**
     * @param sentKey translation key of what is said once a code is asked for; {@code {0}} is its life in minutes
     * @param errors of the page; the two fields are told there as {@code phone} and {@code code}
     */
    public PhoneProof(
            PhoneVerification phones,
            CodePurpose purpose,
            AccountSettings settings,
            String sentKey,
            FieldErrors errors) {
        this.phones = phones;
        this.purpose = purpose;
        this.sentKey = sentKey;
        this.minutes = settings.codeLifetime().toMinutes();
        this.errors = errors;
        this.code = new CodeRow(settings.resendAfter(), this::request);
        phone.setId("phone");
        phone.setMaxLength(AccountRules.PHONE_DIGITS);
        phone.setManualValidation(true);
        phone.setAutocomplete(Autocomplete.TEL);
        phone.getElement().setAttribute("inputmode", "numeric");
        message.setId("message");
        message.getElement().setAttribute("aria-live", "polite");
    }

    /** Tells the page's errors where the fields are; called where they stand among its other fields. */
    public PhoneProof in(FieldErrors page) {
        page.field("phone", phone).field("code", code.field());
        return this;
    }

    /** Asks for a picture code before the first SMS: for pages that are open to everybody (LOGIN-14). */
    public PhoneProof behind(PictureCodes pictures) {
        gate = new PictureGate(pictures);
        return this;
    }

    public TextField phone() {
        return phone;
    }

    public CodeRow code() {
        return code;
    }

    public Div message() {
        return message;
    }

    public String number() {
        return phone.getValue();
    }

    public String digits() {
        return code.field().getValue();
    }

    /** Says a refusal above the fields, until the next try. */
    public void refuse(Problem problem) {
        say(Callout.Kind.BAD, message.getTranslation(problem.key(), problem.arguments()));
    }

    public void clear() {
        errors.clear();
        message.removeAll();
    }

    private boolean request() {
        clear();
        if (errors.add("phone", AccountRules.phone(number())).show()) {
            return false;
        }
        if (gate == null) {
            return send();
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
            phones.requestCode(
                    purpose,
                    number(),
                    AuthPage.clientAddress(),
                    phone.getUI().orElseThrow().getLocale());
        } catch (Problem problem) {
            refuse(problem);
            return false;
        }
        say(Callout.Kind.INFO, message.getTranslation(sentKey, minutes));
        return true;
    }

    private void say(Callout.Kind kind, String text) {
        message.removeAll();
        message.add(new Callout(kind, text));
    }
}
