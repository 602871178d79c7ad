package cn.baosong.account.ui;

import cn.baosong.account.AccountSettings;
import cn.baosong.account.LanguageSwitch;
import cn.baosong.account.PhoneChange;
import cn.baosong.account.PhoneVerification;
import cn.baosong.account.PictureCodes;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** 手机号修改 of the login page (LOGIN-17), for who cannot log in because the phone is gone. */
@Route(value = "change-phone", autoLayout = false)
@AnonymousAllowed
class ChangePhoneView extends AuthPage {

    private final H1 title = new H1();
    private final Paragraph sentence = new Paragraph();
    private final PhoneChangeForm form;
    private final Anchor back = new Anchor("/login");
    private boolean done;

    ChangePhoneView(
            PhoneChange change,
            PhoneVerification phones,
            PictureCodes pictures,
            LanguageSwitch language,
            AccountSettings settings) {
        super(language);
        this.form = new PhoneChangeForm(change, phones, settings, null, this::done).behind(pictures);
        back.setId("back");
        var links = new Div(back);
        links.addClassName("links");
        single(card(title, sentence, form, links));
    }

    @Override
    protected void say() {
        title.setText(getTranslation("account.change-phone.title"));
        sentence.setText(getTranslation(done ? "account.change-phone.done" : "account.change-phone.sentence"));
        form.say();
        back.setText(getTranslation(done ? "account.action.login" : "account.action.back"));
    }

    @Override
    protected String titleKey() {
        return "account.change-phone.title";
    }

    private void done() {
        done = true;
        back.addClassName("button-link");
        single(card(title, sentence, back));
        say();
    }
}
