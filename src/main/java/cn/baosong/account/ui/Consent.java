package cn.baosong.account.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Span;

/** What somebody agrees to who opens an account, each text a link that leaves the page as it is (GRD-05). */
final class Consent extends Span {

    private final Span before = new Span();
    private final Anchor agreement = link("/agreement");
    private final Span and = new Span();
    private final Anchor privacy = link("/privacy");

    Consent() {
        addClassName("consent");
        add(before, agreement, and, privacy);
    }

    /** Texts in the language of the session. */
    void say() {
        before.setText(getTranslation("account.field.agreement"));
        agreement.setText(getTranslation("account.field.agreement.terms"));
        and.setText(getTranslation("account.field.agreement.and"));
        privacy.setText(getTranslation("account.field.agreement.privacy"));
    }

    private static Anchor link(String path) {
        var link = new Anchor(path);
        link.setTarget(AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener");
        return link;
    }
}
