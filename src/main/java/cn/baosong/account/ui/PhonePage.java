package cn.baosong.account.ui;

import cn.baosong.account.Account;
import cn.baosong.account.AccountSettings;
import cn.baosong.account.Accounts;
import cn.baosong.account.CurrentUser;
import cn.baosong.account.LoginService;
import cn.baosong.account.PhoneChange;
import cn.baosong.account.PhoneVerification;
import cn.baosong.common.Masked;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.Notices;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** 手机号 of the user centre: which one is bound, and another in its place (LOGIN-05, 22, 23). */
@Route("account/phone")
@PermitAll
class PhonePage extends CentrePage implements BeforeEnterObserver {

    private final transient Accounts accounts;
    private final transient CurrentUser user;
    private final transient LoginService logins;
    private final transient PhoneChange change;
    private final transient PhoneVerification phones;
    private final transient AccountSettings settings;

    PhonePage(
            Accounts accounts,
            CurrentUser user,
            LoginService logins,
            PhoneChange change,
            PhoneVerification phones,
            AccountSettings settings) {
        super("account.centre.phone");
        this.accounts = accounts;
        this.user = user;
        this.logins = logins;
        this.change = change;
        this.phones = phones;
        this.settings = settings;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var account = user.find().map(me -> me.accountId()).flatMap(accounts::find);
        if (account.isEmpty()) {
            event.forwardTo("");
            return;
        }
        build(account.get());
    }

    private void build(Account account) {
        if (account.phone() == null) {
            show(new EmptyState(
                    "☎",
                    getTranslation("account.centre.phone.none.title"),
                    getTranslation("account.centre.phone.none"),
                    new Anchor("/bind-phone", getTranslation("account.action.bind-phone"))));
            return;
        }
        var form = new PhoneChangeForm(change, phones, settings, account.loginName(), this::changed);
        form.say();
        var bound = new Paragraph(getTranslation("account.centre.phone.bound", Masked.phone(account.phone())));
        bound.setId("bound-phone");
        show(new Card(getTranslation("account.centre.phone"), bound, form));
    }

    private void changed() {
        logins.refresh(AuthPage.request(), AuthPage.response());
        Notices.done(getTranslation("account.change-phone.changed"));
        accounts.find(user.require().accountId()).ifPresent(this::build);
    }
}
