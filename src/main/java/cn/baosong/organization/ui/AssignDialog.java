package cn.baosong.organization.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.Notices;
import cn.baosong.organization.Desk;
import cn.baosong.organization.Desks;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;

/** Gives a desk to somebody who has an account. */
class AssignDialog extends Dialog {

    AssignDialog(Desks desks, Desk desk, Runnable onAssigned) {
        setHeaderTitle(getTranslation("organization.desk.assign") + " · " + desk.name());
        setCloseOnOutsideClick(false);
        var loginName = new TextField(getTranslation("organization.holder.login-name"));
        loginName.setId("holder-login-name");
        loginName.setHelperText(getTranslation("organization.holder.login-name.help"));
        loginName.setMaxLength(16);
        var from = new DatePicker(getTranslation("organization.holder.from"));
        from.setId("holder-from");
        var to = new DatePicker(getTranslation("organization.holder.to"));
        to.setId("holder-to");
        var substitute = new Checkbox(getTranslation("organization.holder.substitute"));
        substitute.setId("holder-substitute");
        var problem = new Div();
        var body = new Div(problem, loginName, from, to, substitute);
        body.addClassName("dialog-form");
        add(body);
        var assign = new Button(getTranslation("organization.desk.assign"), click -> {
            problem.removeAll();
            try {
                desks.assign(desk.id(), loginName.getValue(), substitute.getValue(), from.getValue(), to.getValue());
                close();
                Notices.done(getTranslation(
                        "organization.desk.assigned", loginName.getValue().strip(), desk.name()));
                onAssigned.run();
            } catch (Problem refused) {
                problem.add(new Callout(Callout.Kind.BAD, getTranslation(refused.key(), refused.arguments())));
            }
        });
        assign.setId("holder-assign");
        assign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), assign);
        loginName.focus();
    }
}
