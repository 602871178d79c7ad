package cn.baosong.registration.ui;

import cn.baosong.common.ui.Card;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Before anything is filled in: what it is about, and one button (REG-02, 28). */
class StartPanel extends Div {

    StartPanel(Runnable onStart) {
        var start = new Button(getTranslation("registration.start.action"), click -> onStart.run());
        start.setId("start-registration");
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        start.setDisableOnClick(true);
        add(new Card(
                        getTranslation("registration.start.title"),
                        new Paragraph(getTranslation("registration.start.text")),
                        start)
                .tone("primary"));
    }
}
