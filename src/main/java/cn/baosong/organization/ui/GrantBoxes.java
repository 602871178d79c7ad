package cn.baosong.organization.ui;

import cn.baosong.common.ui.Notices;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskLevel;
import cn.baosong.organization.Desks;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** What a desk below mine may do in bulk: 一键接收, and for a province 越级接收 (REV-07, ROLE-06). */
class GrantBoxes extends Div {

    /** @param onChange runs after a change, made or refused */
    GrantBoxes(Desks desks, Desk desk, Runnable onChange) {
        var grants =
                desk.level() == DeskLevel.PROVINCE ? List.of(Desk.ONE_CLICK, Desk.SKIP_LEVEL) : List.of(Desk.ONE_CLICK);
        for (var grant : grants) {
            var name = getTranslation("organization.grant." + grant);
            var box = new Checkbox(name, desk.grants().contains(grant));
            box.setId("grant-" + grant + "-" + desk.id());
            box.setAriaLabel(getTranslation("organization.grant.of", desk.name(), name));
            box.addValueChangeListener(change -> {
                try {
                    desks.setGrant(desk.id(), grant, change.getValue());
                    Notices.done(getTranslation(
                            change.getValue() ? "organization.grant.given" : "organization.grant.taken",
                            desk.name(),
                            name));
                } finally {
                    onChange.run();
                }
            });
            add(new Div(box));
        }
    }
}
