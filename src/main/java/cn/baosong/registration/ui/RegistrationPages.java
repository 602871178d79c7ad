package cn.baosong.registration.ui;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.registration.Registrations;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;

/** What other pages show of registration, and the ways to it. */
@org.springframework.stereotype.Component
public class RegistrationPages {

    private final Registrations registrations;
    private final Texts texts;

    RegistrationPages(Registrations registrations, Texts texts) {
        this.registrations = registrations;
        this.texts = texts;
    }

    /** @return where my registration stands, and the way on */
    public Component card(Locale locale) {
        var mine = registrations.mine();
        if (mine.isEmpty()) {
            return new StartPanel(() -> {
                registrations.open();
                UI.getCurrent().navigate(RegistrationView.class);
            });
        }
        var registration = mine.get();
        var way = new RouterLink(
                texts.get(locale, registration.status().editable() ? "shell.home.continue" : "shell.home.look"),
                RegistrationView.class);
        way.addClassName("button-link");
        return new Card(
                        texts.get(locale, "shell.home.registration"),
                        RegistrationGuide.of(registration, registrations.withoutAccount(registration), texts, locale),
                        way)
                .beside(RegistrationBadge.of(
                        registration.status(), texts.get(locale, "registration.status." + registration.status())))
                .tone("primary");
    }

    public RouterLink profileLink(Locale locale) {
        return new RouterLink(texts.get(locale, "registration.profile"), ProfileView.class);
    }
}
