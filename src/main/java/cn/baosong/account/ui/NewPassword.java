package cn.baosong.account.ui;

import cn.baosong.account.AccountRules;
import cn.baosong.common.Problem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;

/** A new password, typed twice, with a bar that says how strong it is. */
final class NewPassword extends Div {

    private static final String[] WORDS = {"none", "refused", "fair", "good"};
    private static final String[] COLOURS = {
        "transparent", "var(--baosong-bad)", "var(--baosong-brand)", "var(--baosong-ok)"
    };

    private final PasswordField password = field("password");
    private final PasswordField repeat = field("password-repeat");
    private final Span filling = new Span();
    private final Span word = new Span();

    NewPassword() {
        var bar = new Div(filling);
        bar.addClassName("strength");
        word.addClassNames("muted", "small");
        word.setId("strength");
        word.getElement().setAttribute("aria-live", "polite");
        password.setValueChangeMode(ValueChangeMode.LAZY);
        password.addValueChangeListener(change -> measure());
        add(password, bar, word, repeat);
    }

    /** @param key label of the first field */
    void say(String key) {
        password.setLabel(getTranslation(key));
        password.setHelperText(getTranslation("account.field.password.help"));
        repeat.setLabel(getTranslation("account.field.password.repeat"));
        measure();
    }

    FieldErrors in(FieldErrors errors) {
        return errors.field("password", password).field("repeat", repeat);
    }

    void check(FieldErrors errors) {
        errors.add("password", AccountRules.password(password.getValue()));
        errors.add(
                "repeat",
                password.getValue().equals(repeat.getValue())
                        ? Optional.empty()
                        : Optional.of(new Problem("account.error.password.repeat")));
    }

    String value() {
        return password.getValue();
    }

    void clear() {
        password.clear();
        repeat.clear();
    }

    private void measure() {
        var strength = AccountRules.strength(password.getValue());
        filling.getStyle().setWidth(strength * 100 / 3 + "%").setBackgroundColor(COLOURS[strength]);
        word.setText(getTranslation("account.strength." + WORDS[strength]));
    }

    private static PasswordField field(String id) {
        var field = new PasswordField();
        field.setId(id);
        field.setMaxLength(AccountRules.LONGEST_PASSWORD);
        field.setManualValidation(true);
        field.setAutocomplete(Autocomplete.NEW_PASSWORD);
        return field;
    }
}
