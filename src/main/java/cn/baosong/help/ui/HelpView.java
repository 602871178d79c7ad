package cn.baosong.help.ui;

import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.PagePrint;
import cn.baosong.help.HelpLibrary;
import cn.baosong.help.HelpText;
import cn.baosong.help.HelpText.Part;
import cn.baosong.help.HelpTopic;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** 报送指南 or 用户手册, which somebody reads who cannot log in yet as well (HOME-14). */
@Route("help/:topic")
@AnonymousAllowed
class HelpView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient HelpLibrary library;
    private final transient HelpPages pages;
    private String title = "";

    HelpView(HelpLibrary library, HelpPages pages) {
        this.library = library;
        this.pages = pages;
        addClassName("help");
    }

    static RouteParameters of(HelpTopic topic) {
        return new RouteParameters("topic", topic.word());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var topic =
                event.getRouteParameters().get("topic").flatMap(HelpTopic::of).orElseThrow(NotFoundException::new);
        var text = library.read(topic, getLocale());
        title = text.title();
        var actions = new Div(pages.download(topic, getTranslation("help.download"), getLocale()), new PagePrint());
        actions.addClassName("help-actions");
        var body = new Div(new Html("<article class=\"help-text\">" + text.html() + "</article>"));
        body.addClassName("card");
        body.setId("help-text");
        var columns = new Div(body, contents(topic, text));
        columns.addClassName("help-columns");
        add(new PageHeader(title, "", actions), columns);
    }

    private Component contents(HelpTopic topic, HelpText text) {
        var list = new UnorderedList();
        for (var part : text.parts()) {
            var item = new ListItem(link(topic, part));
            item.addClassName("level" + part.level());
            list.add(item);
        }
        var contents = new Nav(list);
        contents.addClassName("help-contents");
        contents.setAriaLabel(getTranslation("help.contents"));
        return contents;
    }

    private static Anchor link(HelpTopic topic, Part part) {
        var link = new Anchor("help/" + topic.word() + "#" + part.anchor(), part.title());
        link.setRouterIgnore(true);
        return link;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
