package cn.baosong.organization.ui;

import cn.baosong.common.CodeLists;
import cn.baosong.common.PlatformTime;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.EmptyState;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.PageHeader;
import cn.baosong.common.ui.StatusBadge;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskHolder;
import cn.baosong.organization.DeskLevel;
import cn.baosong.organization.Desks;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The desks below mine and who holds them (下级管理员维护, ADM-09). */
@Route("desks")
@RolesAllowed("REVIEWER")
class DesksView extends Div implements HasDynamicTitle {

    private static final List<String> COLUMNS =
            List.of("desk.name", "desk.level", "desk.region", "desk.holders", "desk.senior", "grant");

    private final transient Desks desks;
    private final transient DeskActions actions;
    private final transient CodeLists codes;

    DesksView(Desks desks, DeskActions actions, CodeLists codes) {
        this.desks = desks;
        this.actions = actions;
        this.codes = codes;
        build();
    }

    private void build() {
        removeAll();
        var mine = desks.mine();
        var create = new Button(
                getTranslation("organization.desks.create"),
                click -> new NewDeskDialog(desks, codes, mine, this::build).open());
        create.setId("create-desk");
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setVisible(mine.stream().anyMatch(desk -> desk.level() != DeskLevel.COUNTY));
        add(new PageHeader(getPageTitle(), getTranslation("organization.desks.sentence"), create));
        for (var superior : mine) {
            if (superior.level() == DeskLevel.COUNTY) {
                add(new Card(superior.name(), new Paragraph(getTranslation("organization.desks.lowest"))));
                continue;
            }
            var below = desks.subordinates(superior.id());
            add(new Card(
                    superior.name(),
                    below.isEmpty()
                            ? new EmptyState(
                                    "＋",
                                    getTranslation("organization.desks.none.title"),
                                    getTranslation("organization.desks.none.text"))
                            : table(below)));
        }
    }

    private Component table(List<Desk> below) {
        var head = new NativeTableRow();
        COLUMNS.forEach(column -> head.add(new NativeTableHeaderCell(getTranslation("organization." + column))));
        head.add(new NativeTableHeaderCell());
        var body = new NativeTableBody();
        for (var desk : below) {
            var row = new NativeTableRow();
            row.add(new NativeTableCell(desk.name()));
            row.add(new NativeTableCell(getTranslation("organization.level." + desk.level())));
            row.add(new NativeTableCell(codes.path("region", desk.region()).stream()
                    .map(entry -> entry.name(getLocale()))
                    .collect(Collectors.joining(" → "))));
            row.add(new NativeTableCell(holders(desk)));
            row.add(new NativeTableCell(senior(desk)));
            row.add(new NativeTableCell(new GrantBoxes(desks, desk, this::build)));
            for (var column = 1; column < COLUMNS.size(); column++) {
                row.getComponentAt(column)
                        .getElement()
                        .setAttribute("data-label", getTranslation("organization." + COLUMNS.get(column)));
            }
            row.add(new NativeTableCell(actions.of(desk, this::build)));
            body.add(row);
        }
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassNames("history-table", "desk-table");
        var scroll = new Div(table);
        scroll.addClassName("table-scroll");
        var meaning = new Paragraph(getTranslation("organization.desk.senior.sentence"));
        meaning.addClassName("hints");
        var granted = new Paragraph(getTranslation("organization.grant.sentence"));
        granted.addClassName("hints");
        return new Div(scroll, meaning, granted);
    }

    /** Whether whoever holds the desk is a senior administrator (高级管理员, ROLE-04). */
    private Component senior(Desk desk) {
        var box = new Checkbox(desk.isSenior());
        box.setId("senior-" + desk.id());
        box.setAriaLabel(getTranslation("organization.desk.senior.of", desk.name()));
        box.addValueChangeListener(change -> {
            if (!change.isFromClient()) {
                return;
            }
            try {
                desks.setSenior(desk.id(), change.getValue());
                Notices.done(getTranslation(
                        change.getValue() ? "organization.desk.senior.given" : "organization.desk.senior.taken",
                        desk.name()));
            } finally {
                build();
            }
        });
        return box;
    }

    private Component holders(Desk desk) {
        var list = new Div();
        var present = desks.holders(desk.id()).stream().filter(DesksView::open).toList();
        if (present.isEmpty()) {
            return new StatusBadge(StatusBadge.Tone.ATTENTION, getTranslation("organization.desk.vacant"));
        }
        for (var holder : present) {
            var words = holder.loginName()
                    + (holder.substitute() ? " · " + getTranslation("organization.holder.substitute") : "")
                    + (holder.from().isAfter(LocalDate.now(PlatformTime.ZONE))
                            ? " · "
                                    + getTranslation(
                                            "organization.holder.starts",
                                            holder.from().toString())
                            : "")
                    + (holder.to() == null
                            ? ""
                            : " · "
                                    + getTranslation(
                                            "organization.holder.until",
                                            holder.to().toString()));
            var release = new NativeButton(getTranslation("organization.desk.release"), click -> {
                desks.release(holder.id());
                Notices.done(getTranslation("organization.desk.released", holder.loginName(), desk.name()));
                build();
            });
            release.addClassName("link");
            var line = new Div(new Span(words), release, actions.disable(holder, this::build));
            line.addClassName("row-actions");
            list.add(line);
        }
        return list;
    }

    /** Past holdings stay in the table of the database, not on the page. */
    private static boolean open(DeskHolder holder) {
        return holder.to() == null || !holder.to().isBefore(LocalDate.now(PlatformTime.ZONE));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("organization.desks");
    }
}
