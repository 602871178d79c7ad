package cn.baosong.account.ui;

import cn.baosong.account.AccountRules;
import cn.baosong.account.LoginIdentifier;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;

/** The fields that stand on several pages of accounts, set up alike; what is wrong is said by {@link FieldErrors}. */
final class AccountFields {

    private AccountFields() {}

    /** Any name by which one logs in. Id {@code login-name}. */
    static TextField identifier() {
        return text("login-name", LoginIdentifier.LONGEST, Autocomplete.USERNAME);
    }

    /** The login name of a new account. Id {@code login-name}. */
    static TextField newLoginName() {
        return text("login-name", AccountRules.LONGEST_LOGIN_NAME, Autocomplete.USERNAME);
    }

    /** Id {@code email}. */
    static TextField email() {
        return text("email", AccountRules.LONGEST_EMAIL, Autocomplete.EMAIL);
    }

    /** A password that is known already. */
    static PasswordField password(String id) {
        var field = new PasswordField();
        field.setId(id);
        field.setMaxLength(AccountRules.LONGEST_PASSWORD);
        field.setManualValidation(true);
        field.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        return field;
    }

    static TextField text(String id, int longest, Autocomplete autocomplete) {
        var field = new TextField();
        field.setId(id);
        field.setMaxLength(longest);
        field.setManualValidation(true);
        field.setAutocomplete(autocomplete);
        return field;
    }
}
