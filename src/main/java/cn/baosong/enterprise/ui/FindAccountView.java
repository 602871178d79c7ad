package cn.baosong.enterprise.ui;

import cn.baosong.account.LanguageSwitch;
import cn.baosong.account.PictureCodes;
import cn.baosong.account.ui.AuthPage;
import cn.baosong.account.ui.FieldErrors;
import cn.baosong.account.ui.PictureGate;
import cn.baosong.common.Problem;
import cn.baosong.common.ui.Callout;
import cn.baosong.enterprise.LoginNameReminder;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** 账号找回: the code of the enterprise; its login name, masked, goes to its phone. Says the same whoever asks. */
@Route(value = "find-account", autoLayout = false)
@AnonymousAllowed
class FindAccountView extends AuthPage {

    /** A code of 18 characters with hyphens and blanks between. */
    private static final int LONGEST_CODE = 30;

    private final transient LoginNameReminder reminder;
    private final transient PictureGate gate;
    private final H1 title = new H1();
    private final Paragraph sentence = new Paragraph();
    private final Div message = new Div();
    private final TextField code = new TextField();
    private final Button send = new Button();
    private final Anchor back = new Anchor("/login");
    private final FieldErrors errors = new FieldErrors(this).field("code", code);

    FindAccountView(LoginNameReminder reminder, PictureCodes pictures, LanguageSwitch language) {
        super(language);
        this.reminder = reminder;
        this.gate = new PictureGate(pictures);
        code.setId("credit-code");
        code.setMaxLength(LONGEST_CODE);
        code.setManualValidation(true);
        code.setAutocomplete(Autocomplete.OFF);
        code.setAutofocus(true);
        message.setId("message");
        message.getElement().setAttribute("aria-live", "polite");
        send.setId("send");
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.addClickShortcut(Key.ENTER);
        send.addClickListener(click -> ask());
        var links = new Div(back);
        links.addClassName("links");
        single(card(title, sentence, message, code, send, links));
    }

    @Override
    protected void say() {
        title.setText(getTranslation("enterprise.find"));
        sentence.setText(getTranslation("enterprise.find.sentence"));
        code.setLabel(getTranslation("enterprise.find.code"));
        send.setText(getTranslation("enterprise.find.send"));
        back.setText(getTranslation("account.action.back-to-login"));
        message.removeAll();
    }

    @Override
    protected String titleKey() {
        return "enterprise.find";
    }

    private void ask() {
        errors.clear();
        message.removeAll();
        if (!errors.add("code", LoginNameReminder.problem(code.getValue())).show()) {
            gate.demand(this::send);
        }
    }

    private void send() {
        try {
            reminder.send(code.getValue(), clientAddress());
            message.add(new Callout(Callout.Kind.INFO, getTranslation("enterprise.find.sent")));
        } catch (Problem refused) {
            message.add(new Callout(Callout.Kind.BAD, getTranslation(refused.key(), refused.arguments())));
        }
    }
}
