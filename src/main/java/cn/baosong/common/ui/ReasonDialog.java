package cn.baosong.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;

/** Asks why, before something is sent back or given up. What is typed stays while the dialog is open. */
public final class ReasonDialog extends Dialog {

    private final TextArea reason;

    /**
     * @param limit characters a reason may have (REG-41: 150)
     * @param suggestions reasons used before, one click each
     * @param onReason gets the reason, stripped, never blank
     */
    public ReasonDialog(String title, String action, int limit, List<String> suggestions, Consumer<String> onReason) {
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        reason = new TextArea(getTranslation("common.reason.label"));
        reason.setId("reason");
        reason.setMaxLength(limit);
        reason.setRequired(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setHelperText(getTranslation("common.reason.left", limit));
        reason.addValueChangeListener(change -> {
            reason.setInvalid(false);
            reason.setHelperText(getTranslation(
                    "common.reason.left", limit - change.getValue().length()));
        });
        var chips = new Div();
        chips.addClassName("chips");
        for (var suggestion : suggestions) {
            chips.add(new NativeButton(suggestion, click -> reason.setValue(suggestion)));
        }
        var body = new Div(reason, chips);
        body.addClassName("reason-dialog");
        add(body);
        var confirm = new Button(action, click -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage(getTranslation("common.reason.missing"));
                reason.setInvalid(true);
                reason.focus();
            } else {
                close();
                onReason.accept(reason.getValue().strip());
            }
        });
        confirm.setId("reason-confirm");
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), confirm);
        reason.focus();
    }

    /** Says above the reason what it is about. */
    public ReasonDialog about(Component... said) {
        addComponentAsFirst(new Div(said));
        return this;
    }

    /** Writes a reason into the dialog, to be confirmed or changed. */
    public ReasonDialog suggest(String text) {
        reason.setValue(text);
        return this;
    }
}
