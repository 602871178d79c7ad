package cn.baosong.account.ui;

import cn.baosong.account.MyMessages;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** The bell of the header band: how many messages are unread, and the way to them. */
public final class MessageBell extends Anchor {

    private static final int MOST = 99;

    private final transient MyMessages messages;
    private final Span count = new Span();

    public MessageBell(MyMessages messages) {
        super("messages");
        this.messages = messages;
        setId("bell");
        addClassName("bell");
        count.setId("unread");
        count.addClassName("count");
        count.getElement().setAttribute("aria-hidden", "true");
        var bell = VaadinIcon.BELL.create();
        bell.getElement().setAttribute("aria-hidden", "true");
        add(bell, count);
    }

    /** Counts again; the count is as new as the page. */
    public void refresh() {
        var unread = messages.unread();
        count.setText(unread > MOST ? MOST + "+" : Integer.toString(unread));
        count.setVisible(unread > 0);
        var words = unread > 0
                ? getTranslation("account.messages.bell", unread)
                : getTranslation("account.messages.bell.none");
        setAriaLabel(words);
        setTitle(words);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        var listening = ComponentUtil.addListener(attached.getUI(), MessagesRead.class, read -> refresh());
        addDetachListener(detached -> {
            listening.remove();
            detached.unregisterListener();
        });
    }
}
