package cn.baosong.account;

import cn.baosong.common.Texts;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;

/** A button with the name of the other language. */
final class LanguageButton extends NativeButton implements LocaleChangeObserver {

    /** @param afterwards what a page does that does not follow the language by itself */
    LanguageButton(LanguageSwitch language, Runnable afterwards) {
        setId("language");
        addClassName("language");
        addClickListener(click -> {
            var english = Texts.ENGLISH.getLanguage().equals(getLocale().getLanguage());
            language.choose(english ? Texts.CHINESE : Texts.ENGLISH);
            afterwards.run();
        });
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        setText(getTranslation("common.language"));
        setTitle(getTranslation("common.language.title"));
        getElement().setAttribute("aria-label", getTranslation("common.language.title"));
    }
}
