package cn.baosong.account.ui;

import cn.baosong.account.Account;
import cn.baosong.account.AccountRules;
import cn.baosong.account.AccountSettings;
import cn.baosong.account.Accounts;
import cn.baosong.account.CurrentUser;
import cn.baosong.account.EmailBinding;
import cn.baosong.account.FieldProblems;
import cn.baosong.common.Masked;
import cn.baosong.common.Problem;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.Notices;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** 绑定邮箱 of the user centre (LOGIN-06, 07): address, 【绑定】, code, 【保存】. */
@Route("account/email")
@PermitAll
class EmailPage extends CentrePage implements BeforeEnterObserver {

    private final transient Accounts accounts;
    private final transient CurrentUser user;
    private final transient EmailBinding binding;
    private final long minutes;

    private final Message message = new Message();
    private final Paragraph bound = new Paragraph();
    private final TextField email = AccountFields.email();
    private final CodeRow code;
    private final PasswordField password = AccountFields.password("own-password");
    private final FieldErrors errors = new FieldErrors(this);

    EmailPage(Accounts accounts, CurrentUser user, EmailBinding binding, AccountSettings settings) {
        super("account.centre.email");
        this.accounts = accounts;
        this.user = user;
        this.binding = binding;
        this.minutes = settings.codeLifetime().toMinutes();
        this.code = new CodeRow(settings.resendAfter(), this::requestCode).named("code", "account.field.code.email");
        bound.setId("bound-email");
        email.setLabel(getTranslation("account.field.email"));
        email.setHelperText(getTranslation("account.field.email.bind"));
        password.setLabel(getTranslation("account.field.password"));
        password.setHelperText(getTranslation("account.field.password.own"));
        errors.field("email", email).field("code", code.field()).field("password", password);
        var save = new Button(getTranslation("common.save"), click -> save());
        save.setId("save");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER);
        var form = new Div(message, email, code, password, save);
        form.addClassName("form-column");
        show(new Card(getTranslation("account.centre.email"), bound, form));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var account = user.find().map(me -> me.accountId()).flatMap(accounts::find);
        if (account.isEmpty()) {
            event.forwardTo("");
            return;
        }
        tell(account.get());
        if (!account.get().emailBound() && account.get().email() != null) {
            email.setValue(account.get().email());
        }
    }

    private void tell(Account account) {
        bound.setText(
                account.emailBound()
                        ? getTranslation("account.centre.email.bound", Masked.email(account.email()))
                        : getTranslation("account.centre.email.none"));
    }

    private boolean requestCode() {
        message.clear();
        errors.clear();
        if (errors.add("email", AccountRules.email(email.getValue().strip())).show()) {
            return false;
        }
        try {
            binding.requestCode(email.getValue(), AuthPage.clientAddress(), getLocale());
        } catch (Problem problem) {
            message.refuse(problem);
            return false;
        }
        message.say(Callout.Kind.INFO, "account.centre.email.sent", minutes);
        return true;
    }

    private void save() {
        message.clear();
        errors.clear();
        errors.add("email", AccountRules.email(email.getValue().strip()))
                .add("code", AccountRules.code(code.field().getValue()));
        if (errors.show()) {
            return;
        }
        try {
            binding.bind(email.getValue(), code.field().getValue(), password.getValue());
        } catch (FieldProblems problems) {
            errors.addAll(problems).show();
            return;
        }
        password.clear();
        code.field().clear();
        email.clear();
        Notices.done(getTranslation("account.centre.email.done"));
        accounts.find(user.require().accountId()).ifPresent(this::tell);
    }
}
