package cn.baosong.filing.ui;

import cn.baosong.filing.Filing;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;

/** Says what a change of key fields does before it is done, old and new side by side (CHG-01, 02). */
class FreezeDialog extends Dialog {

    /** @param table old and new values */
    FreezeDialog(Component table, Runnable onConfirm) {
        setHeaderTitle(getTranslation("filing.fill.freeze.title"));
        setCloseOnOutsideClick(false);
        setMaxWidth("620px");
        add(new Paragraph(getTranslation("filing.fill.freeze.text")), table);
        var cancel = new Button(getTranslation("filing.fill.freeze.cancel"), click -> close());
        cancel.setId("freeze-cancel");
        var confirm = new Button(getTranslation("filing.fill.freeze.confirm"), click -> {
            close();
            onConfirm.run();
        });
        confirm.setId("freeze-confirm");
        confirm.setDisableOnClick(true);
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, confirm);
    }

    /** Asks, and freezes the report; one that cannot be frozen says why. */
    static void ask(ReportTools tools, Filing filing, StepHost host, Locale locale) {
        var proposed = tools.filings().changedKeyFields(filing.id());
        var before = tools.enterprises().profile(filing.enterprise());
        new FreezeDialog(tools.changes().table(filing, before, proposed, locale), () -> {
                    tools.filings().freeze(filing.id());
                    host.refresh();
                })
                .open();
    }
}
