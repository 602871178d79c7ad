package cn.baosong.registration.ui;

import cn.baosong.common.Problem;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.Notices;
import cn.baosong.form.FieldProblem;
import cn.baosong.registration.Registration;
import cn.baosong.registration.Registrations;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.Objects;

/** Step 2 of the registration without an account: user ID and code (REG-01, 06; GAP-01). */
class CodePanel extends Div {

    private static final String CREDIT = "creditCode";
    private static final String ORGANIZATION = "organizationCode";

    private final transient Registrations registrations;
    private final transient Registration registration;
    private final transient Texts texts;
    private final TextField loginName = new TextField();
    private final RadioButtonGroup<String> kind = new RadioButtonGroup<>();
    private final TextField code = new TextField();

    CodePanel(Registrations registrations, Registration registration, Texts texts, Runnable onDone) {
        this.registrations = registrations;
        this.registration = registration;
        this.texts = texts;
        var form = registrations.form(registration);
        var draft = registrations.draft(registration.id()).values();
        loginName.setId("loginName");
        loginName.setLabel(getTranslation("registration.login-name"));
        loginName.setHelperText(getTranslation("registration.login-name.help"));
        loginName.setMaxLength(16);
        loginName.setRequiredIndicatorVisible(true);
        kind.setItems(CREDIT, ORGANIZATION);
        kind.setItemLabelGenerator(value -> getTranslation("registration.code." + value));
        kind.setValue(Objects.toString(draft.get("codeKind"), CREDIT));
        code.setId("code");
        code.setLabel(
                form.find("code").map(field -> field.name().in(getLocale())).orElse(""));
        code.setMaxLength(20);
        code.setRequiredIndicatorVisible(true);
        code.setValue(Objects.toString(draft.get("code"), ""));
        var next = new Button(getTranslation("registration.code.next"), click -> next(onDone));
        next.setId("code-next");
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        next.addClickShortcut(Key.ENTER);
        var body = new Div(loginName, kind, code, next);
        body.addClassName("dialog-form");
        add(new Card(getTranslation("registration.code.title"), body).tone("primary"));
    }

    private void next(Runnable onDone) {
        loginName.setInvalid(false);
        code.setInvalid(false);
        registrations.keep(registration.id(), Map.of("codeKind", kind.getValue(), "code", code.getValue()));
        var wrong = registrations.checkDraft(registration.id()).problems().stream()
                .filter(problem -> "code".equals(problem.path()))
                .findFirst();
        if (code.getValue().isBlank() || wrong.isPresent()) {
            code.setErrorMessage(wrong.map(this::said).orElse(getTranslation("account.error.required")));
            code.setInvalid(true);
            code.focus();
            return;
        }
        try {
            registrations.wishLoginName(registration.id(), loginName.getValue().strip());
        } catch (Problem refused) {
            loginName.setErrorMessage(getTranslation(refused.key(), refused.arguments()));
            loginName.setInvalid(true);
            loginName.focus();
            return;
        }
        Notices.done(getTranslation("registration.saved.clean"));
        onDone.run();
    }

    private String said(FieldProblem problem) {
        return problem.message(texts, getLocale());
    }
}
