package cn.baosong.account.ui;

import cn.baosong.account.LanguageSwitch;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What the pages before login share: the band with the language switch, and a column or two below. */
public abstract class AuthPage extends Div implements LocaleChangeObserver, HasDynamicTitle {

    private final Span product = new Span();
    private final Span tagline = new Span();
    private final Anchor home = new Anchor("/login");
    private final Main columns = new Main();

    protected AuthPage(LanguageSwitch language) {
        addClassName("auth-page");
        var mark = new Span("报");
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        product.addClassName("product");
        tagline.addClassName("tagline");
        home.addClassName("home");
        home.add(mark, product, tagline);
        var spacer = new Span();
        spacer.addClassName("spacer");
        var band = new Header(home, spacer, language.buttonInPlace());
        band.addClassName("masthead");
        columns.addClassName("auth-columns");
        super.add(band, columns);
    }

    /** One card in the middle. */
    protected final void single(Component card) {
        columns.removeAll();
        columns.addClassName("single");
        columns.add(card);
    }

    /** One column as wide as a text is read. */
    protected final void reading(Component text) {
        columns.removeAll();
        columns.addClassName("reading");
        columns.add(text);
    }

    /** A wide column and a card beside it. */
    protected final void beside(Component wide, Component card) {
        columns.removeAll();
        columns.add(wide, card);
    }

    protected static Div card(Component... content) {
        var card = new Div(content);
        card.addClassName("auth-card");
        return card;
    }

    /** Texts in the language of the session; called on attaching and whenever it changes. */
    protected abstract void say();

    protected abstract String titleKey();

    @Override
    public final void localeChange(LocaleChangeEvent event) {
        product.setText(getTranslation("account.product"));
        tagline.setText(getTranslation("account.tagline"));
        say();
        if (event.getUI() != null) {
            event.getUI().getPage().setTitle(getPageTitle());
        }
    }

    @Override
    public final String getPageTitle() {
        return getTranslation(titleKey()) + " · " + getTranslation("account.product");
    }

    protected static HttpServletRequest request() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest();
    }

    protected static HttpServletResponse response() {
        return VaadinServletResponse.getCurrent().getHttpServletResponse();
    }

    protected static String clientAddress() {
        return request().getRemoteAddr();
    }

    /** Loads a page anew, with all the session now is. */
    protected static void load(String path) {
        UI.getCurrent().getPage().setLocation(path);
    }
}
