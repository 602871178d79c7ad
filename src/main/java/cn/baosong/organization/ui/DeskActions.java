package cn.baosong.organization.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Notices;
import cn.baosong.common.ui.ReasonDialog;
import cn.baosong.organization.Administrators;
import cn.baosong.organization.Desk;
import cn.baosong.organization.DeskHanding;
import cn.baosong.organization.DeskHolder;
import cn.baosong.organization.Desks;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What can be done with a desk below mine and with whoever holds it (ADM-09). */
@org.springframework.stereotype.Component
class DeskActions {

    private final Desks desks;
    private final Administrators administrators;
    private final Texts texts;

    DeskActions(Desks desks, Administrators administrators, Texts texts) {
        this.desks = desks;
        this.administrators = administrators;
        this.texts = texts;
    }

    /** @return 【指定管理员】, 【更换管理员】 and 【撤销岗位】 */
    Component of(Desk desk, Runnable onChange) {
        var assign =
                new Button(text("organization.desk.assign"), click -> new AssignDialog(desks, desk, onChange).open());
        assign.setId("assign-" + desk.id());
        var replace = new Button(
                text("organization.desk.replace"), click -> new ReplaceDialog(administrators, desk, onChange).open());
        replace.setId("replace-" + desk.id());
        var close = new Button(text("organization.desk.close"), click -> close(desk, onChange));
        close.setId("close-" + desk.id());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        var buttons = new Div(assign, replace, close);
        buttons.addClassName("row-actions");
        return buttons;
    }

    /** @return 【禁用账号】 of somebody who holds a desk */
    Component disable(DeskHolder holder, Runnable onChange) {
        var button = new NativeButton(text("organization.holder.disable"), click -> new ReasonDialog(
                        text("organization.holder.disable.title", holder.loginName()),
                        text("organization.holder.disable"),
                        Administrators.REASON_LIMIT,
                        List.of(),
                        reason -> attempt(
                                () -> administrators.disable(holder.id(), reason),
                                text("organization.holder.disabled", holder.loginName()),
                                onChange))
                .open());
        button.setId("disable-" + holder.id());
        button.addClassName("link");
        return button;
    }

    /** What would go where is counted before it is asked; who may not close the desk is told at once. */
    private void close(Desk desk, Runnable onChange) {
        List<DeskHanding> handing;
        try {
            handing = administrators.handing(desk.id());
        } catch (Problem refused) {
            Notices.refused(text(refused.key(), refused.arguments()));
            return;
        }
        new ReasonDialog(
                        text("organization.desk.close.title", desk.name()),
                        text("organization.desk.close"),
                        Administrators.REASON_LIMIT,
                        List.of(),
                        reason -> attempt(
                                () -> administrators.close(desk.id(), reason),
                                text("organization.desk.closed", desk.name()),
                                onChange))
                .about(whatGoesWhere(handing))
                .open();
    }

    private Div whatGoesWhere(List<DeskHanding> handing) {
        var said = new Div(new Paragraph(text("organization.desk.close.text")));
        if (!handing.isEmpty()) {
            var list = new UnorderedList();
            list.setId("handing");
            handing.forEach(line -> list.add(new ListItem(text(
                    "organization.desk.close.line",
                    text(line.key(), line.count()),
                    line.to().name()))));
            said.add(list);
        }
        return said;
    }

    private void attempt(Runnable act, String done, Runnable onChange) {
        try {
            act.run();
            Notices.done(done);
        } catch (Problem refused) {
            Notices.refused(text(refused.key(), refused.arguments()));
        }
        onChange.run();
    }

    private String text(String key, Object... values) {
        return texts.get(UI.getCurrent().getLocale(), key, values);
    }
}
