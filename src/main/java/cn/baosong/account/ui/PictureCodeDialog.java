package cn.baosong.account.ui;

import cn.baosong.account.PictureCode;
import cn.baosong.account.PictureCodes;
import cn.baosong.common.Problem;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Base64;

/** Asks for the digits of a picture (LOGIN-14). After each wrong answer there is another picture. */
final class PictureCodeDialog extends Dialog {

    private final transient PictureCodes pictures;
    private final transient Runnable then;
    private final Image picture = new Image();
    private final TextField digits = new TextField();
    private transient PictureCode asked;

    PictureCodeDialog(PictureCodes pictures, Runnable then) {
        this.pictures = pictures;
        this.then = then;
        setHeaderTitle(getTranslation("account.picture.title"));
        setCloseOnOutsideClick(false);
        picture.setId("picture");
        picture.setAlt(getTranslation("account.picture.alt"));
        var renew = new NativeButton(getTranslation("account.picture.renew"), click -> {
            draw();
            digits.focus();
        });
        renew.setId("picture-renew");
        renew.addClassName("link");
        var row = new Div(picture, renew);
        row.addClassName("picture-row");
        digits.setId("picture-digits");
        digits.setLabel(getTranslation("account.picture.digits"));
        digits.setMaxLength(PictureCodes.DIGITS);
        digits.setAllowedCharPattern("[0-9]");
        digits.setManualValidation(true);
        digits.setValueChangeMode(ValueChangeMode.EAGER);
        digits.getElement().setAttribute("inputmode", "numeric");
        digits.getElement().setAttribute("autocomplete", "off");
        digits.addKeyDownListener(Key.ENTER, press -> confirm());
        var otherwise = new Paragraph(getTranslation("account.picture.otherwise"));
        otherwise.addClassNames("muted", "small");
        var body = new Div(row, digits, otherwise);
        body.addClassNames("dialog-form", "picture-dialog");
        add(body);
        var cancel = new Button(getTranslation("common.cancel"), click -> close());
        cancel.setId("picture-cancel");
        var confirm = new Button(getTranslation("account.picture.confirm"), click -> confirm());
        confirm.setId("picture-confirm");
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, confirm);
        draw();
        digits.focus();
    }

    private void draw() {
        digits.clear();
        try {
            asked = pictures.draw(AuthPage.clientAddress());
            picture.setSrc("data:image/png;base64," + Base64.getEncoder().encodeToString(asked.png()));
        } catch (Problem problem) {
            asked = null;
            refuse(problem);
        }
    }

    private void confirm() {
        if (asked != null && asked.opens(digits.getValue())) {
            asked = null;
            close();
            then.run();
        } else if (asked != null) {
            draw();
            if (asked != null) {
                refuse(new Problem("account.error.picture"));
            }
        }
    }

    private void refuse(Problem problem) {
        digits.setErrorMessage(getTranslation(problem.key(), problem.arguments()));
        digits.setInvalid(true);
        digits.focus();
    }
}
