package cn.baosong.messaging.ui;

import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.messaging.OutboxDesk;
import cn.baosong.messaging.OutboxFilter;
import cn.baosong.messaging.OutboxStatus;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What leaves the platform, for operators: channels, messages, sending again. Filters stand in the address. */
@Route("messages/outbox")
@RolesAllowed("OPERATOR")
class OutboxView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int LONGEST_RECIPIENT = 254;

    private final transient OutboxDesk desk;
    private OutboxFilter filter = OutboxFilter.ALL;

    OutboxView(OutboxDesk desk) {
        this.desk = desk;
    }

    /** {@code ?status=FAILED&q=138} */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        var status = parameters.getSingleParameter("status").orElse("");
        var recipient = parameters.getSingleParameter("q").orElse("").strip();
        filter = new OutboxFilter(
                Arrays.stream(OutboxStatus.values())
                        .filter(known -> known.name().equals(status))
                        .findFirst()
                        .orElse(null),
                recipient.length() > LONGEST_RECIPIENT ? recipient.substring(0, LONGEST_RECIPIENT) : recipient);
        build();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("messaging.outbox");
    }

    private void build() {
        removeAll();
        var counts = desk.counts();
        var refresh = new Button(getTranslation("messaging.outbox.refresh"), click -> build());
        refresh.setId("refresh");
        var all = new Button(
                getTranslation("messaging.outbox.resend.all"), click -> askAndResendAll(counts.resendable()));
        all.setId("resend-all");
        all.setEnabled(counts.resendable() > 0);
        var tiles = new Div(
                tile("queued", counts.queued(), false),
                tile("failed", counts.givenUp(), counts.givenUp() > 0),
                tile("sent", counts.sentLately(), false));
        tiles.addClassName("tiles");
        add(
                new PageHeader(getPageTitle(), getTranslation("messaging.outbox.sentence"), refresh, all),
                tiles,
                new ChannelCard(desk.channels()),
                new Card(
                        getTranslation("messaging.outbox.list"),
                        filters(),
                        new OutboxList(desk, filter, this::resend)));
    }

    private Div tile(String what, long count, boolean bad) {
        var number = new Element("b");
        number.setText(Long.toString(count));
        var tile = new Div();
        tile.setId("count-" + what);
        tile.addClassName("tile");
        tile.setClassName("bad", bad);
        tile.getElement().appendChild(number);
        tile.add(new Span(getTranslation("messaging.outbox.count." + what)));
        return tile;
    }

    private Div filters() {
        var status = new Select<OutboxStatus>();
        status.setId("status");
        status.setAriaLabel(getTranslation("messaging.outbox.filter.status"));
        status.setItems(OutboxStatus.values());
        status.setEmptySelectionAllowed(true);
        status.setEmptySelectionCaption(getTranslation("messaging.outbox.filter.all"));
        status.setItemLabelGenerator(value ->
                getTranslation(value == null ? "messaging.outbox.filter.all" : "messaging.outbox.status." + value));
        status.setValue(filter.status());
        status.addValueChangeListener(change -> show(change.getValue(), filter.recipient()));
        var recipient = new TextField();
        recipient.setId("recipient");
        recipient.setPlaceholder(getTranslation("messaging.outbox.filter.recipient"));
        recipient.setAriaLabel(getTranslation("messaging.outbox.filter.recipient"));
        recipient.setMaxLength(LONGEST_RECIPIENT);
        recipient.setWidth("280px");
        recipient.setClearButtonVisible(true);
        recipient.setValue(filter.recipient());
        recipient.setValueChangeMode(ValueChangeMode.LAZY);
        recipient.addValueChangeListener(change -> show(filter.status(), change.getValue()));
        if (!filter.recipient().isEmpty()) {
            recipient.focus();
        }
        var filters = new Div(status, recipient);
        filters.addClassName("filters");
        return filters;
    }

    private void show(OutboxStatus status, String recipient) {
        var parameters = new HashMap<String, String>();
        if (status != null) {
            parameters.put("status", status.name());
        }
        if (!recipient.isBlank()) {
            parameters.put("q", recipient.strip());
        }
        getUI().ifPresent(ui -> ui.navigate(OutboxView.class, QueryParameters.simple(Map.copyOf(parameters))));
    }

    private void askAndResendAll(int count) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("messaging.outbox.resend.all.title"));
        dialog.setText(getTranslation("messaging.outbox.resend.all.sentence", count));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("common.cancel"));
        dialog.setConfirmText(getTranslation("messaging.outbox.resend"));
        dialog.addConfirmListener(confirm -> resent(desk.resendGivenUp()));
        dialog.open();
    }

    private void resend(Collection<UUID> messages) {
        resent(desk.resend(messages));
    }

    private void resent(int count) {
        if (count > 0) {
            Notices.done(getTranslation("messaging.outbox.resent", count));
        } else {
            Notices.refused(getTranslation("messaging.outbox.resent.none"));
        }
        build();
    }
}
