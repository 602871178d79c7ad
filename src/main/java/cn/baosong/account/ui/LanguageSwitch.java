package cn.baosong.account.ui;

import cn.baosong.common.Texts;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;

/** 中 / EN: a button with the name of the other language. */
public final class LanguageSwitch extends NativeButton implements LocaleChangeObserver {

    private final Runnable afterwards;

    /** @param afterwards what a page does that does not follow the language by itself, such as loading again */
    public LanguageSwitch(Language language, Runnable afterwards) {
        this.afterwards = afterwards;
        setId("language");
        addClassName("language");
        addClickListener(click -> {
            language.choose(
                    Texts.ENGLISH.getLanguage().equals(getLocale().getLanguage()) ? Texts.CHINESE : Texts.ENGLISH);
            this.afterwards.run();
        });
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        setText(getTranslation("common.language"));
        setTitle(getTranslation("common.language.title"));
        getElement().setAttribute("aria-label", getTranslation("common.language.title"));
    }
}
