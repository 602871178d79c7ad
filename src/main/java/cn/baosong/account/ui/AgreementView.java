package cn.baosong.account.ui;

import cn.baosong.account.AccountForms;
import cn.baosong.account.LanguageSwitch;
import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** 用户协议 (GRD-05). */
@Route(value = "agreement", autoLayout = false)
@AnonymousAllowed
class AgreementView extends TextPage {

    AgreementView(LanguageSwitch language, AccountForms forms, CodeLists codes, Texts texts) {
        super(language, forms, codes, texts, AccountForms.AGREEMENT, "account.agreement.title");
    }
}
