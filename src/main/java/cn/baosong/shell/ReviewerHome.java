package cn.baosong.shell;

import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.NavigationEntry;
import cn.baosong.notice.ui.NoticePages;
import cn.baosong.organization.Desks;
import cn.baosong.statistics.ui.OverviewPanel;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;

/** What an administrator sees first: how much waits where, and which desks are his. */
@org.springframework.stereotype.Component
class ReviewerHome {

    private final Navigation navigation;
    private final AccessTable access;
    private final Desks desks;
    private final ManagedRegion regions;
    private final NoticePages notices;
    private final OverviewPanel overview;
    private final Texts texts;

    ReviewerHome(
            Navigation navigation,
            AccessTable access,
            Desks desks,
            ManagedRegion regions,
            NoticePages notices,
            OverviewPanel overview,
            Texts texts) {
        this.navigation = navigation;
        this.access = access;
        this.desks = desks;
        this.regions = regions;
        this.notices = notices;
        this.overview = overview;
        this.texts = texts;
    }

    /** @param query of the address, which may name a scheme */
    Component build(QueryParameters query, Locale locale) {
        var tiles = new Div();
        tiles.addClassName("tiles");
        navigation.entries().stream()
                .filter(entry -> entry.group().equals("review.navigation") && entry.counts())
                .filter(entry -> access.mayOpen(entry.view()))
                .forEach(entry -> tiles.add(tile(entry, locale)));
        var list = new UnorderedList();
        list.addClassName("history");
        for (var desk : desks.mine()) {
            list.add(new ListItem(desk.name() + " · " + texts.get(locale, "organization.level." + desk.level()) + " · "
                    + regions.of(desk, locale)));
        }
        return new Div(
                tiles,
                overview.build(query, locale),
                notices.areas(locale),
                new Card(texts.get(locale, "shell.home.desks"), list));
    }

    private Component tile(NavigationEntry entry, Locale locale) {
        var link = new RouterLink();
        link.setRoute(entry.view(), entry.parameters().get());
        link.addClassName("tile");
        link.add(new Span(texts.get(locale, entry.title())));
        var number = new Element("b");
        number.setText(NavigationEntry.said(entry.waiting().getAsInt()));
        link.getElement().appendChild(number);
        link.add(new Span(texts.get(locale, "shell.home.waiting")));
        return link;
    }
}
