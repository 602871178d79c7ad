package cn.baosong.registration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks before a registration is given up: what is lost, what becomes free. */
class CancelDialog extends Dialog {

    CancelDialog(Runnable onCancel) {
        setHeaderTitle(getTranslation("registration.cancel.title"));
        setMaxWidth("460px");
        add(new Paragraph(getTranslation("registration.cancel.text")));
        var confirm = new Button(getTranslation("registration.cancel.confirm"), click -> {
            close();
            onCancel.run();
        });
        confirm.setId("confirm-cancel");
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        var keep = new Button(getTranslation("registration.cancel.keep"), click -> close());
        keep.setAutofocus(true);
        getFooter().add(keep, confirm);
    }
}
