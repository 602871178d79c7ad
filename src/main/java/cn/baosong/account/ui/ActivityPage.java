package cn.baosong.account.ui;

import cn.baosong.account.Activity;
import cn.baosong.account.MyActivity;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.When;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 操作记录: what was done to the account, by whom and from where. */
@Route("account/activity")
@PermitAll
class ActivityPage extends CentrePage implements BeforeEnterObserver {

    static final String TITLE = "account.activity.title";

    private final transient MyActivity activity;

    ActivityPage(MyActivity activity) {
        super(TITLE);
        this.activity = activity;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var page = PageTurner.page(event);
        var found = activity.newest(page * PageTurner.SIZE, PageTurner.SIZE + 1);
        var card = new Card(getTranslation(TITLE));
        if (found.isEmpty()) {
            card.add(new EmptyState(
                    "…", getTranslation("account.activity.empty.title"), getTranslation("account.activity.empty")));
        }
        var list = new UnorderedList();
        list.setId("activity");
        list.addClassName("entries");
        PageTurner.shown(found).forEach(entry -> list.add(item(entry)));
        card.add(list, new PageTurner(getClass(), page, found.size() > PageTurner.SIZE, Map.of()));
        show(card);
    }

    /** The log keeps names of roles and verifications; people read their words. */
    private String detail(Activity entry) {
        if (entry.detail() == null) {
            return null;
        }
        return switch (entry.event()) {
            case "ROLE_GRANTED", "ROLE_REVOKED" -> getTranslation("account.role." + entry.detail());
            case "VERIFIED" -> getTranslation("account.verification." + entry.detail());
            default -> entry.detail();
        };
    }

    private ListItem item(Activity entry) {
        var event = new Span(getTranslation("account.event." + entry.event()));
        event.addClassName("entry-title");
        var facts = new Div(Stream.of(
                        When.exact(entry.at()),
                        getTranslation("account.activity.by." + entry.by()),
                        entry.address(),
                        detail(entry))
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining(" · ")));
        facts.addClassName("entry-facts");
        var text = new Div(event, facts);
        text.addClassName("entry-text");
        return new ListItem(text);
    }
}
