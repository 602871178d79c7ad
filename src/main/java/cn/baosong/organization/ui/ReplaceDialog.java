package cn.baosong.organization.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Notices;
import cn.baosong.organization.Administrators;
import cn.baosong.organization.Desk;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Gives a desk to another person from a day on; whoever holds it does so up to the day before. */
class ReplaceDialog extends Dialog {

    ReplaceDialog(Administrators administrators, Desk desk, Runnable onReplaced) {
        setHeaderTitle(getTranslation("organization.desk.replace") + " · " + desk.name());
        setCloseOnOutsideClick(false);
        var loginName = new TextField(getTranslation("organization.holder.login-name"));
        loginName.setId("replace-login-name");
        loginName.setHelperText(getTranslation("organization.holder.login-name.help"));
        loginName.setMaxLength(32);
        var from = new DatePicker(getTranslation("organization.holder.from"));
        from.setId("replace-from");
        from.setHelperText(getTranslation("organization.holder.from.help"));
        var problem = new Div();
        var body =
                new Div(problem, new Paragraph(getTranslation("organization.desk.replace.meaning")), loginName, from);
        body.addClassName("dialog-form");
        add(body);
        var replace = new Button(getTranslation("organization.desk.replace"), click -> {
            problem.removeAll();
            try {
                administrators.replace(desk.id(), loginName.getValue(), from.getValue());
                close();
                Notices.done(getTranslation(
                        "organization.desk.assigned", loginName.getValue().strip(), desk.name()));
                onReplaced.run();
            } catch (Problem refused) {
                problem.add(new Callout(Callout.Kind.BAD, getTranslation(refused.key(), refused.arguments())));
            }
        });
        replace.setId("replace-confirm");
        replace.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), replace);
        loginName.focus();
    }
}
