package cn.baosong.account;

import cn.baosong.common.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The language of a visitor: of the session, kept in a cookie of the browser and, once signed in, with the account. */
@Service
public class LanguageSwitch {

    private static final String COOKIE = "baosong-language";
    private static final String CHOSEN = LanguageSwitch.class.getName() + ".chosen";
    private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

    private final CurrentUser currentUser;
    private final Accounts accounts;

    LanguageSwitch(CurrentUser currentUser, Accounts accounts) {
        this.currentUser = currentUser;
        this.accounts = accounts;
    }

    /** @return 中 / EN, for pages that are built once: they are loaded again in the other language */
    public Component button() {
        return new LanguageButton(this, () -> UI.getCurrent().getPage().reload());
    }

    /** @return 中 / EN, for pages that follow the language by themselves and keep what has been typed */
    public Component buttonInPlace() {
        return new LanguageButton(this, () -> {});
    }

    /** What a new visitor gets: what this browser chose before, else Chinese. */
    public static Locale initial(VaadinRequest request) {
        var cookies = request == null ? null : request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .findFirst()
                .map(cookie -> supported(Locale.forLanguageTag(cookie.getValue())))
                .orElse(Texts.CHINESE);
    }

    /** Changes every open page of the session, and remembers the choice. */
    public void choose(Locale wanted) {
        var locale = supported(wanted);
        VaadinSession.getCurrent().setAttribute(CHOSEN, locale);
        apply(locale);
        currentUser.find().map(SignedIn::accountId).ifPresent(account -> accounts.changeLocale(account, locale));
    }

    /** After a login: what was chosen on the login page is kept with the account, else the account's own holds. */
    public void afterLogin(SignedIn user, Optional<Locale> ofAccount) {
        if (VaadinSession.getCurrent().getAttribute(CHOSEN) instanceof Locale chosen) {
            if (user.accountId() != null) {
                accounts.changeLocale(user.accountId(), chosen);
            }
        } else {
            ofAccount.ifPresent(locale -> apply(supported(locale)));
        }
    }

    private static void apply(Locale locale) {
        var session = VaadinSession.getCurrent();
        session.setLocale(locale);
        session.getUIs().forEach(ui -> ui.setLocale(locale));
        UI.getCurrent().getPage().executeJs("document.documentElement.lang = $0", locale.toLanguageTag());
        var response = VaadinResponse.getCurrent();
        if (response != null) {
            var cookie = new Cookie(COOKIE, locale.toLanguageTag());
            cookie.setPath("/");
            cookie.setMaxAge(YEAR);
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
        }
    }

    private static Locale supported(Locale wanted) {
        return Texts.LOCALES.stream()
                .filter(locale -> locale.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Texts.CHINESE);
    }
}
