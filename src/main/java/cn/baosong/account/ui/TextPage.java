package cn.baosong.account.ui;

import cn.baosong.account.AccountForms;
import cn.baosong.account.LanguageSwitch;
import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.form.ui.FormPane;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.Map;

/** A page with nothing but a text, which a process owner writes as a form without fields. */
abstract class TextPage extends AuthPage implements BeforeEnterObserver {

    private final transient AccountForms forms;
    private final transient CodeLists codes;
    private final transient Texts texts;
    private final String form;
    private final String title;
    private final H1 heading = new H1();
    private final Div text = new Div();
    private final Anchor login = new Anchor("/login");
    private boolean entered;

    /**
     * @param form id of the form
     * @param title translation key
     */
    TextPage(LanguageSwitch language, AccountForms forms, CodeLists codes, Texts texts, String form, String title) {
        super(language);
        this.forms = forms;
        this.codes = codes;
        this.texts = texts;
        this.form = form;
        this.title = title;
        text.setId("text");
        login.setId("login");
        var links = new Div(login);
        links.addClassName("links");
        reading(card(heading, text, links));
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        entered = true;
        say();
    }

    @Override
    protected final void say() {
        heading.setText(getTranslation(title));
        login.setText(getTranslation("account.action.back-to-login"));
        if (entered) {
            text.removeAll();
            var pane = new FormPane(forms.newest(form), forms.context(), codes, texts, getLocale(), Map.of());
            pane.setReadOnly(true);
            text.add(pane);
        }
    }

    @Override
    protected final String titleKey() {
        return title;
    }
}
