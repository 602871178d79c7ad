package cn.baosong.enterprise.ui;

import cn.baosong.common.ui.When;
import cn.baosong.enterprise.InactiveEnterprise;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Asks before a code that is still good becomes void. */
class ReissueDialog extends Dialog {

    ReissueDialog(InactiveEnterprise enterprise, Runnable onConfirm) {
        setHeaderTitle(getTranslation("enterprise.activation.again.title", enterprise.name()));
        add(new Paragraph(getTranslation("enterprise.activation.again.text", When.exact(enterprise.codeUntil()))));
        var confirm = new Button(getTranslation("enterprise.activation.issue"), click -> {
            close();
            onConfirm.run();
        });
        confirm.setId("reissue-confirm");
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), confirm);
    }
}
