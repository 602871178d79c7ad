package cn.baosong.account.ui;

import cn.baosong.account.AccountForms;
import cn.baosong.account.LanguageSwitch;
import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** 隐私政策 (GRD-05). */
@Route(value = "privacy", autoLayout = false)
@AnonymousAllowed
class PrivacyView extends TextPage {

    PrivacyView(LanguageSwitch language, AccountForms forms, CodeLists codes, Texts texts) {
        super(language, forms, codes, texts, AccountForms.PRIVACY, "account.privacy.title");
    }
}
