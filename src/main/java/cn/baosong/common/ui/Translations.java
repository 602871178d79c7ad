package cn.baosong.common.ui;

import cn.baosong.common.Texts;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Gives pages the same texts as everything else. */
@Component
class Translations implements I18NProvider {

    private final transient Texts texts;

    Translations(Texts texts) {
        this.texts = texts;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Texts.LOCALES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        return texts.get(locale, key, parameters);
    }
}
