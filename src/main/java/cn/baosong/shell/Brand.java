package cn.baosong.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.function.UnaryOperator;

/** Mark, name and what it is for: the way home. */
final class Brand {

    private Brand() {}

    static Anchor link(UnaryOperator<String> translate) {
        var mark = new Span("报");
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var product = new Span(translate.apply("shell.product"));
        product.addClassName("product");
        var tagline = new Span(translate.apply("shell.tagline"));
        tagline.addClassName("tagline");
        var home = new Anchor("", mark, product, tagline);
        home.addClassName("home");
        return home;
    }
}
