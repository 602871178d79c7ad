package cn.baosong.account;

import cn.baosong.account.repository.AccountTable;
import cn.baosong.account.repository.ProfileTable;
import cn.baosong.common.Json;
import cn.baosong.common.Problem;
import cn.baosong.form.FormContext;
import cn.baosong.form.FormDefinition;
import cn.baosong.form.FormValidator;
import cn.baosong.form.FormValidator.Mode;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 修改个人信息 (LOGIN-05, SUR-26): the nickname and the fields of the form {@code user-profile}, of the signed-in account
 * and of no other. Login name and manageable region are not among them.
 */
@Service
@PreAuthorize("isAuthenticated()")
public class Profiles {

    private final CurrentUser user;
    private final AccountTable accounts;
    private final ProfileTable profiles;
    private final AccountForms forms;
    private final FormValidator validator;
    private final Json json;
    private final AccountLog log;
    private final AccountNotices notices;

    Profiles(
            CurrentUser user,
            AccountTable accounts,
            ProfileTable profiles,
            AccountForms forms,
            FormValidator validator,
            Json json,
            AccountLog log,
            AccountNotices notices) {
        this.user = user;
        this.accounts = accounts;
        this.profiles = profiles;
        this.forms = forms;
        this.validator = validator;
        this.json = json;
        this.log = log;
        this.notices = notices;
    }

    public FormDefinition form() {
        return forms.newest(AccountForms.PROFILE);
    }

    public FormContext context() {
        return forms.context();
    }

    /** @throws Problem when who is signed in has no account */
    public Profile mine() {
        var id = user.requireAccount();
        var stored = accounts.find(id).orElseThrow(() -> new Problem("account.error.unknown"));
        return new Profile(stored.account(), json.read(profiles.values(id)));
    }

    /**
     * Stores both or neither. What changes nothing is neither logged nor told.
     *
     * @param values of the form as typed, whatever they are
     * @throws Problem when who is signed in has no account
     */
    @Transactional
    public ProfileCheck change(String displayName, Map<String, Object> values) {
        var id = user.requireAccount();
        var name = displayName == null ? "" : displayName.strip();
        var result = validator.validate(form(), values, context(), Mode.SUBMIT);
        var check = new ProfileCheck(AccountRules.displayName(name), result.problems());
        if (check.passed() && profiles.change(id, name, json.write(result.values()))) {
            log.add(id, AccountEvent.PROFILE_CHANGED, null);
            notices.profileChanged(id);
        }
        return check;
    }
}
