package cn.baosong.account.ui;

import cn.baosong.account.AccountRules;
import cn.baosong.account.Profile;
import cn.baosong.account.Profiles;
import cn.baosong.common.CodeLists;
import cn.baosong.common.Texts;
import cn.baosong.common.ui.Card;
import cn.baosong.common.ui.Notices;
import cn.baosong.form.ui.FormPane;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;

/** What the owner of an account may change: the nickname, and the fields of the form {@code user-profile}. */
final class ProfileCard extends Div {

    private final transient Profiles profiles;
    private final TextField displayName = new TextField();
    private final FormPane pane;
    private final FieldErrors errors = new FieldErrors(this);

    ProfileCard(Profiles profiles, Profile mine, CodeLists codes, Texts texts, Locale locale) {
        this.profiles = profiles;
        displayName.setId("display-name");
        displayName.setLabel(getTranslation("account.field.display-name"));
        displayName.setHelperText(getTranslation("account.field.display-name.help"));
        displayName.setMaxLength(AccountRules.LONGEST_DISPLAY_NAME);
        displayName.setManualValidation(true);
        displayName.setAutocomplete(Autocomplete.NICKNAME);
        displayName.setValue(mine.account().displayName());
        displayName.addClassName("display-name");
        errors.field("displayName", displayName);
        pane = new FormPane(profiles.form(), profiles.context(), codes, texts, locale, mine.values());
        var save = new Button(getTranslation("common.save"), click -> save());
        save.setId("save-profile");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var actions = new Div(save);
        actions.addClassName("card-actions");
        add(new Card(getTranslation("account.basics.mine"), displayName, pane, actions));
    }

    /** What is refused stays on the page with everything else that was typed. */
    private void save() {
        errors.clear();
        var check = profiles.change(displayName.getValue(), pane.values());
        pane.showProblems(check.problems());
        if (check.passed()) {
            Notices.done(getTranslation("account.basics.saved"));
        } else {
            errors.add("displayName", check.displayName()).show();
            Notices.refused(getTranslation("account.basics.refused", check.count()));
        }
    }
}
