package cn.baosong.messaging.ui;

import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.When;
import cn.baosong.messaging.Channel;
import cn.baosong.messaging.DemoInbox;
import cn.baosong.messaging.DemoInbox.Received;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** In place of telephones and mailboxes: the newest messages, their codes in large figures. Registered in the demo profile only. */
@Route(value = "demo/inbox", autoLayout = false, registerAtStartup = false)
@AnonymousAllowed
class DemoInboxView extends Main implements HasDynamicTitle, BeforeEnterObserver {

    private static final int SHOWN = 50;
    private static final int POLL_MILLISECONDS = 3000;
    private static final int LONGEST = 254;

    private final transient DemoInbox inbox;
    private final transient When when;
    private final TextField recipient;
    private final Checkbox auto;
    private final Div messages = new Div();

    DemoInboxView(DemoInbox inbox, When when) {
        this.inbox = inbox;
        this.when = when;
        addClassNames("page", "demo-inbox");
        recipient = new TextField(getTranslation("messaging.demo.phone"));
        recipient.setId("phone");
        recipient.setMaxLength(LONGEST);
        recipient.setClearButtonVisible(true);
        recipient.setValueChangeMode(ValueChangeMode.LAZY);
        recipient.addValueChangeListener(change -> refresh());
        var refresh = new Button(getTranslation("messaging.demo.refresh"), click -> refresh());
        refresh.setId("refresh");
        auto = new Checkbox(getTranslation("messaging.demo.auto"));
        auto.setId("auto");
        auto.addValueChangeListener(change -> poll());
        var filters = new Div(recipient, refresh, auto);
        filters.addClassName("filters");
        messages.setId("messages");
        messages.getElement().setAttribute("aria-live", "polite");
        add(
                new PageHeader(getTranslation("messaging.demo.title"), ""),
                new Callout(Callout.Kind.INFO, getTranslation("messaging.demo.sentence")),
                filters,
                messages);
    }

    /** {@code ?phone=} fills in the filter. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("phone")
                .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                .ifPresent(recipient::setValue);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("messaging.demo.title");
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        attach.getUI().addPollListener(poll -> refresh());
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        detach.getUI().setPollInterval(-1);
    }

    private void poll() {
        getUI().ifPresent(ui -> ui.setPollInterval(auto.getValue() ? POLL_MILLISECONDS : -1));
    }

    private void refresh() {
        messages.removeAll();
        var received = inbox.newest(recipient.getValue(), SHOWN);
        if (received.isEmpty()) {
            var all = recipient.getValue().isBlank();
            messages.add(new EmptyState(
                    "✉",
                    getTranslation("messaging.demo.empty.title"),
                    getTranslation(all ? "messaging.demo.empty.sentence" : "messaging.demo.none.sentence")));
        }
        received.forEach(message -> messages.add(card(message)));
    }

    private Section card(Received message) {
        var to = new Element("b");
        to.setText(message.recipient());
        var at = new Span(When.exact(message.receivedAt()) + " · " + when.since(message.receivedAt(), getLocale()));
        at.addClassNames("muted", "small", "trailing");
        var head = new Div();
        head.addClassName("card-title");
        head.getElement().appendChild(to);
        head.add(new StatusBadge(
                message.channel() == Channel.SMS ? StatusBadge.Tone.EDITING : StatusBadge.Tone.WAITING,
                getTranslation("messaging.channel." + message.channel())));
        head.add(at);
        var card = new Section(head);
        card.addClassNames("card", "demo-message");
        if (!message.code().isEmpty()) {
            var code = new Paragraph(message.code());
            code.addClassName("demo-code");
            code.getStyle()
                    .setFontSize("30px")
                    .set("font-variant-numeric", "tabular-nums")
                    .set("letter-spacing", "6px");
            code.getElement().setAttribute("aria-label", getTranslation("messaging.demo.code") + " " + message.code());
            card.add(code);
        }
        if (message.subject() != null) {
            var subject = new Paragraph(message.subject());
            subject.addClassNames("muted", "small");
            card.add(subject);
        }
        card.add(new Paragraph(message.text()));
        return card;
    }
}
