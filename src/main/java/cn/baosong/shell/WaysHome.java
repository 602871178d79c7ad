package cn.baosong.shell;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.NavigationEntry;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;

/** The first page of whoever neither files nor reviews, such as an operator: a way into each of the pages there are. */
@org.springframework.stereotype.Component
class WaysHome {

    private static final String HELP = "help.navigation";

    private final Navigation navigation;
    private final AccessTable access;
    private final Texts texts;

    WaysHome(Navigation navigation, AccessTable access, Texts texts) {
        this.navigation = navigation;
        this.access = access;
        this.texts = texts;
    }

    Component build(Locale locale) {
        var ways = new Div();
        ways.addClassNames("tiles", "ways");
        navigation.entries().stream()
                .filter(entry -> !entry.group().isEmpty() && !entry.group().equals(HELP))
                .filter(entry -> access.mayOpen(entry.view()))
                .forEach(entry -> ways.add(way(entry, locale)));
        return ways;
    }

    private Component way(NavigationEntry entry, Locale locale) {
        var link = new RouterLink();
        link.setRoute(entry.view(), entry.parameters().get());
        link.addClassName("tile");
        link.add(new Span(texts.get(locale, entry.group())));
        var name = new Element("b");
        name.setText(texts.get(locale, entry.title()));
        link.getElement().appendChild(name);
        return link;
    }
}
