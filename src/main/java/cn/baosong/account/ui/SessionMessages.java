package cn.baosong.account.ui;

import cn.baosong.account.LanguageSwitch;
import cn.baosong.common.Texts;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.SystemMessagesProvider;
import com.vaadin.flow.server.VaadinSession;
import org.springframework.stereotype.Component;

/**
 * What the browser says by itself. A click on 'session expired' loads the page again: security sends it to the login and,
 * after the login, back. Given to the service by {@link AccountPages}.
 */
@Component
class SessionMessages implements SystemMessagesProvider {

    private final transient Texts texts;

    SessionMessages(Texts texts) {
        this.texts = texts;
    }

    @Override
    public SystemMessages getSystemMessages(SystemMessagesInfo info) {
        var session = VaadinSession.getCurrent();
        var locale = session != null ? session.getLocale() : LanguageSwitch.initial(info.getRequest());
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(texts.get(locale, "account.session.expired.title"));
        messages.setSessionExpiredMessage(texts.get(locale, "account.session.expired"));
        messages.setSessionExpiredURL(null);
        messages.setInternalErrorNotificationEnabled(true);
        messages.setInternalErrorCaption(texts.get(locale, "account.session.failure.title"));
        messages.setInternalErrorMessage(texts.get(locale, "account.session.failure"));
        messages.setInternalErrorURL(null);
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption(texts.get(locale, "account.session.cookies.title"));
        messages.setCookiesDisabledMessage(texts.get(locale, "account.session.cookies"));
        messages.setCookiesDisabledURL(null);
        return messages;
    }
}
