package cn.baosong.filing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** What can be done with a step: 上一步 at the left, the way on at the right. */
class StepBar extends Div {

    /** @param onBack null for the first step */
    StepBar(Runnable onBack, Component... between) {
        addClassName("action-bar");
        if (onBack != null) {
            var back = new Button(getTranslation("filing.fill.back-step"), click -> onBack.run());
            back.setId("back-step");
            add(back);
        }
        add(between);
        var spacer = new Span();
        spacer.addClassName("spacer");
        add(spacer);
    }

    Button action(String id, String words, Runnable onClick) {
        var button = new Button(words, click -> onClick.run());
        button.setId(id);
        add(button);
        return button;
    }

    Button primary(String id, String words, Runnable onClick) {
        var button = action(id, words, onClick);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }
}
