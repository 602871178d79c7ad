package cn.baosong.administration.ui;

import cn.baosong.administration.EnterpriseFilter;
import cn.baosong.administration.MonitoredEnterprise;
import cn.baosong.administration.MonitoredEnterprises;
import cn.baosong.common.CodeLists;
import cn.baosong.common.ui.PagedGrid;
import cn.baosong.common.ui.PhoneColumns;
import cn.baosong.common.ui.StatusBadge;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Enterprises to be ticked, a page at a time. */
class EnterpriseGrid extends PagedGrid<MonitoredEnterprise> {

    private final transient CodeLists codes;

    /**
     * @param count how many there are
     * @param onTicked gets those that are ticked, whenever that changes
     */
    EnterpriseGrid(
            MonitoredEnterprises enterprises,
            EnterpriseFilter filter,
            int count,
            CodeLists codes,
            Consumer<Set<MonitoredEnterprise>> onTicked) {
        super(
                "enterprises",
                count,
                (offset, limit) -> enterprises.list(filter, offset, limit),
                () -> enterprises.count(filter));
        this.codes = codes;
        tickable(onTicked);
        columns();
    }

    private void columns() {
        addComponentColumn(this::who)
                .setKey("name")
                .setHeader(getTranslation("administration.column.name"))
                .setFlexGrow(3);
        PhoneColumns.hide(List.of(
                addColumn(MonitoredEnterprise::loginName)
                        .setKey("login-name")
                        .setHeader(getTranslation("administration.column.login-name"))
                        .setAutoWidth(true)
                        .setFlexGrow(1),
                addColumn(one -> RegionNames.path(codes, one.region(), getLocale()))
                        .setKey("region")
                        .setHeader(getTranslation("administration.region"))
                        .setFlexGrow(2),
                addColumn(MonitoredEnterprise::deskName)
                        .setKey("desk")
                        .setHeader(getTranslation("administration.column.desk"))
                        .setFlexGrow(2)));
        addComponentColumn(one -> state(one.active()))
                .setKey("state")
                .setHeader(getTranslation("administration.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private Component who(MonitoredEnterprise enterprise) {
        var link = new RouterLink(enterprise.name(), EnterpriseView.class, EnterpriseView.of(enterprise.id()));
        var detail = new Span(String.join(
                " · ",
                enterprise.loginName(),
                RegionNames.path(codes, enterprise.region(), getLocale()),
                enterprise.deskName()));
        detail.addClassName("cell-detail");
        return new Div(link, detail);
    }

    static StatusBadge state(boolean active) {
        return active
                ? new StatusBadge(
                        StatusBadge.Tone.ACCEPTED, UI.getCurrent().getTranslation("administration.state.ACTIVE"))
                : new StatusBadge(
                        StatusBadge.Tone.RETURNED, UI.getCurrent().getTranslation("administration.state.DISABLED"));
    }

    /** @return ids of enterprises */
    static List<UUID> ids(Set<MonitoredEnterprise> enterprises) {
        return enterprises.stream().map(MonitoredEnterprise::id).toList();
    }
}
