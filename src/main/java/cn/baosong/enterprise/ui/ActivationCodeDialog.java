package cn.baosong.enterprise.ui;

import cn.baosong.common.ui.Callout;
import cn.baosong.common.ui.When;
import cn.baosong.enterprise.Activations.Issued;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;

/** Shows an activation code, this once, and says how it is used. */
class ActivationCodeDialog extends Dialog {

    ActivationCodeDialog(Issued issued, Runnable onClose) {
        setHeaderTitle(getTranslation("enterprise.activation.issued", issued.enterprise()));
        setCloseOnOutsideClick(false);
        var code = new Span(issued.code());
        code.setId("activation-code");
        code.addClassName("activation-code");
        var steps = new OrderedList(
                new ListItem(getTranslation("enterprise.activation.step.hand-over")),
                new ListItem(getTranslation("enterprise.activation.step.bind")),
                new ListItem(getTranslation("enterprise.activation.step.recover")));
        var body = new Div(
                fact("enterprise.activation.login-name", new Span(issued.loginName())),
                fact("enterprise.activation.code", code),
                fact("enterprise.activation.until", new Span(When.exact(issued.until()))),
                new Callout(Callout.Kind.WARN, getTranslation("enterprise.activation.once")),
                steps);
        body.addClassName("dialog-form");
        add(body);
        var done = new Button(getTranslation("enterprise.activation.noted"), click -> close());
        done.setId("activation-noted");
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(done);
        addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                onClose.run();
            }
        });
    }

    private Component fact(String label, Component value) {
        var name = new Span(getTranslation(label));
        name.addClassName("muted");
        var line = new Div(name, value);
        line.addClassName("fact");
        return line;
    }
}
