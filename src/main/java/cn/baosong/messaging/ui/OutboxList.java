package cn.baosong.messaging.ui;

import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.PagedGrid;
import cn.baosong.common.ui.PhoneColumns;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.StatusBadge.Tone;
import cn.baosong.common.ui.When;
import cn.baosong.messaging.OutboxDesk;
import cn.baosong.messaging.OutboxFilter;
import cn.baosong.messaging.OutboxItem;
import cn.baosong.messaging.OutboxStatus;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The messages, newest first. What waits or was given up can be ticked and sent again. */
class OutboxList extends Div {

    private final Consumer<Collection<UUID>> onResend;

    OutboxList(OutboxDesk desk, OutboxFilter filter, Consumer<Collection<UUID>> onResend) {
        this.onResend = onResend;
        var count = desk.count(filter);
        if (count == 0) {
            var all = filter.equals(OutboxFilter.ALL);
            add(new EmptyState(
                    "✉",
                    getTranslation("messaging.outbox.empty.title"),
                    getTranslation(all ? "messaging.outbox.empty.sentence" : "messaging.outbox.none.sentence")));
            return;
        }
        var grid = new PagedGrid<OutboxItem>(
                "messages", count, (offset, limit) -> desk.page(filter, offset, limit), () -> desk.count(filter));
        columns(grid);
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.setItemSelectableProvider(OutboxItem::resendable);
        var ticked = new Button(getTranslation("messaging.outbox.resend.ticked"), click -> resend(grid));
        ticked.setId("resend-ticked");
        ticked.setEnabled(false);
        grid.addSelectionListener(
                selection -> ticked.setEnabled(!selection.getAllSelectedItems().isEmpty()));
        add(grid, new Div(ticked));
    }

    private void columns(Grid<OutboxItem> grid) {
        grid.addComponentColumn(this::first)
                .setHeader(getTranslation("messaging.outbox.column.recipient"))
                .setFlexGrow(2);
        grid.addComponentColumn(item -> new StatusBadge(
                        tone(item.status()), getTranslation("messaging.outbox.status." + item.status())))
                .setHeader(getTranslation("messaging.outbox.column.status"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        PhoneColumns.hide(List.of(
                grid.addColumn(OutboxList::subject)
                        .setHeader(getTranslation("messaging.outbox.column.subject"))
                        .setFlexGrow(2),
                grid.addColumn(item -> When.exact(item.createdAt()))
                        .setHeader(getTranslation("messaging.outbox.column.created"))
                        .setAutoWidth(true)
                        .setFlexGrow(0),
                grid.addColumn(OutboxItem::attempts)
                        .setHeader(getTranslation("messaging.outbox.column.attempts"))
                        .setAutoWidth(true)
                        .setFlexGrow(0),
                grid.addColumn(this::next)
                        .setHeader(getTranslation("messaging.outbox.column.next"))
                        .setAutoWidth(true)
                        .setFlexGrow(0),
                grid.addColumn(this::note)
                        .setHeader(getTranslation("messaging.outbox.column.error"))
                        .setFlexGrow(3)));
        grid.addComponentColumn(this::action)
                .setHeader(getTranslation("messaging.outbox.column.action"))
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private Component first(OutboxItem item) {
        var channel = new Span(getTranslation("messaging.channel." + item.channel()));
        channel.addClassNames("muted", "small");
        var detail = new Span(Stream.of(subject(item), When.exact(item.createdAt()), note(item))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · ")));
        detail.addClassName("cell-detail");
        return new Div(new Span(item.recipient() + " "), channel, detail);
    }

    private static String subject(OutboxItem item) {
        return item.subject() == null ? item.template() : item.subject();
    }

    private String next(OutboxItem item) {
        if (item.status() != OutboxStatus.QUEUED) {
            return "";
        }
        return item.attempts() == 0 ? getTranslation("messaging.outbox.next.now") : When.clock(item.nextAttemptAt());
    }

    private String note(OutboxItem item) {
        var resent = item.resentBy() == null
                ? ""
                : getTranslation("messaging.outbox.resent.by", item.resentBy(), When.exact(item.resentAt()));
        var error = item.lastError() == null ? "" : item.lastError();
        var gone = item.status() == OutboxStatus.FAILED && !item.resendable()
                ? getTranslation("messaging.outbox.code-gone")
                : "";
        return List.of(gone, error, resent).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private Component action(OutboxItem item) {
        if (!item.resendable()) {
            return new Span();
        }
        var resend = new Button(
                getTranslation(
                        item.status() == OutboxStatus.QUEUED
                                ? "messaging.outbox.resend.now"
                                : "messaging.outbox.resend"),
                click -> onResend.accept(Set.of(item.id())));
        resend.setId("resend-" + item.id());
        resend.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return resend;
    }

    private void resend(Grid<OutboxItem> grid) {
        onResend.accept(grid.getSelectedItems().stream().map(OutboxItem::id).collect(Collectors.toUnmodifiableSet()));
    }

    private static Tone tone(OutboxStatus status) {
        return switch (status) {
            case QUEUED -> Tone.WAITING;
            case SENT -> Tone.ACCEPTED;
            case FAILED -> Tone.RETURNED;
        };
    }
}
