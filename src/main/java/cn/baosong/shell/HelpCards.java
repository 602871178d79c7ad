package cn.baosong.shell;

import cn.baosong.account.AccountSettings;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.filing.indicators.ui.IndicatorPages;
import cn.baosong.help.HelpTopic;
import cn.baosong.help.ServiceSettings;
import cn.baosong.help.ui.HelpPages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.Locale;

/** What to read, whom to ask and what else is offered, at the end of an enterprise's home page (HOME-14, HOME-15). */
@org.springframework.stereotype.Component
class HelpCards {

    private final HelpPages help;
    private final IndicatorPages indicators;
    private final ServiceSettings service;
    private final AccountSettings accounts;
    private final Texts texts;

    HelpCards(
            HelpPages help, IndicatorPages indicators, ServiceSettings service, AccountSettings accounts, Texts texts) {
        this.help = help;
        this.indicators = indicators;
        this.service = service;
        this.accounts = accounts;
        this.texts = texts;
    }

    Component build(Locale locale) {
        var cards = new Div(documents(locale));
        cards.addClassName("help-cards");
        if (!accounts.hotline().isBlank() || !service.hours(locale).isBlank()) {
            cards.add(contact(locale));
        }
        if (!service.links().isEmpty()) {
            cards.add(links(locale));
        }
        return cards;
    }

    private Component documents(Locale locale) {
        var download = texts.get(locale, "help.download.short");
        var card = new Card(texts.get(locale, "help.downloads"));
        card.setId("downloads");
        Arrays.stream(HelpTopic.values())
                .filter(HelpTopic::isForEverybody)
                .forEach(topic -> card.add(line(help.link(topic, locale), help.download(topic, download, locale))));
        card.add(line(indicators.link(locale), indicators.download(download, locale)));
        return card;
    }

    private Component contact(Locale locale) {
        var card = new Card(texts.get(locale, "help.service"));
        card.setId("service");
        if (!accounts.hotline().isBlank()) {
            card.add(new Div(texts.get(locale, "help.service.hotline", accounts.hotline())));
        }
        if (!service.hours(locale).isBlank()) {
            card.add(new Div(texts.get(locale, "help.service.hours", service.hours(locale))));
        }
        return card;
    }

    private Component links(Locale locale) {
        var card = new Card(texts.get(locale, "help.service.links"));
        card.setId("service-links");
        for (var link : service.links()) {
            var anchor = new Anchor(link.url(), link.title(locale));
            anchor.setTarget(AnchorTarget.BLANK);
            anchor.getElement().setAttribute("rel", "noopener noreferrer");
            card.add(new Div(anchor));
        }
        return card;
    }

    private static Component line(Component link, Component download) {
        var spacer = new Span();
        spacer.addClassName("spacer");
        var line = new Div(link, spacer, download);
        line.addClassName("help-line");
        return line;
    }
}
