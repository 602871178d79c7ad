package cn.baosong.statistics.ui;

import cn.baosong.common.Masked;
import cn.baosong.common.ui.PagedGrid;
import cn.baosong.common.ui.PhoneColumns;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.common.ui.When;
import cn.baosong.statistics.UnreportedEnterprise;
import cn.baosong.statistics.UnreportedFilter;
import cn.baosong.statistics.UnreportedReports;
import cn.baosong.statistics.UnreportedState;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Those that have not filed, read page by page, to be ticked. */
class UnreportedGrid extends PagedGrid<UnreportedEnterprise> {

    private final transient RegionWords regions;
    private final transient Function<YearMonth, String> words;

    /**
     * @param words what a period is called
     * @param onTicked gets the ids of those that are ticked, whenever that changes
     */
    UnreportedGrid(
            UnreportedReports reports,
            UnreportedFilter filter,
            int count,
            RegionWords regions,
            Function<YearMonth, String> words,
            Consumer<Set<UUID>> onTicked) {
        super("unreported", count, (offset, limit) -> reports.list(filter, offset, limit), () -> reports.count(filter));
        this.regions = regions;
        this.words = words;
        tickable(ticked ->
                onTicked.accept(ticked.stream().map(UnreportedEnterprise::id).collect(Collectors.toSet())));
        columns();
    }

    private void columns() {
        addComponentColumn(this::who)
                .setKey("name")
                .setHeader(getTranslation("statistics.unreported.name"))
                .setFlexGrow(3);
        var userId = addColumn(UnreportedEnterprise::loginName)
                .setKey("login-name")
                .setHeader(getTranslation("statistics.unreported.login-name"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        var region = addColumn(one -> regions.path(one.region(), getLocale()))
                .setKey("region")
                .setHeader(getTranslation("statistics.unreported.region"))
                .setFlexGrow(2);
        addComponentColumn(one -> badge(one.state()))
                .setKey("state")
                .setHeader(getTranslation("statistics.unreported.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        PhoneColumns.hide(List.of(
                userId,
                region,
                addColumn(one -> said(Masked.phone(one.phone())))
                        .setKey("phone")
                        .setHeader(getTranslation("statistics.unreported.phone"))
                        .setAutoWidth(true)
                        .setFlexGrow(0),
                addColumn(one -> said(one.lastFiled() == null ? null : words.apply(one.lastFiled())))
                        .setKey("last-filed")
                        .setHeader(getTranslation("statistics.unreported.last-filed"))
                        .setAutoWidth(true)
                        .setFlexGrow(0),
                addColumn(one -> said(reminded(one)))
                        .setKey("reminded")
                        .setHeader(getTranslation("statistics.unreported.reminded"))
                        .setAutoWidth(true)
                        .setFlexGrow(0)));
    }

    private String reminded(UnreportedEnterprise one) {
        return one.remindedAt() == null
                ? null
                : getTranslation("statistics.unreported.reminders", When.exact(one.remindedAt()), one.reminders());
    }

    private String said(Object value) {
        return value == null ? getTranslation("form.value.empty") : value.toString();
    }

    private Component who(UnreportedEnterprise one) {
        var name = new Span(one.name());
        var detail = new Span(Stream.of(
                        one.loginName(),
                        regions.path(one.region(), getLocale()),
                        Masked.phone(one.phone()),
                        one.remindedAt() == null
                                ? null
                                : getTranslation("statistics.unreported.reminded") + " " + reminded(one))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · ")));
        detail.addClassName("cell-detail");
        return new Div(name, detail);
    }

    private StatusBadge badge(UnreportedState state) {
        return new StatusBadge(
                switch (state) {
                    case NOT_FILED -> StatusBadge.Tone.NONE;
                    case EDITING -> StatusBadge.Tone.EDITING;
                    case FROZEN, UNFROZEN -> StatusBadge.Tone.FROZEN;
                    case RETURNED -> StatusBadge.Tone.RETURNED;
                },
                getTranslation("filing.status." + state));
    }
}
