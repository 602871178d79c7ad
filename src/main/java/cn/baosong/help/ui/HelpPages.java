package cn.baosong.help.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.FileDownload;
import cn.baosong.help.HelpLibrary;
import cn.baosong.help.HelpTopic;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouterLink;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The ways to the guide and the manual from other pages. */
@org.springframework.stereotype.Component
public class HelpPages {

    private final HelpLibrary library;
    private final Texts texts;

    HelpPages(HelpLibrary library, Texts texts) {
        this.library = library;
        this.texts = texts;
    }

    public Component link(HelpTopic topic, Locale locale) {
        return new RouterLink(title(topic, locale), HelpView.class, HelpView.of(topic));
    }

    /** @return a page of its own as a file, fit to be printed */
    public FileDownload download(HelpTopic topic, String text, Locale locale) {
        return new FileDownload(
                "download-" + topic.word(),
                text,
                title(topic, locale) + ".html",
                "text/html;charset=utf-8",
                out -> out.write(library.file(topic, locale).getBytes(StandardCharsets.UTF_8)));
    }

    private String title(HelpTopic topic, Locale locale) {
        return texts.get(locale, "help.topic." + topic.word());
    }
}
