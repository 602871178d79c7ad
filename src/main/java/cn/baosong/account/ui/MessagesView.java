package cn.baosong.account.ui;

import cn.baosong.account.MyMessages;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.When;
import cn.baosong.messaging.PersonalMessage;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.UUID;

/** 我的消息: newest first, all or the unread ones. Which and what page stand in the address. */
@Route("messages")
@PermitAll
class MessagesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Map<String, String> UNREAD = Map.of("show", "unread");

    private final transient MyMessages messages;
    private boolean unreadOnly;
    private int page;

    MessagesView(MyMessages messages) {
        this.messages = messages;
        addClassName("messages");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        unreadOnly = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("show")
                .filter("unread"::equals)
                .isPresent();
        page = PageTurner.page(event);
        list();
    }

    private void list() {
        removeAll();
        var found = messages.newest(unreadOnly, page * PageTurner.SIZE, PageTurner.SIZE + 1, getLocale());
        add(new PageHeader(getPageTitle(), getTranslation("account.messages.sentence")));
        var filters = new Div(filter(), spacer(), readAll());
        filters.addClassName("filters");
        var card = new Card("", filters);
        if (found.isEmpty()) {
            card.add(empty());
        } else {
            var list = new UnorderedList();
            list.setId("messages");
            list.addClassName("entries");
            PageTurner.shown(found).forEach(message -> list.add(item(message)));
            card.add(list);
        }
        card.add(new PageTurner(getClass(), page, found.size() > PageTurner.SIZE, unreadOnly ? UNREAD : Map.of()));
        add(card);
    }

    private EmptyState empty() {
        return unreadOnly
                ? new EmptyState(
                        "✓",
                        getTranslation("account.messages.empty.unread.title"),
                        getTranslation("account.messages.empty.unread.sentence"))
                : new EmptyState(
                        "…",
                        getTranslation("account.messages.empty.title"),
                        getTranslation("account.messages.empty.sentence"));
    }

    private Component filter() {
        var all = new RouterLink(getTranslation("account.messages.all"), MessagesView.class);
        all.setId("show-all");
        var unread = new RouterLink(getTranslation("account.messages.unread"), MessagesView.class);
        unread.setId("show-unread");
        unread.setQueryParameters(QueryParameters.simple(UNREAD));
        (unreadOnly ? unread : all).getElement().setAttribute("aria-current", "page");
        var filter = new Nav(all, unread);
        filter.addClassName("centre-tabs");
        filter.setAriaLabel(getTranslation("account.messages.filter"));
        return filter;
    }

    private static Component spacer() {
        var spacer = new Div();
        spacer.addClassName("spacer");
        return spacer;
    }

    private Component readAll() {
        var button = new Button(getTranslation("account.messages.read-all"), click -> {
            messages.markAllRead();
            read();
        });
        button.setId("read-all");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setVisible(messages.unread() > 0);
        return button;
    }

    private ListItem item(PersonalMessage message) {
        var text = new Div(title(message));
        text.addClassName("entry-text");
        var facts = new Div(When.exact(message.createdAt()));
        facts.addClassName("entry-facts");
        text.add(facts);
        var item = new ListItem(text);
        if (message.readAt() == null) {
            item.addClassName("unread");
            var state = new Span(getTranslation("account.messages.unread"));
            state.addClassName("visually-hidden");
            text.addComponentAsFirst(state);
            item.add(markRead(message.id()));
        }
        return item;
    }

    private Component title(PersonalMessage message) {
        if (message.link() == null) {
            var plain = new Span(message.text());
            plain.addClassName("entry-title");
            return plain;
        }
        var link = new NativeButton(message.text(), click -> follow(message));
        link.setId("open-" + message.id());
        link.addClassNames("link", "entry-title");
        return link;
    }

    private Component markRead(UUID message) {
        var button = new Button(getTranslation("account.messages.mark-read"), click -> {
            messages.markRead(message);
            read();
        });
        button.setId("read-" + message);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private void follow(PersonalMessage message) {
        messages.markRead(message.id());
        read();
        var location = new Location(message.link().replaceFirst("^/+", ""));
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    private void read() {
        list();
        ComponentUtil.fireEvent(UI.getCurrent(), new MessagesRead(UI.getCurrent()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.messages.title");
    }
}
