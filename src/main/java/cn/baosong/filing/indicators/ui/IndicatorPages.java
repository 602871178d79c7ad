package cn.baosong.filing.indicators.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.FileDownload;
import cn.baosong.common.ui.NavigationEntry;
import cn.baosong.filing.Filings;
import cn.baosong.filing.indicators.IndicatorDocument;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways to 指标解释 from other pages. */
@org.springframework.stereotype.Component
public class IndicatorPages {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final IndicatorDocument document;
    private final Texts texts;

    IndicatorPages(IndicatorDocument document, Texts texts) {
        this.document = document;
        this.texts = texts;
    }

    /** @return the way to the page */
    public Component link(Locale locale) {
        return new RouterLink(texts.get(locale, "filing.indicators.title"), IndicatorsView.class);
    }

    /** @return the document of the monthly report as a file (HOME-15) */
    public FileDownload download(String text, Locale locale) {
        return download(Filings.SCHEME, text, locale);
    }

    /** @return the document of a scheme as a file */
    FileDownload download(String scheme, String text, Locale locale) {
        return new FileDownload(
                "download-indicators",
                text,
                texts.get(locale, "filing.indicators.title") + ".docx",
                WORD,
                out -> document.write(scheme, locale, out));
    }

    /** The line of the navigation. */
    @Configuration(proxyBeanMethods = false)
    static class Lines {

        @Bean
        NavigationEntry indicatorsEntry() {
            return new NavigationEntry("help.navigation", 920, "filing.indicators.title", IndicatorsView.class);
        }
    }
}
